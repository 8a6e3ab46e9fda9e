/** @file Labels of comments: which column says what, equal comments once, labels given here before the file's. */
import { expect, test } from "vitest";
import { sha256 } from "../../core/hash";
import { bytesOf } from "../demo-table.fixture";
import { readTable } from "../table/read-table";
import type { DataTable } from "../table/types";
import { commentsOf, labelColumn, labelFieldOf, withLabels } from "./label-columns";

const ROLES: Readonly<Record<string, DataTable["columns"][number]["role"]>> = { mood: "target", topic: "target", text: "feature", site: "feature" };
const read = async (csv: string): Promise<DataTable> => {
  const { table } = await readTable(bytesOf(csv), "t.csv");
  return { ...table, columns: table.columns.map((column) => ({ ...column, role: ROLES[column.name] ?? column.role, kind: column.name === "text" ? "text" : column.kind })) };
};

const CSV = "text,mood,topic,site\nThe canteen is cold again,bad,,Leeds\nThe <b>canteen</b> is cold again,,food,Leeds\nMy shift was moved,,,Leeds\n,bad,,Leeds";

test("a column named like a theme says what a comment is about, any other target how it sounds", async () => {
  expect(["Theme", "main topic", "主题", "category"].map(labelFieldOf)).toEqual(["theme", "theme", "theme", "theme"]);
  expect(["sentiment", "label", "情感"].map(labelFieldOf)).toEqual(["sentiment", "sentiment", "sentiment"]);
  const table = await read(CSV);
  expect([labelColumn(table, "sentiment")?.name, labelColumn(table, "theme")?.name]).toEqual(["mood", "topic"]);
});

test("equal comments are one, with the first label that any of them has; empty ones are none", async () => {
  const comments = commentsOf(await read(CSV), "theme");
  expect(comments.map(({ text, label }) => [text, label])).toEqual([["The canteen is cold again", "food"], ["My shift was moved", null]]);
});

test("a label given here counts before the file's and for every equal comment; a field without a column gets one", async () => {
  const table = await read(CSV);
  const given = new Map([[sha256("The canteen is cold again"), "good"]]);
  const laid = withLabels(table, "sentiment", given);
  expect([laid.label, laid.table.columns.find(({ name }) => name === "mood")?.cells]).toEqual(["mood", ["good", "good", null, "bad"]]);
  const bare = { ...table, columns: table.columns.filter(({ name }) => name !== "topic") };
  const added = withLabels(bare, "theme", new Map([[sha256("My shift was moved"), "workload"]]));
  expect(added.table.columns.at(-1)).toMatchObject({ name: "theme", role: "target", categories: ["workload"], cells: [null, null, "workload", null], missing: 3 });
});
