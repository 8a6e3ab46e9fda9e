/** @file Everything that the checks of a table say has its Chinese sentence: a new sentence without one fails here. */
import { expect, test } from "vitest";
import { warningText } from "../../browser/problem";
import { bytesOf, fixtureCsv } from "../../insights/demo-table.fixture";
import { nameSuspect } from "../../insights/table/name-suspect";
import { readTable } from "../../insights/table/read-table";
import type { TableUse } from "../../contracts/insights";
import { applyMapping, checkTable, guessMapping } from "./mapping";

async function said(csv: string, use: TableUse): Promise<string[]> {
  const { table, notices } = await readTable(bytesOf(csv), "t.csv");
  const checked = checkTable(applyMapping(table, guessMapping(table, use)), use, notices);
  return [...checked.notices.map(({ message }) => message), ...[checked.problem, checked.tooFew].filter((one) => one !== null)];
}

const rows = (n: number, row: (at: number) => string): string => Array.from({ length: n }, (_, at) => row(at)).join("\n");

test.each<[string, string, TableUse]>([
  ["leaks", fixtureCsv({ leak: 0.05 }), "attrition"],
  ["the answer itself", fixtureCsv({ leak: 0 }), "attrition"],
  ["copies", fixtureCsv({ copies: 25 }), "attrition"],
  ["too few", fixtureCsv({ rows: 60 }), "attrition"],
  ["nobody left", `Pay,Hours,Attrition\n${rows(120, (at) => `${at},${at % 7},No`)}`, "attrition"],
  ["odd cells", `Pay,Pay,Site,Attrition\n${rows(120, (at) => `${at % 9 === 8 ? "secret" : at},3,Leeds,${["stay", "blue", ""][at % 3] ?? ""}`)}\n1,2`, "attrition"],
  ["ratings", `Copy,Performance rating\n${rows(150, (at) => `${2 + (at % 3)},${2 + (at % 3)}`)}`, "performance"],
  ["a rating given away", `Note,Appraisal result,Pay,Performance rating\n${rows(300, (at) => `${2 + ((at % 20 === 0 ? at + 1 : at) % 3)},${at % 2},${(at * 7) % 31},${2 + (at % 3)}`)}`, "performance"],
  ["no rating", `Pay,Performance rating\n${rows(150, (at) => `${at},word ${at}`)}`, "performance"],
  ["few to group", "Skill,Craft\n1,2\n3,4\n2,2", "clusters"],
  ["few to group by how they work", "Hours,Travel\n1,2\n3,4\n2,2", "patterns"],
  ["people in several rows", `Employee ID,Hours,Performance rating\n${rows(240, (at) => `${at % 60},${at % 37},${2 + ((at * 7) % 3)}`)}`, "performance"],
  ["a title", `People of 2025,,\nPay,Hours,Attrition\n${rows(120, (at) => `${at},${at % 7},${at % 4 === 0 ? "Yes" : "No"}`)}`, "attrition"],
  ["no names", rows(120, (at) => `${at},${at % 7},${at % 3}`), "clusters"],
  ["no channel", "where,units,cost,hires\nfair,2,100,1\nboard,3,200,2", "hires"],
  ["no months", "e-mail,Results\na@b.example,1\nc@d.example,2", "series"],
])("%s", async (_name, csv, use) => {
  const sentences = await said(csv, use);
  expect(sentences.length).toBeGreaterThan(0);
  expect(sentences.filter((sentence) => !/[\u4e00-\u9fff]/.test(warningText(sentence, "zh")))).toEqual([]);
});

test("a whole model that is too good is told in Chinese, with the column to look at first, and as older reports say it", () => {
  const about = { feature: "加班", importance: { mean: 0.3, low: 0.2, high: 0.4 }, metric: "auc", direction: 0 } as const;
  for (const start of ["AUC 0.95 is better than leaving can usually be foretold (0.7 to 0.85).", "macro-F1 0.95 is better than results can usually be foretold.", "R² 0.95 is better than results can usually be foretold."]) {
    const named = warningText(`Leak suspected: ${start} ${nameSuspect([about], "columns that came later").sentence}`, "zh");
    expect(named).toMatch(/^疑似泄露：.*0\.95.*模型最依赖“加班”：请先检查这一列/);
    expect(named).not.toMatch(/undefined|look/);
    const unnamed = warningText(`Leak suspected: ${start} ${nameSuspect([], "columns that came later").sentence}`, "zh");
    expect(unnamed).toMatch(/^疑似泄露：.*0\.95.*请查找/);
    expect(unnamed).not.toMatch(/undefined|最依赖/);
  }
});
