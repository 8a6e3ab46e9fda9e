/** @file A site or team is shown with whom it works with; a tie whose kinds are all left out is gone. */
import { expect, it } from "vitest";
import { shownGraph, tiesWith, TIE_KINDS } from "./collaboration-filter";

const person = (id: string, site: string, team: string) => ({ id, name: id, title: "", site, team, projects: [] });
const tie = (a: string, b: string, ...kinds: ("project" | "community" | "mentoring")[]) => ({ a, b, weight: 1, reasons: kinds.map((kind) => ({ kind, name: null })) });
const view = { people: [person("a", "Leeds", "Foundry"), person("b", "Leeds", "Quality"), person("c", "Suzhou", "Quality"), person("d", "Suzhou", "Assembly")], ties: [tie("a", "b", "project"), tie("b", "c", "community", "mentoring"), tie("c", "d", "community")] };
const idsOf = (filter: Partial<Parameters<typeof shownGraph>[1]>) => shownGraph(view, { site: "", team: "", kinds: TIE_KINDS, ...filter }).people.map(({ id }) => id);

it("shows a site or team with those whom it works with", () => {
  expect(idsOf({})).toEqual(["a", "b", "c", "d"]);
  expect(idsOf({ site: "Leeds" })).toEqual(["a", "b", "c"]);
  expect(idsOf({ site: "Leeds", team: "Foundry" })).toEqual(["a", "b"]);
  expect(shownGraph(view, { site: "", team: "Assembly", kinds: TIE_KINDS }).ties.map(({ a, b }) => a + b)).toEqual(["cd"]);
});

it("leaves out ties of other kinds, and keeps who has none", () => {
  const shown = shownGraph(view, { site: "", team: "", kinds: ["mentoring"] });
  expect(shown.ties).toEqual([tie("b", "c", "mentoring")]);
  expect(shown.people).toHaveLength(4);
  expect(tiesWith("c", shown).map(({ other }) => other.id)).toEqual(["b"]);
});
