/** @file Everything that the checks of a table say has its Chinese sentence: a new sentence without one fails here. */
import { expect, test } from "vitest";
import { warningText } from "../../browser/problem";
import { bytesOf, fixtureCsv } from "../../insights/demo-table.fixture";
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
  ["no rating", `Pay,Performance rating\n${rows(150, (at) => `${at},word ${at}`)}`, "performance"],
  ["few to group", "Skill,Craft\n1,2\n3,4\n2,2", "clusters"],
  ["a title", `People of 2025,,\nPay,Hours,Attrition\n${rows(120, (at) => `${at},${at % 7},${at % 4 === 0 ? "Yes" : "No"}`)}`, "attrition"],
  ["no names", rows(120, (at) => `${at},${at % 7},${at % 3}`), "clusters"],
  ["no channel", "where,units,cost,hires\nfair,2,100,1\nboard,3,200,2", "hires"],
  ["no months", "e-mail,Results\na@b.example,1\nc@d.example,2", "series"],
])("%s", async (_name, csv, use) => {
  const sentences = await said(csv, use);
  expect(sentences.length).toBeGreaterThan(0);
  expect(sentences.filter((sentence) => !/[\u4e00-\u9fff]/.test(warningText(sentence, "zh")))).toEqual([]);
});
