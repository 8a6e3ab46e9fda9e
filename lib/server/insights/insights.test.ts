/** @file People insights through the server, on a real database: off until approved, tables, contests, promotion, and who may not. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openMemoryDatabase, type OpenDatabase } from "../../../db/client";
import { findInsightPerson, insertInsightVersion, putInsightServing } from "../../../db/queries/insight-versions";
import { auditEvents, insightContests, insightDatasets, insightPeople, insightVersions, notifications } from "../../../db/schema";
import { emptyDatabase } from "../../../db/testing/database";
import { projectRoot } from "../../config/paths";
import type { InsightGate } from "../../contracts/insights";
import { systemScope } from "../../core/scope";
import type { Actor, Role } from "../../core/types";
import { disableInsights, enableInsights, insightsOn } from "./approval";
import { insightsFor } from "./assistant-port";
import { answer, contest, ownInsights } from "./contests";
import { removePerson } from "../directory/remove-person";
import { judgeInsight } from "./gate";
import { peopleOf } from "./people";
import { addLenaAndAda } from "./people.fixture";
import { promoteInsightVersion, rollBackInsight } from "./promote";
import { keepTable, listTables, saveMapping, tableDetail } from "./tables";
import { kindView } from "./view";

const system = systemScope("test");
const code = (name: string) => expect.objectContaining({ code: name }) as Error;
const APPROVAL = { purpose: "Support teams early, never rank or dismiss anyone.", legalBasis: "Works agreement 12/2026", consultation: "Works council heard", approvedBy: "G. Hartshorne", approvedOn: "2026-11-01" };
const INTERVAL = { mean: 0.8, low: 0.7, high: 0.9 };
const GATE: InsightGate = { verdict: "better", metric: "auc", higherIsBetter: true, against: 0, before: { mean: 0.5, low: 0.5, high: 0.5 }, after: INTERVAL, reasons: [] };

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
});

/** 40 invented people; "Exit code" gives the answer away. */
function peopleCsv(): Uint8Array {
  const rows = Array.from({ length: 40 }, (_, at) => {
    const left = at % 4 === 3;
    return [at === 0 ? "ada.moor@example.test" : `p${at}@example.test`, ["Works", "Sales"][at % 2], (at * 7) % 31, at % 2 === 0 ? "F" : "M", left ? 9 : 1, left ? "Yes" : "No"].join(",");
  });
  return Buffer.from(["e-mail,Department,Overtime (hours),Gender,Exit code,Attrition", ...rows].join("\n"));
}

async function mapped(): Promise<string> {
  const id = await keepTable(opened.db, lead, { name: "People", use: "attrition", fileName: "people.csv", bytes: peopleCsv() });
  const { mapping } = await tableDetail(opened.db, lead, id);
  await saveMapping(opened.db, lead, id, mapping);
  return id;
}

const addVersion = (id: string, datasetId: string, gate: InsightGate = GATE): Promise<number> =>
  insertInsightVersion(opened.db, system, { id, kind: "attrition", datasetId, parentId: null, verdict: gate.verdict, gate, report: {}, artefact: null, recipe: {}, sha256: "0" }, [{ rowKey: "ada.moor@example.test", group: "Works", band: "raised", value: 0.3, detail: {} }]);

const lines = async (action: string) => (await opened.db.select().from(auditEvents)).filter((line) => line.action === action);

describe("approval", () => {
  test("off until an HR lead records one; off again removes tables, versions and what was said, and keeps the record", async () => {
    const { db } = opened;
    await expect(listTables(db, lead)).rejects.toEqual(code("insights/off"));
    await expect(kindView(db, lead, "attrition")).rejects.toEqual(code("insights/off"));
    await expect(enableInsights(db, ada, APPROVAL)).rejects.toEqual(code("policy/forbidden"));
    await expect(enableInsights(db, lead, { ...APPROVAL, approvedOn: "2999-01-01" })).rejects.toEqual(code("request/invalid"));
    await enableInsights(db, lead, APPROVAL);
    await expect(enableInsights(db, lead, APPROVAL)).rejects.toEqual(code("request/conflict"));
    const table = await mapped();
    await addVersion("v1", table);
    expect(await disableInsights(db, lead)).toEqual({ tables: 1, versions: 1 });
    expect(await insightsOn(db)).toBe(false);
    expect([await db.$count(insightDatasets), await db.$count(insightVersions), await db.$count(insightPeople)]).toEqual([0, 0, 0]);
    expect((await lines("insights.enabled")).length + (await lines("insights.disabled")).length).toBe(2);
  });
});

describe("tables", () => {
  test("a column that gives the answer away is set aside and said loudly; protected columns are for audits; the key finds people", async () => {
    await enableInsights(opened.db, lead, APPROVAL);
    const id = await mapped();
    const { mapping, notices, matched, table } = await tableDetail(opened.db, lead, id);
    const roles = Object.fromEntries(mapping.columns.map(({ name, role }) => [name, role]));
    expect(roles).toMatchObject({ "e-mail": "id", Gender: "protected", "Exit code": "ignored", Attrition: "target", "Overtime (hours)": "feature" });
    expect(notices.filter(({ level }) => level === "alarm").flatMap(({ columns }) => columns)).toContain("Exit code");
    expect([matched, table.isMapped, table.sha256?.length]).toEqual([1, true, 64]);
    const changed = { ...mapping, columns: mapping.columns.map((column) => ({ ...column, role: column.role === "target" ? ("feature" as const) : column.role })) };
    await expect(saveMapping(opened.db, lead, id, changed)).rejects.toEqual(code("request/invalid"));
    await addVersion("v1", id);
    await expect(saveMapping(opened.db, lead, id, mapping)).rejects.toEqual(code("request/conflict"));
  });

  test("what the file's form gives to say is still said on the mapping screen, before and after it is kept", async () => {
    const { db } = opened;
    await enableInsights(db, lead, APPROVAL);
    const text = `Staff of 2025,,\n${Buffer.from(peopleCsv()).toString()}\np99@example.test,Works,3,F,1,No,one too many`;
    const id = await keepTable(db, lead, { name: "Titled", use: "attrition", fileName: "t.csv", bytes: Buffer.from(text) });
    const codes = async () => (await tableDetail(db, lead, id)).notices.map((one) => one.code).filter((one) => /titles|ragged|duplicate-names/.test(one)).sort();
    expect(await codes()).toEqual(["table/duplicate-names", "table/ragged-rows", "table/titles"]);
    const { mapping } = await tableDetail(db, lead, id);
    expect(mapping.key).toBe("e-mail");
    await saveMapping(db, lead, id, mapping);
    expect(await codes()).toEqual(["table/duplicate-names", "table/ragged-rows", "table/titles"]);
  });

  test("bad files say what to do", async () => {
    await enableInsights(opened.db, lead, APPROVAL);
    const keep = (text: string) => keepTable(opened.db, lead, { name: "x", use: "attrition", fileName: "x.csv", bytes: Buffer.from(text) });
    await expect(keep("a,b\n")).rejects.toThrow(/no rows/);
    await expect(keep("a\n1\n2\n")).rejects.toThrow(/one column only/);
  });
});

describe("a person", () => {
  test("sees a value a month where months differ, and one where they are alike", async () => {
    await enableInsights(opened.db, lead, APPROVAL);
    const months = ["ada.moor@example.test,2026-01,Works,71", "ada.moor@example.test,2026-02,Works,68", "p1@example.test,2026-01,Sales,90", "p1@example.test,2026-02,Sales,91"];
    const id = await keepTable(opened.db, lead, { name: "Months", use: "series", fileName: "months.csv", bytes: Buffer.from(["e-mail,Month,Department,Result", ...months].join("\n")) });
    const { mapping } = await tableDetail(opened.db, lead, id);
    await saveMapping(opened.db, lead, id, mapping);
    const [held] = (await ownInsights(opened.db, ada)).rows;
    expect(Object.fromEntries(held?.cells.map(({ column, values }) => [column, values]) ?? [])).toMatchObject({ Department: ["Works"], Result: ["71", "68"] });
  });

  test("sees the own row, contests it once, and may have it taken out; nobody answers themselves", async () => {
    const { db } = opened;
    await enableInsights(db, lead, APPROVAL);
    const tableId = await mapped();
    await addVersion("v1", tableId);
    await putInsightServing(db, system, { kind: "attrition", versionId: "v1", previousId: null, event: "promoted", version: 1, from: 0, reason: "" });
    const own = await ownInsights(db, ada);
    expect(own.rows).toHaveLength(1);
    expect(own.rows[0]?.says).toMatchObject([{ kind: "attrition", band: "raised" }]);
    expect((await ownInsights(db, lead)).rows).toEqual([]);
    const request = { tableId, rowKey: "ada.moor@example.test", reason: "My overtime was halved in May." };
    await expect(contest(db, ada, { ...request, rowKey: "p1@example.test" })).rejects.toEqual(code("request/not-found"));
    await contest(db, ada, request);
    await expect(contest(db, ada, request)).rejects.toEqual(code("request/conflict"));
    expect((await db.select().from(notifications)).map(({ userId }) => userId)).toEqual([lead.userId]);
    const [row] = await db.select().from(insightContests);
    const id = row?.id ?? "";
    await expect(answer(db, ada, { id, outcome: "kept", answer: "It stays." })).rejects.toEqual(code("policy/forbidden"));
    await answer(db, lead, { id, outcome: "removed", answer: "You are right; your row is gone." });
    expect((await ownInsights(db, ada)).rows).toEqual([]);
    expect(await findInsightPerson(db, system, { versionId: "v1", rowKey: request.rowKey })).toBeNull();
    const { table } = await tableDetail(db, lead, tableId);
    expect([table.rows, table.removedRows]).toEqual([39, 1]);
  });

  test("sees of performance what the HR lead may open, and can contest it: the foreseen result, its range, which result each reason speaks for", async () => {
    const { db } = opened;
    await enableInsights(db, lead, APPROVAL);
    const id = await keepTable(db, lead, { name: "Reviews", use: "performance", fileName: "reviews.csv", bytes: Buffer.from(["e-mail,Department,Goals,Performance rating", "ada.moor@example.test,Works,2,3", ...Array.from({ length: 30 }, (_, at) => `p${at}@example.test,Works,${at % 5},${2 + (at % 3)}`)].join("\n")) });
    const { mapping } = await tableDetail(db, lead, id);
    await saveMapping(db, lead, id, mapping);
    const detail = { foreseen: "3", chance: 0.61, range: ["2", "3"], pair: ["2", "3"], base: 0.1, score: 0.4, scale: "log-odds", reasons: [{ feature: "Goals", shown: "2", amount: -0.3 }, { feature: "Department", shown: "Works", amount: 0.2 }] };
    await insertInsightVersion(db, system, { id: "p1", kind: "performance", datasetId: id, parentId: null, verdict: "better", gate: GATE, report: {}, artefact: null, recipe: {}, sha256: "0" }, [{ rowKey: "ada.moor@example.test", group: "Works", band: "3", value: 0.61, detail }]);
    await putInsightServing(db, system, { kind: "performance", versionId: "p1", previousId: null, event: "promoted", version: 1, from: 0, reason: "" });
    const [held] = (await ownInsights(db, ada)).rows;
    expect(held?.says).toEqual([{ kind: "performance", version: 1, band: "3", reasons: [{ feature: "Goals", shown: "2", raises: false }, { feature: "Department", shown: "Works", raises: true }], horizons: [], result: { foreseen: "3", range: ["2", "3"], pair: ["2", "3"] } }]);
    await contest(db, ada, { tableId: id, rowKey: "ada.moor@example.test", reason: "My goals were never agreed." });
    expect(await lines("insights.contested")).toHaveLength(1);
  });

  test("names by band only with an audit line; small groups are not counted", async () => {
    await enableInsights(opened.db, lead, APPROVAL);
    await addVersion("v1", await mapped());
    await putInsightServing(opened.db, system, { kind: "attrition", versionId: "v1", previousId: null, event: "promoted", version: 1, from: 0, reason: "" });
    const counts = await peopleOf(opened.db, lead, { kind: "attrition" });
    expect([counts.people, counts.counts.groups]).toEqual([[], [{ group: "Works", n: 1, bands: null }]]);
    expect(await lines("insights.people-listed")).toHaveLength(0);
    expect((await peopleOf(opened.db, lead, { kind: "attrition", band: "raised" })).people).toMatchObject([{ name: "Ada Moor" }]);
    expect(await lines("insights.people-listed")).toHaveLength(1);
    for (const roles of [["recruiter"], ["reviewer"], ["admin"], []] as Role[][]) await expect(peopleOf(opened.db, { ...ada, roles }, { kind: "attrition" })).rejects.toEqual(code("policy/forbidden"));
  });
});

describe("somebody leaves", () => {
  test("their rows go out of every table, mapped or not, with what versions said and grouped; others stay; the audit line counts", async () => {
    const { db } = opened;
    await enableInsights(db, lead, APPROVAL);
    const tableId = await mapped();
    await addVersion("v1", tableId);
    const groups = { clusters: [], members: [{ id: "ada.moor@example.test", cluster: 0 }, { id: "p1@example.test", cluster: 1 }] };
    await insertInsightVersion(db, system, { id: "c1", kind: "clusters", datasetId: tableId, parentId: null, verdict: "better", gate: GATE, report: {}, artefact: groups, recipe: {}, sha256: "0" }, [{ rowKey: "ada.moor@example.test", group: "", band: "a", value: 1, detail: {} }, { rowKey: "p1@example.test", group: "", band: "b", value: 1, detail: {} }]);
    const unmapped = await keepTable(db, lead, { name: "Series", use: "series", fileName: "series.csv", bytes: Buffer.from("e-mail,month,results\nADA.moor@example.test,2026-01,4\nada.moor@example.test,2026-02,5\np1@example.test,2026-01,6") });
    await contest(db, ada, { tableId, rowKey: "ada.moor@example.test", reason: "My overtime was halved in May." });
    await removePerson(db, lead, ada.userId);
    const texts = (await db.select().from(insightDatasets)).map(({ content }) => Buffer.from(content).toString("utf8").toLowerCase());
    expect(texts.some((text) => text.includes("ada.moor"))).toBe(false);
    expect(await Promise.all([tableId, unmapped].map(async (id) => (await tableDetail(db, lead, id)).table).map(async (table) => [(await table).rows, (await table).removedRows]))).toEqual([[39, 1], [1, 2]]);
    expect((await db.select().from(insightPeople)).map(({ rowKey }) => rowKey)).toEqual(["p1@example.test"]);
    expect((await db.select().from(insightVersions)).find(({ id }) => id === "c1")?.artefact).toEqual({ clusters: [], members: [{ id: "p1@example.test", cluster: 1 }] });
    expect(await db.$count(insightContests)).toBe(0);
    expect((await lines("account.removed")).map(({ facts }) => facts)).toEqual([{ reports: 0, chats: 0, insightRows: 3, growthRows: 0 }]);
  });
});

describe("versions", () => {
  test("a refused one only with a reason; back again in one step", async () => {
    const { db } = opened;
    await enableInsights(db, lead, APPROVAL);
    const table = await mapped();
    await addVersion("v1", table);
    await addVersion("v2", table, { ...GATE, verdict: "refused" });
    expect(await promoteInsightVersion(db, lead, { kind: "attrition", id: "v1", reason: "" })).toBe(1);
    await expect(promoteInsightVersion(db, lead, { kind: "attrition", id: "v2", reason: "short" })).rejects.toEqual(code("registry/refused"));
    expect(await promoteInsightVersion(db, lead, { kind: "attrition", id: "v2", reason: "The old table lacks a site." })).toBe(2);
    expect(await rollBackInsight(db, lead, "attrition")).toBe(1);
    await expect(rollBackInsight(db, lead, "attrition")).rejects.toEqual(code("request/conflict"));
  });

  test("the gate: better, chance, no better, another figure; smaller is better where it says so", () => {
    const figure = (mean: number, spread: number, metric = "auc", higherIsBetter = true) => ({ metric, higherIsBetter, value: { mean, low: mean - spread, high: mean + spread } });
    const champion = { number: 1, figure: figure(0.75, 0.05) };
    expect(judgeInsight(figure(0.85, 0.05), champion, 0.5).verdict).toBe("better");
    expect(judgeInsight(figure(0.78, 0.05), champion, 0.5).verdict).toBe("provisional");
    expect(judgeInsight(figure(0.74, 0.05), champion, 0.5).verdict).toBe("refused");
    expect(judgeInsight(figure(0.9, 0.01, "r2"), champion, 0.5).verdict).toBe("refused");
    const of = (labels: string, mean: number) => ({ ...figure(mean, 0.01, "macroF1"), of: labels });
    expect(judgeInsight(of("a, b", 0.9), { number: 1, figure: of("a, b, c", 0.6) }, 0.5)).toMatchObject({ verdict: "refused", reasons: [{ code: "other-thing" }] });
    expect(judgeInsight(of("a, b", 0.9), { number: 1, figure: of("a, b", 0.6) }, 0.5)).toMatchObject({ verdict: "better", of: "a, b" });
    expect(judgeInsight(figure(0.9, 0.05, "errorShare", false), null, 1).verdict).toBe("better");
    expect(judgeInsight(figure(1.1, 0.05, "errorShare", false), null, 1).verdict).toBe("refused");
  });
});

test("the assistant gets stored insights for HR leads while they are on, is told that they are off, and nobody else's gets any", async () => {
  const off = (await insightsFor(opened.db, lead)).insights;
  expect([off?.isOff, await off?.attrition(), await off?.performance(), await off?.forecast(), await off?.comments(), await off?.channels()]).toEqual([true, null, null, null, [], []]);
  await enableInsights(opened.db, lead, APPROVAL);
  expect((await insightsFor(opened.db, lead)).insights?.isOff).toBeUndefined();
  for (const roles of [["recruiter"], ["reviewer"], ["admin"], []] as Role[][]) expect(await insightsFor(opened.db, { ...ada, roles })).toEqual({});
});

test("the assistant's figures are those of the versions in use: comments added up over shown groups only, a forecast's groups with their reasons", async () => {
  const { db } = opened;
  await enableInsights(db, lead, APPROVAL);
  const datasetId = await mapped();
  const share = (mean: number) => ({ mean, low: mean / 2, high: Math.min(1, 2 * mean) });
  const calibration = { slope: 1, intercept: 0, error: 0, method: "none", bins: [] };
  const groups = [{ column: "department", group: "Works", n: 30, shares: { bad: share(0.5), good: share(0.5) } }, { column: "department", group: "Sales", n: 10, shares: { bad: share(0.1), good: share(0.9) } }, { column: "department", group: "Lab", n: null, shares: null }, { column: "site", group: "Leeds", n: 20, shares: { bad: share(0.3), good: share(0.7) } }];
  const text = { labels: ["bad", "good"], n: { train: 40, test: 40 }, model: "encoder-head", metrics: {}, models: [], confusion: [], calibration, learning: [], warnings: [], groups, smallest: 10 };
  const months = [{ month: "2026-04", value: 101, low: 95, high: 107 }];
  const forecast = { measure: "Results", people: 40, months: 36, horizons: [], ratio: share(1), better: "tie", coverage: share(0.8), drift: [], words: { en: "", zh: "" }, outlook: [{ group: "Works", people: 9, past: [], months, reasons: { base: 100, value: 101, parts: [{ measure: "Hours", amount: share(1) }] } }], rests: { measures: [{ measure: "Hours", move: share(1) }], back: [], gap: 0 } };
  for (const [kind, report] of [["text", text], ["forecast", forecast]] as const) {
    await insertInsightVersion(db, system, { id: kind, kind, datasetId, parentId: null, verdict: "better", gate: GATE, report, artefact: null, recipe: {}, sha256: "0" }, []);
    await putInsightServing(db, system, { kind, versionId: kind, previousId: null, event: "promoted", version: 1, from: 0, reason: "" });
  }
  const port = (await insightsFor(db, lead)).insights;
  const [sentiment, ...others] = (await port?.comments()) ?? [];
  expect([sentiment?.about, others.length, sentiment?.whole?.n]).toEqual(["sentiment", 0, 40]);
  expect(sentiment?.whole?.shares["bad"]?.mean).toBeCloseTo(16 / 40, 9);
  const told = await port?.forecast();
  expect(told?.groups).toEqual([{ group: "Works", people: 9, past: [], months, parts: [{ measure: "Hours", amount: share(1) }] }]);
  expect([told?.source.table, told?.source.version, await port?.performance()]).toEqual(["People", 1, null]);
});

test("chats, ratings, questions to HR and learning plans never feed insights: nothing here imports their queries", () => {
  const files = ["lib/insights", "lib/server/insights"].flatMap((folder) => readdirSync(path.join(projectRoot(), folder), { recursive: true, encoding: "utf8" }).filter((file) => /\.ts$/.test(file) && !/\.test\.ts$/.test(file)).map((file) => path.join(folder, file)));
  expect(files.length).toBeGreaterThan(40);
  const forbidden = /from "[^"]*(?:db\/queries\/(?:chat|conversations|feedback|exposures|review|ask-hr|unanswered|learning|growth|verified)|server\/(?:chat|review|ask-hr|growth|learning\/(?!promote")|verified-answers)|improvement\/)[^"]*"/;
  expect(files.filter((file) => forbidden.test(readFileSync(path.join(projectRoot(), file), "utf8")))).toEqual([]);
});
