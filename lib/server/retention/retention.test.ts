/** @file The clocks: nothing without terms; what is due goes with all that hangs on it; the preview says what will go; one run a day. */
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { openMemoryDatabase } from "../../../db/client";
import { applications, auditEvents, chunks, conversations, documentAcl, documents, documentTerms, feedback, hrAsks, hrItems, messages, openings, reviewItems, reviewSources, users, vectors, verifiedAnswers } from "../../../db/schema";
import { emptyDatabase, eq } from "../../../db/testing/database";
import { createManualClock } from "../../core/clock";
import type { Answer } from "../../contracts/evidence";
import type { Actor, ApplicationId, ChunkId, ConversationId, DocumentId, DocumentKind, EncoderVersion, FeedbackId, HrAskId, HrItemId, MessageId, ReviewItemId, UserId, VerifiedAnswerId } from "../../core/types";
import { createFileStore } from "../ingest/file-store";
import type { Services } from "../services";
import { listErasures } from "../../../db/queries/recruiting/erasures";
import { listTermsOver } from "../../../db/queries/recruiting/held-back";
import { systemScope } from "../../core/scope";
import { keepPerson, keptTerms } from "../recruiting/kept-until";
import { applyRetention, previewRetention, runDaily } from "./clock";
import { changeRetention, dueBefore, retentionSettings } from "./settings";

const opened = await openMemoryDatabase();
const { db } = opened;
const folder = await mkdtemp(path.join(tmpdir(), "cadre-retention-"));
const files = createFileStore(folder);
const NOW = Date.parse("2026-11-22T12:00:00Z");
const clock = createManualClock(NOW);
const lead: Actor = { userId: "u-1" as UserId, name: "Lead", roles: ["hr_lead"] };
const admin: Actor = { userId: "u-2" as UserId, name: "Admin", roles: ["admin"] };
let removed: string[] = [];
let snapshotsDropped = 0;
const services = {
  db,
  files,
  dispatcher: { cancel: () => undefined },
  events: { publish: () => undefined },
  vectors: { dropSnapshot: () => Promise.resolve(void snapshotsDropped++) },
  readSide: { remove: (id: string) => removed.push(id), knowledge: { passagesOf: () => [], retrieve: () => Promise.resolve({ passages: [] }) } },
  paths: { backups: path.join(folder, "no-backups") },
  encoder: {},
} as unknown as Services;

async function chat(id: string, lastAsked: string): Promise<void> {
  await db.insert(conversations).values({ id: id as ConversationId, userId: lead.userId, title: id, updatedAt: new Date(lastAsked) });
  await db.insert(messages).values({ id: id as MessageId, conversationId: id as ConversationId, role: "assistant", text: "", state: "complete" });
  await db.insert(feedback).values({ id: id as FeedbackId, messageId: id as MessageId, userId: lead.userId, targetType: "answer", verdict: "down", snapshot: {} as never });
  await db.insert(reviewItems).values({ id: id as ReviewItemId, question: id, questionKey: id, language: "en", outcome: "answer" as never, confidence: 0.5, encoderVersion: "e" as EncoderVersion, needed: 1, lot: 0.5 });
  await db.insert(reviewSources).values({ messageId: id as MessageId, itemId: id as ReviewItemId, userId: lead.userId, state: "rated" });
}

async function paper(id: string, kind: DocumentKind, added: string): Promise<void> {
  const sha256 = await files.put(Buffer.from(id));
  await db.insert(documents).values({ id: id as DocumentId, kind, source: id, title: `Paper ${id}`, mediaType: "text/plain", sha256, sizeBytes: 1, status: "ready", createdAt: new Date(added) });
  await db.insert(documentAcl).values({ documentId: id as DocumentId, principal: "role:hr_lead" });
  await db.insert(chunks).values({ id: id as ChunkId, documentId: id as DocumentId, ordinal: 0, startChar: 0, endChar: 1, headings: [], text: "x" });
  await db.insert(vectors).values({ chunkId: id as ChunkId, encoderVersion: "e" as EncoderVersion, vector: Uint8Array.of(1) });
}

/** A question to HR as it was sent. @param closed when HR replied, null while it waits; @param shared the reply is for everyone */
async function question(id: string, closed: string | null, { shared = true } = {}): Promise<void> {
  const answerId = id as VerifiedAnswerId;
  if (closed !== null) await db.insert(verifiedAnswers).values({ id: answerId, question: "How long is leave?", language: "en", reply: "Five days.", audience: [], shared, state: "serving", verifiedAt: new Date(closed) });
  await db.insert(hrItems).values({ id: id as HrItemId, language: "en", state: closed === null ? "waiting" : "answered", answerId: closed === null ? null : answerId, closedAt: closed === null ? null : new Date(closed), createdAt: new Date("2025-01-01T00:00:00Z") });
  await db.insert(hrAsks).values({ id: id as HrAskId, itemId: id as HrItemId, userId: lead.userId, question: `Mine ${id}`, context: [], named: false, sensitive: false });
}

const ids = async () => ({
  chats: (await db.select({ id: conversations.id }).from(conversations).orderBy(conversations.id)).map(({ id }) => id),
  papers: (await db.select({ id: documents.id }).from(documents).orderBy(documents.id)).map(({ id }) => id),
});

beforeEach(async () => {
  await emptyDatabase(db);
  removed = [];
  snapshotsDropped = 0;
  await rm(folder, { recursive: true, force: true });
  await db.insert(users).values({ id: lead.userId, email: "l@example.org", name: "Lead", passwordHash: "x", roles: ["hr_lead"] });
  await chat("chat-old", "2025-11-21T23:00:00Z");
  await chat("chat-young", "2025-11-23T01:00:00Z");
  await paper("resume-old", "resume", "2024-11-01T00:00:00Z");
  await paper("resume-young", "resume", "2024-12-01T00:00:00Z");
  await paper("policy-old", "policy", "2020-01-01T00:00:00Z");
  await question("answered-old", "2026-05-01T00:00:00Z");
  await question("private-old", "2026-05-21T23:00:00Z", { shared: false });
  await question("answered-young", "2026-05-23T00:00:00Z");
  await question("waiting-old", null);
});
afterAll(async () => {
  await opened.close();
  await rm(folder, { recursive: true, force: true });
});

test("off by default: nothing is due, nothing goes, no line", async () => {
  expect(await retentionSettings(db)).toEqual({ chats: null, resumes: null, questions: null, ended: null });
  expect(await applyRetention(services, clock)).toEqual({ chats: 0, resumes: 0, questions: 0, ended: 0 });
  expect((await ids()).papers).toHaveLength(3);
  expect(await db.$count(auditEvents)).toBe(0);
});

test("what is due goes with ratings, review items, file, passages, vectors and snapshots; the preview said so", async () => {
  await changeRetention(db, lead, { chats: 12, resumes: 24, questions: 6, ended: null });
  expect(await previewRetention(db, lead, { chats: 12, resumes: 24, questions: 6, ended: null }, clock)).toEqual({
    chats: { due: 1, all: 2, oldest: "2025-11-21T23:00:00.000Z" },
    resumes: { due: 1, all: 2, oldest: "2024-11-01T00:00:00.000Z", titles: ["Paper resume-old"] },
    questions: { due: 2, all: 4, oldest: "2026-05-01T00:00:00.000Z" },
    ended: { due: 0, all: 0, titles: [] },
  });
  expect((await ids()).chats, "a preview deletes nothing").toHaveLength(2);
  // A card of the person stands in a chat that stays.
  const shown = { outcome: "candidates", text: "Bo Example fits", citations: [], candidates: [{ documentId: "resume-old" }, { documentId: "resume-young" }], understoodAs: null, confidence: 1, suggestions: [] } as unknown as Answer;
  await db.update(messages).set({ text: "Bo Example fits", answer: shown }).where(eq(messages.id, "chat-young" as MessageId));
  expect(await applyRetention(services, clock)).toEqual({ chats: 1, resumes: 1, questions: 2, ended: 0 });
  expect(await ids()).toEqual({ chats: ["chat-young"], papers: ["policy-old", "resume-young"] });
  expect((await db.select().from(feedback)).map(({ id }) => id)).toEqual(["chat-young"]);
  const [kept] = await db.select().from(messages);
  expect(kept?.answer?.candidates).toEqual([{ documentId: "resume-young" }]);
  expect(JSON.stringify(kept)).not.toMatch(/resume-old|Bo Example/);
  expect((await db.select().from(reviewItems)).map(({ id }) => id)).toEqual(["chat-young"]);
  expect((await db.select({ id: hrItems.id }).from(hrItems).orderBy(hrItems.id)).map(({ id }) => id)).toEqual(["answered-young", "waiting-old"]);
  expect((await db.select({ question: hrAsks.question }).from(hrAsks).orderBy(hrAsks.id)).map((ask) => ask.question), "the askers' words").toEqual(["Mine answered-young", "Mine waiting-old"]);
  expect((await db.select({ id: verifiedAnswers.id }).from(verifiedAnswers).orderBy(verifiedAnswers.id)).map(({ id }) => id), "what others are given stays, a private reply goes").toEqual(["answered-old", "answered-young"]);
  expect(await db.$count(vectors, eq(vectors.chunkId, "resume-old" as ChunkId))).toBe(0);
  expect(await readdir(folder)).toHaveLength(2);
  expect([removed, snapshotsDropped]).toEqual([["resume-old"], 1]);
  expect((await db.select().from(auditEvents).orderBy(auditEvents.seq)).map(({ action, facts }) => [action, facts])).toEqual([
    ["retention.changed", { chats: 12, resumes: 24, questions: 6, ended: null }],
    ["document.deleted", { kind: "resume", replacedBy: null }],
    ["candidate.erased", expect.objectContaining({ clean: true })],
    ["retention.applied", { chats: 1, resumes: 1, questions: 2, ended: 0 }],
  ]);
});

test("a policy or course goes some time after it ended: by its last day, or the first day of what replaces it; what goes on stays, and so do openings", async () => {
  for (const [id, kind] of [["lapsed", "policy"], ["lapsed-young", "policy"], ["replaced", "course"], ["replacing", "course"], ["unready", "policy"], ["not-replaced", "policy"], ["opening", "job"]] as const) await paper(id, kind, "2020-01-01T00:00:00Z");
  await db.update(documents).set({ status: "failed" }).where(eq(documents.id, "unready" as DocumentId));
  const terms = (documentId: string, more: Partial<typeof documentTerms.$inferInsert>) => db.insert(documentTerms).values({ documentId: documentId as DocumentId, ...more });
  await terms("lapsed", { validUntil: "2025-11-21" });
  await terms("lapsed-young", { validUntil: "2025-11-22" });
  await terms("replaced", { validUntil: "2030-01-01" });
  await terms("replacing", { validFrom: "2025-06-01", supersedesId: "replaced" as DocumentId });
  await terms("unready", { validFrom: "2024-01-01", supersedesId: "not-replaced" as DocumentId });
  await terms("opening", { validUntil: "2020-02-01" });
  const settings = { chats: null, resumes: null, questions: null, ended: 12 };
  await changeRetention(db, lead, settings);
  expect((await previewRetention(db, lead, settings, clock)).ended).toEqual({ due: 2, all: 3, titles: ["Paper replaced", "Paper lapsed"] });
  expect((await previewRetention(db, admin, settings, clock)).ended, "no titles for who may not read them").toEqual({ due: 2, all: 3, titles: [] });
  expect(await applyRetention(services, clock)).toEqual({ chats: 0, resumes: 0, questions: 0, ended: 2 });
  expect((await ids()).papers).toEqual(["lapsed-young", "not-replaced", "opening", "policy-old", "replacing", "resume-old", "resume-young", "unready"]);
  expect([removed.sort(), await applyRetention(services, clock)]).toEqual([["lapsed", "replaced"], { chats: 0, resumes: 0, questions: 0, ended: 0 }]);
  expect((await db.select().from(auditEvents).orderBy(auditEvents.seq)).slice(1).map(({ action, facts }) => [action, facts])).toEqual([
    ["document.deleted", { kind: "course", replacedBy: null }],
    ["document.deleted", { kind: "policy", replacedBy: null }],
    ["retention.applied", { chats: 0, resumes: 0, questions: 0, ended: 2 }],
  ]);
});

test("a person in the pool who never applied has a term: shown, held to, and a receipt is kept; who applied goes by the last of their terms, who was hired stays", async () => {
  await expect(keepPerson(db, lead, "policy-old", "2026-11-01")).rejects.toMatchObject({ code: "request/not-found" });
  expect(await keepPerson(db, lead, "resume-old", "2026-11-20")).toEqual({ until: "2026-11-20T23:59:59.999Z", by: "agreed" });
  for (const id of ["applied", "open-ended", "hired"]) await paper(`resume-${id}`, "resume", "2026-01-01T00:00:00Z");
  await paper("job-1", "job", "2026-01-01T00:00:00Z");
  await paper("job-2", "job", "2026-01-01T00:00:00Z");
  const opening = { state: "open" as const, suggested: [], requirements: [], openedAt: new Date(NOW) };
  await db.insert(openings).values([{ documentId: "job-1" as DocumentId, ...opening }, { documentId: "job-2" as DocumentId, ...opening }]);
  const application = (job: string, resume: string, keepUntil: string | null, stage: "new" | "hired" = "new") => ({ id: `${job}-${resume}` as ApplicationId, code: `${job}-${resume}`, openingId: job as DocumentId, documentId: resume as DocumentId, stage, channel: "other" as const, consent: "application" as const, keepUntil: keepUntil === null ? null : new Date(keepUntil), appliedAt: new Date(NOW), stageSince: new Date(NOW) });
  await db.insert(applications).values([application("job-1", "resume-applied", "2026-06-01T00:00:00Z"), application("job-2", "resume-applied", "2026-11-01T00:00:00Z"), application("job-1", "resume-open-ended", "2026-06-01T00:00:00Z"), application("job-2", "resume-open-ended", null), application("job-1", "resume-hired", "2026-06-01T00:00:00Z", "hired")]);
  await expect(keepPerson(db, lead, "resume-applied", null)).rejects.toMatchObject({ code: "request/conflict" });
  const rows = await db.select({ id: documents.id, createdAt: documents.createdAt }).from(documents).where(eq(documents.kind, "resume"));
  expect(Object.fromEntries(await keptTerms(db, rows))).toEqual({ "resume-old": { until: "2026-11-20T23:59:59.999Z", by: "agreed" }, "resume-young": null, "resume-applied": { until: "2026-11-01T00:00:00.000Z", by: "agreed" }, "resume-open-ended": null, "resume-hired": null });
  expect([...(await listTermsOver(db, systemScope("test"), new Date(NOW)))].sort()).toEqual(["resume-applied", "resume-hired", "resume-old"]);
  expect((await applyRetention(services, clock)).resumes).toBe(2);
  expect((await ids()).papers.filter((id) => id.startsWith("resume"))).toEqual(["resume-hired", "resume-open-ended", "resume-young"]);
  const receipts = await listErasures(db, systemScope("test"), { limit: 10 });
  expect(receipts.map(({ receipt }) => [receipt.subject, receipt.clean]).sort()).toEqual([["resume-applied", true], ["resume-old", true]]);
  // The company's term is held to as well, whichever ends first.
  await changeRetention(db, lead, { chats: null, resumes: 24, questions: null, ended: null });
  expect((await keptTerms(db, rows)).get("resume-young")).toEqual({ until: "2026-12-01T00:00:00.000Z", by: "company" });
});

test("an administrator sets the terms and sees counts, but no résumé's title; others do neither", async () => {
  expect((await previewRetention(db, admin, { chats: 12, resumes: 24, questions: 6, ended: null }, clock)).resumes).toMatchObject({ due: 1, titles: null });
  await changeRetention(db, admin, { chats: 6, resumes: null, questions: null, ended: null });
  await expect(changeRetention(db, { ...admin, roles: ["recruiter"] }, { chats: 1, resumes: 1, questions: 1, ended: null })).rejects.toMatchObject({ code: "policy/forbidden" });
});

test("once a day, whichever server is first", async () => {
  await changeRetention(db, lead, { chats: 12, resumes: null, questions: null, ended: null });
  expect(await Promise.all([runDaily(services, clock), runDaily(services, clock)])).toEqual(expect.arrayContaining([{ chats: 1, resumes: 0, questions: 0, ended: 0 }, null]));
  expect(await runDaily(services, clock)).toBeNull();
  expect(await runDaily(services, createManualClock(NOW + 86_400_000 * 2))).toEqual({ chats: 1, resumes: 0, questions: 0, ended: 0 });
});

test("months are the calendar's", () => {
  expect(dueBefore(null, NOW)).toBeNull();
  expect(dueBefore(1, Date.parse("2026-03-31T12:00:00Z"))?.toISOString()).toBe("2026-02-28T00:00:00.000Z");
});
