/** @file Labelling comments on a real database: who may, what is shown and covered, what counts, taken back, gone with the comment's row. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openMemoryDatabase, type OpenDatabase } from "../../../db/client";
import { listInsightLabels } from "../../../db/queries/insight-labels";
import { auditEvents, insightLabels } from "../../../db/schema";
import { emptyDatabase } from "../../../db/testing/database";
import { systemScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { enableInsights } from "./approval";
import { labelQueue, putLabel } from "./labels";
import { addLenaAndAda } from "./people.fixture";
import { keepTable, openMapped, removeRows, saveMapping, tableDetail } from "./tables";

const system = systemScope("test");
const code = (name: string) => expect.objectContaining({ code: name }) as Error;
const APPROVAL = { purpose: "Hear what teams say, by group only.", legalBasis: "Works agreement 12/2026", consultation: "Works council heard", approvedBy: "G. Hartshorne", approvedOn: "2026-11-01" };

let opened: OpenDatabase;
let lead: Actor;
let ada: Actor;
beforeAll(async () => {
  opened = await openMemoryDatabase();
});
afterAll(() => opened.close());
beforeEach(async () => {
  await emptyDatabase(opened.db);
  ({ lead, ada } = await addLenaAndAda(opened.db));
  await enableInsights(opened.db, lead, APPROVAL);
});

/** 30 invented comments; the first has a label in the file, the second names somebody of the directory. */
async function comments(): Promise<string> {
  const rows = Array.from({ length: 30 }, (_, at) => `${at === 1 ? "Ada Moor never answers; write to me at x.y@example.test" : `Comment number ${at} about the long shifts in the works`},${at === 0 ? "negative" : ""},Works`);
  const id = await keepTable(opened.db, lead, { name: "Survey", use: "comments", fileName: "survey.csv", bytes: Buffer.from(["comment,sentiment,department", ...rows].join("\n")) });
  await saveMapping(opened.db, lead, id, (await tableDetail(opened.db, lead, id)).mapping);
  return id;
}

const SENTIMENT = { field: "sentiment" } as const;

test("HR leads only, while insights are on; names and addresses are covered; reading is an audit line", async () => {
  const { db } = opened;
  const tableId = await comments();
  await expect(labelQueue(db, ada, { tableId, ...SENTIMENT })).rejects.toEqual(code("policy/forbidden"));
  const first = await labelQueue(db, lead, { tableId, ...SENTIMENT });
  expect(first).toMatchObject({ total: 30, inFile: 1, here: 0, waiting: 29, counts: { negative: 1 }, least: 15 });
  expect(first.comments).toHaveLength(20);
  const rest = await labelQueue(db, lead, { tableId, ...SENTIMENT, after: first.comments.at(-1)?.id });
  expect(new Set([...first.comments, ...rest.comments].map(({ id }) => id)).size).toBe(29);
  const shown = [...first.comments, ...rest.comments].map(({ text }) => text).join("\n");
  expect(shown).toMatch(/█+ █+ never answers/);
  expect(shown).not.toMatch(/Moor|x\.y@/);
  expect((await db.select().from(auditEvents)).filter(({ action }) => action === "insights.comments-read").map(({ facts }) => facts)).toEqual([{ of: "sentiment", shown: 20 }, { of: "sentiment", shown: 20 }]);
});

test("a label counts at once, the last one wins, and can be taken back; themes are labelled apart", async () => {
  const { db } = opened;
  const tableId = await comments();
  const queue = await labelQueue(db, lead, { tableId, ...SENTIMENT });
  const comment = queue.comments[0]?.id ?? "";
  await putLabel(db, lead, { tableId, ...SENTIMENT, comment, label: "negative" });
  await putLabel(db, lead, { tableId, ...SENTIMENT, comment, label: "mixed" });
  const after = await labelQueue(db, lead, { tableId, ...SENTIMENT });
  expect(after).toMatchObject({ here: 1, waiting: 28, counts: { negative: 1, mixed: 1 }, choices: ["negative", "mixed"] });
  expect(after.comments.some(({ id }) => id === comment)).toBe(false);
  expect(await labelQueue(db, lead, { tableId, field: "theme" })).toMatchObject({ here: 0, waiting: 30, choices: ["workload", "pay", "management", "growth", "workplace", "team"] });
  await putLabel(db, lead, { tableId, ...SENTIMENT, comment, label: null });
  expect(await labelQueue(db, lead, { tableId, ...SENTIMENT })).toMatchObject({ here: 0, waiting: 29 });
  await expect(putLabel(db, lead, { tableId, ...SENTIMENT, comment: "0".repeat(64), label: "x" })).rejects.toEqual(code("request/not-found"));
  await expect(putLabel(db, { ...ada, roles: ["reviewer"] }, { tableId, ...SENTIMENT, comment, label: "x" })).rejects.toEqual(code("policy/forbidden"));
});

test("labels go with the row of their comment, and with the table; other tables have none", async () => {
  const { db } = opened;
  const tableId = await comments();
  const queue = await labelQueue(db, lead, { tableId, ...SENTIMENT });
  const [one, other] = queue.comments;
  for (const comment of [one?.id ?? "", other?.id ?? ""]) await putLabel(db, lead, { tableId, ...SENTIMENT, comment, label: "neutral" });
  const table = await openMapped(db, system, tableId);
  const row = table.read.table.columns.find(({ name }) => name === "comment")?.cells.findIndex((cell) => cell === one?.text) ?? -1;
  expect(row).toBeGreaterThanOrEqual(0);
  expect(await removeRows(db, table, [row])).toBe(1);
  expect([...(await listInsightLabels(db, system, { tableId, ...SENTIMENT })).keys()]).toEqual([other?.id]);
  const people = await keepTable(db, lead, { name: "Hires", use: "hires", fileName: "h.csv", bytes: Buffer.from("channel,units,cost,hires\nfair,2,100,1\nboard,3,200,2") });
  await expect(labelQueue(db, lead, { tableId: people, ...SENTIMENT })).rejects.toEqual(code("request/invalid"));
  expect(await db.$count(insightLabels)).toBe(1);
});

test("short remarks are known as comments by their column's name, a column of repeated words is not", async () => {
  const rows = Array.from({ length: 30 }, (_, at) => `Too loud on day ${at},${["Works", "Sales"][at % 2]}`);
  const id = await keepTable(opened.db, lead, { name: "Remarks", use: "comments", fileName: "remarks.csv", bytes: Buffer.from(["comment,text group", ...rows].join("\n")) });
  const { mapping } = await tableDetail(opened.db, lead, id);
  expect(mapping.columns.map(({ name, role, kind }) => [name, role, kind])).toEqual([["comment", "feature", "text"], ["text group", expect.not.stringMatching("id"), "category"]]);
  await saveMapping(opened.db, lead, id, mapping);
  expect((await labelQueue(opened.db, lead, { tableId: id, ...SENTIMENT })).waiting).toBe(30);
});
