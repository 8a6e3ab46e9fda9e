/** @file Reading a directory from CSV: what is new, what changes, what is wrong and where. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Employee } from "../../../db/queries/employees";
import { findCircles } from "./circles";
import { planImport } from "./plan-import";

const person = (id: string, more: Partial<Employee> = {}): Employee => ({ id, userId: null, name: `Name ${id}`, email: `${id}@example.test`, title: "Welder", department: "Works", site: "Leeds", managerId: null, contract: "permanent", language: "en", startedOn: "2020-01-02", leftOn: null, demo: false, ...more });
const PRESENT = [person("boss"), person("lin", { managerId: "boss" })];
const HEAD = "name,email,title,department,site,manager_email";
const problemsOf = (csv: string) => planImport(csv, PRESENT).problems.map(({ line, column, problem }) => ({ line, column, problem }));

describe("comparing", () => {
  test("new, changed with the fields that change, as before, and absent", () => {
    const plan = planImport(`${HEAD}\nNew One,new@example.test,Buyer,Supply,Leeds,lin@example.test\nName lin,LIN@example.test,Lead welder,Works,Leeds,boss@example.test\n`, PRESENT);
    expect(plan.problems).toEqual([]);
    expect(plan.created).toMatchObject([{ email: "new@example.test", managerEmail: "lin@example.test", line: 2 }]);
    expect(plan.updated).toMatchObject([{ id: "lin", fields: ["title"] }]);
    expect(plan.absent).toEqual([{ name: "Name boss", email: "boss@example.test" }]);
  });

  test("a file without a column leaves that field alone; an empty manager means nobody", () => {
    const without = planImport("name,email,title,department,site\nName lin,lin@example.test,Welder,Works,Leeds\n", PRESENT);
    expect([without.unchanged, without.updated]).toEqual([1, []]);
    expect(planImport(`${HEAD}\nName lin,lin@example.test,Welder,Works,Leeds,\n`, PRESENT).updated).toMatchObject([{ fields: ["manager_email"], managerEmail: null }]);
  });

  test("Chinese heads, semicolons, a byte order mark, quotes, slashes in dates; unknown columns are named", () => {
    const plan = planImport('\uFEFF姓名;邮箱;职务;部门;工作地点;直属上级;语言;入职日期;工号\r\n"唐, 牧野";tang@example.test;装配技术员;装配部;苏州;;中文;2022/3/7;77\r\n', PRESENT);
    expect(plan.problems).toEqual([]);
    expect(plan.created).toMatchObject([{ name: "唐, 牧野", language: "zh", startedOn: "2022-03-07", managerEmail: null }]);
    expect(plan.ignoredColumns).toEqual(["工号"]);
  });
});

describe("problems name the line and the column", () => {
  const row = (more: string) => `${HEAD},language,started_on\n${more}\n`;
  test.each([
    ["nothing in it", "", { line: null, column: null, problem: "empty-file" }],
    ["only a head", `${HEAD}\n`, { line: null, column: null, problem: "empty-file" }],
    ["another encoding", `${HEAD}\nM\uFFFDller,a@example.test,x,y,z,\n`, { line: null, column: null, problem: "not-text" }],
    ["a column that is missing", "name,email,title,department\nA,a@example.test,x,y\n", { line: 1, column: "site", problem: "no-column" }],
    ["a name that is missing", row(",a@example.test,x,y,z,,,"), { line: 2, column: "name", problem: "empty" }],
    ["no address", row("A,a at example,x,y,z,,,"), { line: 2, column: "email", problem: "not-an-address" }],
    ["a text that is too long", row(`A,a@example.test,${"x".repeat(121)},y,z,,,`), { line: 2, column: "title", problem: "too-long" }],
    ["day before month", row("A,a@example.test,x,y,z,,,07.03.2022"), { line: 2, column: "started_on", problem: "not-a-date" }],
    ["a day that is not", row("A,a@example.test,x,y,z,,,2023-02-30"), { line: 2, column: "started_on", problem: "not-a-date" }],
    ["a language we do not read", row("A,a@example.test,x,y,z,,fr,"), { line: 2, column: "language", problem: "not-a-language" }],
    ["a manager nobody knows", row("A,a@example.test,x,y,z,ghost@example.test,,"), { line: 2, column: "manager_email", problem: "unknown-manager" }],
    ["their own manager", row("A,a@example.test,x,y,z,a@example.test,,"), { line: 2, column: "manager_email", problem: "own-manager" }],
    ["somebody twice", row("A,a@example.test,x,y,z,,,\nB,A@example.test,x,y,z,,,"), { line: 3, column: "email", problem: "twice" }],
    ["a circle through the directory", row("Boss,boss@example.test,x,y,z,lin@example.test,,"), { line: 2, column: "manager_email", problem: "circle" }],
  ] as const)("%s", (_name, csv, problem) => {
    expect(problemsOf(csv)).toContainEqual(problem);
  });
});

test("circles: exactly those who come back to themselves", () => {
  const names = ["a", "b", "c", "d", "e", "f"];
  fc.assert(
    fc.property(fc.array(fc.option(fc.constantFrom(...names), { nil: null }), { minLength: 6, maxLength: 6 }), (managers) => {
      const map = new Map(names.map((name, i) => [name, managers[i] ?? null]));
      const returns = (name: string): boolean => {
        let up = map.get(name) ?? null;
        for (let step = 0; step < 10 && up !== null && up !== name; step++) up = map.get(up) ?? null;
        return up === name;
      };
      expect([...findCircles(map)].sort()).toEqual(names.filter(returns));
    }),
  );
});
