/** @file With a module off its jobs do nothing, whichever way work comes in; once it is on again they go on where they were. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { openMemoryDatabase, type OpenDatabase } from "../../../db/client";
import { listInsightRuns } from "../../../db/queries/insight-runs";
import { documentAcl, documents, documentTexts, insightVersions, resumeProfiles } from "../../../db/schema";
import { emptyDatabase } from "../../../db/testing/database";
import { createManualClock, systemClock } from "../../core/clock";
import { AppError } from "../../core/errors";
import { systemScope } from "../../core/scope";
import type { Actor, DocumentId, UserId } from "../../core/types";
import { extractDocument } from "../../knowledge/extract/extract-document";
import { acceptFiles, fileOf } from "../ingest/accept";
import { createDocumentEvents } from "../ingest/events";
import { createFileStore } from "../ingest/file-store";
import type { Dispatcher } from "../ingest/dispatcher";
import { enableInsights } from "../insights/approval";
import { addLenaAndAda } from "../insights/people.fixture";
import { openInsightRunner } from "../insights/runner";
import { keepTable, saveMapping, tableDetail } from "../insights/tables";
import { trainInsight } from "../insights/train-now";
import { startInsightTraining } from "../insights/train-process";
import { refreshProfiles, startRefreshing } from "../profiles/refresh";
import { createWatcher } from "../watch/watcher";
import type { ModuleId } from "./registry";
import { switchModule } from "./state";

vi.mock("../insights/train-process", () => ({ startInsightTraining: vi.fn() }));

const system = systemScope("test");
const admin: Actor = { userId: "u-admin" as UserId, name: "Admin", roles: ["admin"] };
const OFF = expect.objectContaining({ code: "request/conflict", userMessage: expect.stringContaining("Settings, Modules") as string }) as Error;
let opened: OpenDatabase;
let folder: string;
const turn = (id: ModuleId, on: boolean) => switchModule(opened.db, admin, { id, on });

beforeAll(async () => {
  opened = await openMemoryDatabase();
  folder = await mkdtemp(path.join(tmpdir(), "cadre-modules-"));
});
beforeEach(() => emptyDatabase(opened.db));
afterAll(async () => {
  await opened.close();
  await rm(folder, { recursive: true });
});

const CV = "# Ida Brandt\n\nBuyer\n\nLeeds, UK | ida@example.test\n\n## Work\n\n### Buyer, Norrland Castings Ltd, 2016 – 2019\n";

test("candidates: no résumé and no opening is taken in, by upload or command; policies are", async () => {
  const files = createFileStore(path.join(folder, "files"));
  const take = (kind: "resume" | "job" | "policy") => acceptFiles(opened.db, files, system, [fileOf(`${kind}.md`, Buffer.from(`${CV}\n${kind}`))], { kind, acl: ["role:hr_lead"], onDuplicate: "skip", uploadedBy: null, auditedAs: system });
  await turn("candidates", false);
  await expect(take("resume")).rejects.toEqual(OFF);
  await expect(take("job")).rejects.toEqual(OFF);
  expect((await take("policy")).accepted).toHaveLength(1);
  await turn("candidates", true);
  expect((await take("resume")).accepted).toHaveLength(1);
});

test("candidates: a watched folder of résumés is left alone and says why", async () => {
  await writeFile(path.join(folder, "ida.md"), CV);
  const clock = createManualClock(1_000_000);
  const quiet = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const dispatcher = { wake: vi.fn() } as unknown as Dispatcher;
  const watcher = createWatcher({ services: { db: opened.db, files: createFileStore(path.join(folder, "files")), events: createDocumentEvents(), dispatcher }, folders: [{ folder, kind: "resume" }], clock, follows: false });
  const look = async () => {
    for (let i = 0; i < 2; i++, clock.advance(60_000)) await watcher.look();
    return opened.db.$count(documents);
  };
  await turn("candidates", false);
  expect([await look(), watcher.states()[0]?.problem]).toEqual([0, "the module candidates is switched off"]);
  await turn("candidates", true);
  expect([(await look()) > 0, watcher.states()[0]?.problem]).toEqual([true, null]);
  await watcher.close();
  quiet.mockRestore();
});

test("candidates: profiles of stored résumés are not read; soon after switching on they are", async () => {
  const { db } = opened;
  const { text, blocks } = await extractDocument(Buffer.from(CV), "ida.md");
  const id = "a" as DocumentId;
  await db.insert(documents).values({ id, kind: "resume", source: "ida.md", title: "Ida", mediaType: "text/markdown", sha256: "a", sizeBytes: 1, status: "ready", language: "en" });
  await db.insert(documentAcl).values({ documentId: id, principal: "role:recruiter" });
  await db.insert(documentTexts).values({ documentId: id, text, pages: [], blocks: [...blocks] });
  await turn("candidates", false);
  expect(await refreshProfiles(db)).toBe(0);
  const stop = startRefreshing(db, 20);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await db.$count(resumeProfiles)).toBe(0);
  await turn("candidates", true);
  await vi.waitFor(async () => expect(await db.$count(resumeProfiles)).toBe(1), { timeout: 20_000 });
  await stop();
});

test("insights: nothing is trained, what runs goes back into the line, and it goes on afterwards", async () => {
  const { db } = opened;
  const { lead } = await addLenaAndAda(db);
  await enableInsights(db, lead, { purpose: "Support teams early, never rank or dismiss anyone.", legalBasis: "Works agreement 12/2026", consultation: "Works council heard", approvedBy: "G. Hartshorne", approvedOn: "2026-11-01" });
  const rows = Array.from({ length: 40 }, (_, at) => [`p${at}@example.test`, ["Works", "Sales"][at % 2], (at * 7) % 31, at % 4 === 3 ? "Yes" : "No"].join(","));
  const tableId = await keepTable(db, lead, { name: "People", use: "attrition", fileName: "people.csv", bytes: Buffer.from(["e-mail,Department,Overtime,Attrition", ...rows].join("\n")) });
  await saveMapping(db, lead, tableId, (await tableDetail(db, lead, tableId)).mapping);
  const state = async () => (await listInsightRuns(db, system, { kind: null, limit: 1 }))[0]?.state;
  const until = (wanted: string) => vi.waitFor(async () => expect(await state()).toBe(wanted), { timeout: 10_000 });
  const begun = vi.mocked(startInsightTraining).mockImplementation(() => {
    let cancel = (): void => undefined;
    const result = new Promise<never>((_, reject) => (cancel = () => reject(new AppError("job/cancelled", "cancelled"))));
    return { result, cancel };
  });
  const runner = await openInsightRunner({ db, dialect: "pglite", clock: systemClock, name: "test", process: { settings: { encoder: "", device: "cpu", modelsDir: "", stageDelayMs: 0 }, folder } });
  await turn("insights", false);
  await trainInsight({ db, insights: runner }, lead, { kind: "attrition", tableId });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect([await state(), begun.mock.calls.length]).toEqual(["queued", 0]);
  await turn("insights", true);
  runner.wake();
  await vi.waitFor(() => expect(begun).toHaveBeenCalledOnce());
  await turn("insights", false);
  runner.wake();
  await until("queued");
  const interval = { mean: 0.8, low: 0.7, high: 0.9 };
  begun.mockImplementation(() => ({ result: Promise.resolve({ report: {}, metric: { name: "auc", value: interval, higherIsBetter: true, floor: 0.5 }, artefact: null, people: [], recipe: {} }), cancel: () => undefined }));
  await turn("insights", true);
  runner.wake();
  await until("done");
  expect(await db.$count(insightVersions)).toBe(1);
  await runner.close();
});
