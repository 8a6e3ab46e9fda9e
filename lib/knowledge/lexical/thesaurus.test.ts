/** @file Thesaurus: members of a concept meet in one term, across languages; the longest member wins. */
import { expect, it } from "vitest";
import { findConcepts } from "./thesaurus";
import { THESAURUS } from "./thesaurus-table";
import { tokenize } from "./tokenize";

const concepts = (text: string) => findConcepts(tokenize(text));
const shared = (a: string, b: string) => {
  const other = new Set(concepts(b).map((concept) => concept.term));
  return concepts(a).filter((concept) => other.has(concept.term)).length;
};

it.each([
  ["holiday", "annual leave"],
  ["kids", "children"],
  ["my boss", "your supervisor"],
  ["quitting", "resignation"],
  ["vacation", "年休假"],
  ["工资", "salary"],
  ["part-timers", "part time"],
])("%s means %s", (a, b) => {
  expect(shared(a, b)).toBeGreaterThan(0);
});

it("keeps unrelated words apart", () => {
  expect(shared("salary", "sick leave")).toBe(0);
});

it("takes the longest member and looks up its words no second time", () => {
  const found = concepts("sick leave");
  expect(new Set(found.map((concept) => concept.member))).toEqual(new Set(["sick leav"]));
});

it("has no line with fewer than two members and no member twice in one line", () => {
  for (const line of THESAURUS.trim().split("\n")) {
    const members = line.split(",").map((member) => member.trim());
    expect(members.length, line).toBeGreaterThan(1);
    expect(new Set(members).size, line).toBe(members.length);
    expect(members.every((member) => member !== ""), line).toBe(true);
  }
});
