/** @file The CV check: lines, names as whole words, what only lies near counts half, and that a role shows the lines behind it. */
import { expect, test } from "vitest";
import { findSkills, linesOf, names, rankRoles } from "./cv-check";

const skill = (id: string, en: string, zh: string, also: string[] = []) => ({ id, name: { en, zh }, also, namedOnly: false });
const role = (title: string, ...needs: [string, number][]) => ({ ref: { kind: "role" as const, id: title, text: "" }, title: { en: title, zh: title }, needs: needs.map(([id, importance]) => ({ any: [id], importance })) });
const unit = (x: number, y: number) => Float32Array.from([x, y]);

test("lines lose their bullets, long ones fall into sentences", () => {
  expect(linesOf("# Skills\n• SQL\n\n  - Welding of gates ")).toEqual(["Skills", "SQL", "Welding of gates"]);
  expect(linesOf(`${"a ".repeat(160)}. Then this.`)).toHaveLength(2);
});

test("a name is a whole word", () => {
  expect([names("Wrote SQL daily", "SQL"), names("MySQLite", "SQL"), names("会焊接和液压", "焊接"), names("I like C and R", "R"), names("Research", "R")]).toEqual([true, false, true, true, false]);
});

test("named counts whole, near half, far not at all; the best covered role comes first", async () => {
  const vectors: Record<string, Float32Array> = { "Joined steel plates": unit(1, 0), "SQL reports": unit(0, 1), Welding: unit(0.8, 0.6), Painting: unit(0.1, 0.1) };
  const embed = (texts: readonly string[]) => Promise.resolve(texts.map((text) => vectors[text] ?? unit(0, 0)));
  const found = await findSkills(["Joined steel plates", "SQL reports"], [skill("sql", "SQL", "SQL"), skill("welding", "Welding", "焊接"), skill("painting", "Painting", "喷漆")], embed);
  expect(found).toEqual([{ skillId: "sql", line: "SQL reports", how: "named" }, { skillId: "welding", line: "Joined steel plates", how: "near" }]);
  // What only occupations ask for is not compared by meaning.
  expect((await findSkills(["Joined steel plates"], [{ ...skill("welding", "Welding", "焊接"), namedOnly: true }], embed)).length).toBe(0);
  const ranked = rankRoles(found, [role("Welder", ["welding", 1], ["painting", 1]), role("Analyst", ["sql", 1]), role("Painter", ["painting", 1])]);
  expect(ranked.map(({ role: { title }, coverage, missing }) => [title.en, coverage, missing])).toEqual([["Analyst", 1, []], ["Welder", 0.25, ["painting"]]]);
});
