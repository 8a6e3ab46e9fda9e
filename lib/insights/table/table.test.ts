/** @file Tables: types, gaps, units, spreadsheets, roles, targets in many wordings, leaks and copies. */
import { describe, expect, test } from "vitest";
import { strToU8, zipSync } from "fflate";
import { bytesOf, fixtureCsv } from "../demo-table.fixture";
import { assignRoles } from "./assign-roles";
import { isProtectedName, meansLeft } from "./column-names";
import { findDuplicates, findLeaks } from "./find-leaks";
import { readTable } from "./read-table";
import { reportTable } from "./table-report";
import { eventTarget } from "./target";
import type { DataTable } from "./types";

const read = async (text: string): Promise<DataTable> => (await readTable(bytesOf(text), "t.csv")).table;
const column = (table: DataTable, name: string): DataTable["columns"][number] => {
  const found = table.columns.find((one) => one.name === name);
  if (!found) throw new Error(`no column ${name}`);
  return found;
};

describe("typed columns", () => {
  test("numbers with separators, signs, units and open ends; gaps in many words; dates; yes and no", async () => {
    const rows = ['"$1,200",2.5 years,<1,2024-03-01,yes,NA', '"$3,400",4 years,5,2023-12-31,no,Foundry', '"$900",1 years,>20,2022-02-02,yes,?', '"$1,000",,12,2021-07-15,no,Office'];
    const table = await read(["Pay,Tenure,Experience,Hired,Remote,Site", ...rows].join("\n"));
    expect(column(table, "Pay")).toMatchObject({ kind: "number", unit: "$", cells: [1200, 3400, 900, 1000] });
    expect(column(table, "Tenure")).toMatchObject({ kind: "number", unit: "years", cells: [2.5, 4, 1, null], missing: 1 });
    expect(column(table, "Experience").cells).toEqual([0.5, 5, 21, 12]);
    expect(column(table, "Hired")).toMatchObject({ kind: "date", cells: [19783, 19722, 19025, 18823] });
    expect(column(table, "Remote")).toMatchObject({ kind: "boolean", categories: ["no", "yes"], cells: [1, 0, 1, 0] });
    expect(column(table, "Site")).toMatchObject({ kind: "category", cells: [null, "Foundry", null, "Office"] });
  });

  test("a unit is taken from a name that counts in it, not from one that says when", async () => {
    const table = await read("Years at company,Rating a year ago,TrainingTimesLastYear,TotalWorkingYears\n1,4,2,9\n2,3,1,8");
    expect(table.columns.map(({ unit }) => unit)).toEqual(["years", null, null, "years"]);
  });

  test("a unit in brackets is one, a scale or a remark is not", async () => {
    const table = await read("Distance to work (km),Training (days),Engagement (1–5),Pay (月),Salary（元）,Notes (other)\n3,1,4,8,2,1\n5,2,3,9,1,2");
    expect(table.columns.map(({ unit }) => unit)).toEqual(["km", "days", null, "月", "元", null]);
  });

  test("semicolons with decimal commas, Chinese names, a name that stands twice, codes with leading zeros", async () => {
    const { table, notices } = await readTable(bytesOf("工时;离职;部门;部门;编码\n7,5;是;销售;甲;007\n8,25;否;仓库;乙;012\n6,0;否;销售;甲;113"), "t.csv");
    expect(column(table, "工时").cells).toEqual([7.5, 8.25, 6]);
    expect(column(table, "离职")).toMatchObject({ kind: "boolean", cells: [1, 0, 0] });
    expect(column(table, "编码").kind).toBe("category");
    expect(notices).toMatchObject([{ code: "table/duplicate-names", columns: ["部门 (2)"] }]);
  });

  test("cells that are no number become gaps and are told; text alone is no table", async () => {
    const { table, notices } = await readTable(bytesOf(`Pay,Site\n${Array.from({ length: 30 }, (_, at) => `${at === 3 ? "secret" : 1000 + at},A`).join("\n")}`), "t.csv");
    expect(column(table, "Pay").missing).toBe(1);
    expect(notices[0]).toMatchObject({ code: "table/mixed-values", values: { unread: 1 } });
    await expect(read("just\nwords\nhere")).rejects.toThrow(/one column only/);
    await expect(read("A,B")).rejects.toThrow(/no rows/);
    await expect(readTable(new Uint8Array([0x25, 0x50, 0x44, 0x46, 0, 1, 2, 255]), "t.pdf")).rejects.toThrow(/neither a spreadsheet nor a text of cells/);
  });

  test("a title above the names, a line that names the delimiter, no names at all, ten thousands, sentences in Chinese", async () => {
    const titled = await readTable(bytesOf("People of 2025;;\n\nPay;Site;Left\n1;A;Yes\n2;B;No"), "t.csv");
    expect(titled.table.columns.map(({ name }) => name)).toEqual(["Pay", "Site", "Left"]);
    expect(titled.notices).toMatchObject([{ code: "table/titles", message: "What stands above the column names was left out: People of 2025." }, { code: "table/empty-rows" }]);
    expect((await read("sep=;\r\nPay;Left\r\n1,5;Yes\r\n2,5;No")).columns.map(({ name, cells }) => [name, cells])).toEqual([["Pay", [1.5, 2.5]], ["Left", [1, 0]]]);
    expect((await readTable(bytesOf("3,4000,1\n5,3800,0\n2,4100,1"), "t.csv")).notices).toMatchObject([{ code: "table/no-names", level: "warning" }]);
    expect(column(await read("月薪,离职\n1.2万,是\n8000,否"), "月薪").cells).toEqual([12_000, 8000]);
    const comments = await read(["意见,部门", ...Array.from({ length: 6 }, (_, at) => `第${at}次排班又临时改了，根本没法安排自己的生活。,生产`)].join("\n"));
    expect(column(comments, "意见").kind).toBe("text");
  });

  test("a spreadsheet reads as the same table", async () => {
    const cell = (value: string | number): string => (typeof value === "number" ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${value}</t></is></c>`);
    const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${[["Pay", "Left"], [10.5, "Yes"], [20, "No"]].map((row, at) => `<row r="${at + 1}">${row.map((value, c) => cell(value).replace("<c", `<c r="${"AB"[c] ?? ""}${at + 1}"`)).join("")}</row>`).join("")}</sheetData></worksheet>`;
    const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const bytes = zipSync({
      "[Content_Types].xml": strToU8(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`),
      "xl/workbook.xml": strToU8(`<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relation}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`),
      "xl/_rels/workbook.xml.rels": strToU8(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`),
      "xl/worksheets/sheet1.xml": strToU8(sheet),
    });
    const { table } = await readTable(bytes, "t.xlsx");
    expect(table.columns.map(({ name, kind, cells }) => ({ name, kind, cells }))).toEqual([{ name: "Pay", kind: "number", cells: [10.5, 20] }, { name: "Left", kind: "boolean", cells: [1, 0] }]);
  });
});

describe("targets", () => {
  test.each([
    ["left", "1", "0"],
    ["EmploymentStatus", "Voluntarily Terminated", "Active"],
    ["Attrition", "Y", "N"],
    ["status", "Former", "Current"],
    ["是否离职", "是", "否"],
    ["turnover", "Left company", "Stayed"],
  ])("%s: %s means left, %s does not", async (name, left, stayed) => {
    const table = await read(`${name},Pay\n${left},1\n${stayed},2\n${stayed},3`);
    const { column: found, outcomes } = eventTarget(table);
    expect([found.name, ...outcomes]).toEqual([name, 1, 0, 0]);
  });

  test("words that do not tell are told; no evident column names them all; missing outcomes are no outcome", async () => {
    const odd = await read("Outcome,Pay\nblue,1\nred,2\nred,3\n,4");
    const { outcomes, notices } = eventTarget(odd, "outcome");
    expect(outcomes).toEqual([1, 0, 0, null]);
    expect(notices.map(({ code }) => code)).toEqual(["target/positive-guessed", "table/missing-target"]);
    expect(() => eventTarget(odd, "Pay2")).toThrow('There is no column "Pay2". The columns are: Outcome, Pay.');
    const plain = await read("A,B\n1,2\n3,4");
    expect(() => eventTarget(plain)).toThrow(/Name it with --target/);
  });

  test("staying words win over leaving ones", () => {
    expect([meansLeft("Not terminated"), meansLeft("No longer active"), meansLeft("Retired"), meansLeft("red"), meansLeft("Leave of Absence"), meansLeft("On parental leave"), meansLeft("Leave")]).toEqual([false, true, true, null, false, false, true]);
  });
});

describe("roles", () => {
  test("protected names in many spellings, and their neighbours that are not", () => {
    for (const name of ["Age", "GenderID", "MaritalStatus", "Over18", "DOB", "CitizenDesc", "head_gender", "Body mass index", "性别", "Son"]) expect(isProtectedName(name), name).toBe(true);
    for (const name of ["Wage", "MonthlyIncome", "Percentage", "JobStage", "司龄", "Management", "Country"]) expect(isProtectedName(name), name).toBe(false);
  });

  test("ids and constants say nothing; amounts with unique values stay", async () => {
    const table = await read(["No,Employee,Salary,Site,Left", ...Array.from({ length: 60 }, (_, at) => `${at + 1},E-${at * 3},${3000.5 + at * 17},Rotterdam,${at % 4 === 0 ? "Yes" : "No"}`)].join("\n"));
    const { table: roles, notices } = assignRoles(table, { target: "Left" });
    expect(roles.columns.map(({ role }) => role)).toEqual(["id", "id", "feature", "constant", "target"]);
    expect(notices.map(({ code }) => code)).toEqual(["table/constant", "table/id-like"]);
  });

  test("a report never shows rare values", async () => {
    const table = await read(["Site,Left", ...Array.from({ length: 30 }, (_, at) => `${at < 2 ? "Leeds" : "Delft"},${at % 2}`)].join("\n"));
    expect(reportTable(table, []).columns[0]?.examples).toEqual(["Delft"]);
  });
});

describe("leaks", () => {
  const leaksOf = async (csv: string): Promise<ReturnType<typeof findLeaks>> => {
    const table = await read(csv);
    const target = eventTarget(table);
    return findLeaks(assignRoles(table, { target: target.column.name }).table, target.outcomes.map(Number));
  };

  test("a planted column fires the alarm and is set aside, exact or with one in twenty wrong; honest columns do not", async () => {
    expect((await leaksOf(fixtureCsv({ leak: 0 }))).notices).toMatchObject([{ code: "leak/copy-of-target", level: "alarm", columns: ["Handover done"] }]);
    expect((await leaksOf(fixtureCsv({ leak: 0.05 }))).notices).toMatchObject([{ code: "leak/gives-answer", level: "alarm", columns: ["Handover done"] }]);
    expect((await leaksOf(fixtureCsv())).notices).toEqual([]);
  });

  test("a reason that only leavers have, and a name that tells it is known afterwards", async () => {
    const rows = Array.from({ length: 80 }, (_, at) => `${at % 4 === 0 ? "Yes" : "No"},${at % 4 === 0 ? ["pay", "move"][at % 8 === 0 ? 0 : 1] : ""},${at % 3}`);
    const { columns } = await leaksOf(["Attrition,Why,Exit interview score", ...rows].join("\n"));
    expect(columns).toEqual(["Why", "Exit interview score"]);
  });

  test("copies of rows fire the alarm and share a group, also under another id", async () => {
    const { notices, groups, duplicates } = await leaksOf(fixtureCsv({ copies: 25 }));
    expect(notices).toMatchObject([{ code: "leak/duplicate-rows", level: "alarm", values: { rows: 25 } }]);
    expect(duplicates).toBe(25);
    expect(groups[400]).toBe(groups[0]);
    expect(new Set(groups).size).toBe(400);
  });

  test("rows that differ in one of many columns are near-copies", async () => {
    const names = Array.from({ length: 16 }, (_, at) => `c${at}`);
    const rows = Array.from({ length: 40 }, (_, row) => names.map((_name, at) => (row * row * 7 + row * at * 13) % 101));
    const twin = [...(rows[5] ?? [])];
    twin[3] = 999;
    const table = await read([names.join(","), ...[...rows, twin].map((row) => row.join(","))].join("\n"));
    expect(findDuplicates(table)).toMatchObject({ duplicates: 1, near: 1 });
  });
});
