/** @file Roles and moves from CSV: what is read, what is named by its line and left out. */
import { describe, expect, it } from "vitest";
import { chineseLine } from "../../browser/chinese-import-lines";
import { readMoves, readRoles } from "./role-import";

describe("readRoles", () => {
  it("reads roles with skills by name or id, sites and a shared band", () => {
    const { found, problems } = readRoles('\uFEFFtitle,title_zh,grade,department,sites,band_from,band_to,currency,skills\nPLC engineer,PLC 工程师,4,Controls,Leeds;Suzhou,42000,51000,GBP,"plc-programming:3; SQL:2"\n');
    expect(problems).toEqual([]);
    expect(found).toEqual([{ id: "plc-engineer", title: { en: "PLC engineer", zh: "PLC 工程师" }, family: "Controls", department: "Controls", sites: ["Leeds", "Suzhou"], grade: 4, band: { from: { amount: 42000, currency: "GBP" }, to: { amount: 51000, currency: "GBP" } }, needs: [{ any: ["plc-programming"], level: 3, importance: 1, mustHave: false, text: "", source: null }, { any: ["sql"], level: 2, importance: 1, mustHave: false, text: "", source: null }] }]);
  });

  it("takes the rest, and names what is wrong by its line", () => {
    const { found, problems } = readRoles("id,title,grade,skills,band_from,band_to,currency\na,A role,3,sql:2; basket-weaving-of-yore:3,,,\nb,B role,high,sql,,,\nc,C role,2,,,,\nd,D role,2,sql,100,many,EUR\n焊工,,,,,,\n");
    expect(found.map(({ id, band }) => [id, band])).toEqual([["a", null], ["d", null]]);
    expect(problems.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6]);
    expect(problems[0]?.message).toContain("basket-weaving-of-yore");
    expect(problems.slice(1).map(({ message }) => message)).toEqual(["grade: must be a number", "skills: a role needs at least one known skill", "band_to: must be a number", "grade: must be a number"]);
    for (const { message } of problems) expect(chineseLine(message)).not.toMatch(/must|needs|not in|expected/);
  });

  it("refuses a file without the columns, and says which", () => {
    expect(() => readRoles("name,grade\nA,1\n")).toThrow(expect.objectContaining({ code: "request/invalid", userMessage: expect.stringContaining("title, skills") as string }) as Error);
  });
});

it("moves name roles that are there", () => {
  const { found, problems } = readMoves("from,to,people,years\na,b,4,2.5\na,x,3,1\na,b,none,1\n", new Set(["a", "b"]));
  expect(found).toEqual([{ from: "a", to: "b", people: 4, medianYears: 2.5 }]);
  expect(problems).toEqual([{ line: 3, message: "no role with the id x" }, { line: 4, message: "people: must be a number" }]);
  expect(readMoves("from,to,people\na,b,0\na,b,2.5\n", new Set(["a", "b"])).problems.map(({ message }) => chineseLine(message))).toEqual(["people：不得小于 1", "people：应为整数"]);
});
