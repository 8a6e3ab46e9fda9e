/** @file Ties and bridges: only what two people both have in common, only between those who agreed, by hand-made cases. */
import { describe, expect, it } from "vitest";
import { bridgesOf, MOST_IN_GROUP, projectsOf, tiesOf, type GraphPerson } from "./collaboration";

const person = (id: string, team: string, projects: string[] = []): GraphPerson => ({ id, team, site: team, projects });
const words = (name: string) => ({ en: name, zh: name });

describe("tiesOf", () => {
  it("joins two who name the same project, however they write it, and who share a community or a mentorship", () => {
    const people = [person("a", "Design", ["Sea lock EMDEN"]), person("b", "Controls", ["sea-lock  Emden"]), person("c", "Foundry")];
    const ties = tiesOf({ people, communities: [{ name: words("PLC circle"), members: ["b", "c"] }], mentorships: [{ mentorId: "b", menteeId: "a" }] });
    expect(ties.map(({ a, b, weight }) => [a, b, weight])).toEqual([["a", "b", 2], ["b", "c", 1]]);
    expect(ties[0]?.reasons.map(({ kind }) => kind)).toEqual(["project", "mentoring"]);
  });

  it("knows nothing of anybody who is not in the picture", () => {
    const people = [person("a", "Design"), person("b", "Design")];
    const ties = tiesOf({ people, communities: [{ name: words("Tide talks"), members: ["a", "x", "b", "y"] }], mentorships: [{ mentorId: "x", menteeId: "a" }] });
    // Weight 1 as in a community of two: the others count for nothing either.
    expect(ties).toEqual([{ a: "a", b: "b", weight: 1, reasons: [{ kind: "community", name: words("Tide talks"), weight: 1 }] }]);
  });

  it("a group weighs less the larger it is, and beyond a size it says nothing", () => {
    const many = Array.from({ length: MOST_IN_GROUP + 1 }, (_, i) => person(`p${i}`, "T", ["Everything"]));
    expect(tiesOf({ people: many, communities: [], mentorships: [] })).toEqual([]);
    const ties = tiesOf({ people: many.slice(1), communities: [], mentorships: [] });
    expect(ties).toHaveLength((MOST_IN_GROUP * (MOST_IN_GROUP - 1)) / 2);
    expect(ties[0]?.weight).toBeCloseTo(1 / (MOST_IN_GROUP - 1));
  });

  it("a project is called as most people write it", () => {
    expect(projectsOf([person("a", "T", ["GD-40"]), person("b", "T", ["GD 40"]), person("c", "T", ["GD 40"])])).toEqual([{ name: words("GD 40"), members: ["a", "b", "c"] }]);
  });
});

describe("bridgesOf", () => {
  const groups = new Map([["a", "Design"], ["b", "Controls"], ["c", "Controls"], ["d", "Foundry"]]);
  const tie = (a: string, b: string) => ({ a, b, weight: 1, reasons: [] });

  it("names who holds two teams together, and who does so alone", () => {
    const bridges = bridgesOf([tie("a", "b"), tie("a", "c"), tie("b", "c"), tie("c", "d")], groups);
    expect(bridges).toEqual([
      { between: ["Controls", "Design"], people: [{ id: "a", ties: 2 }, { id: "b", ties: 1 }, { id: "c", ties: 1 }], only: "a" },
      { between: ["Controls", "Foundry"], people: [{ id: "c", ties: 1 }, { id: "d", ties: 1 }], only: null },
    ]);
  });
});
