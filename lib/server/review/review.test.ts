/**
 * @file The review queue over a real database: what queues and what stays private, who sees what, judging, undo, deciding,
 * labels, and that deletion reaches everything. Real: tables, queries, rules. Scripted: the answers, and the encoder.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openMemoryDatabase, type Database, type OpenDatabase } from "../../../db/client";
import { appendQuestion, beginAnswer, finishAnswer } from "../../../db/queries/chat";
import { deleteConversation } from "../../../db/queries/conversations";
import { exposuresOf, recordExposures, recordOpened } from "../../../db/queries/exposures";
import { removeOrphanItems } from "../../../db/queries/review-sources";
import { auditEvents, chunks, documentAcl, documents, documentTexts, reviewItemPassages, reviewItems, reviewJudgements, users } from "../../../db/schema";
import { emptyDatabase, eq } from "../../../db/testing/database";
import type { Answer, Citation, RetrievedPassage } from "../../contracts/evidence";
import { judgementRequest, queueQuery, type JudgementRequest } from "../../contracts/review";
import type { Encoder } from "../../core/encoder";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor, ChunkId, DocumentId, DocumentKind, EncoderVersion, FeedbackId, MessageId, Principal, Role, UserId } from "../../core/types";
import { QUEUED_PER_PERSON_PER_DAY } from "./constants";
import { assign, changeGold, decide, disagreementsFor, openDisagreement } from "./decide";
import { openItem } from "./item";
import { judge, undoLast } from "./judge";
import { readLabels, readSignals } from "./labels";
import { saveKeys } from "./preferences";
import { progressOf } from "./progress";
import { queueFor } from "./queue";
import { searchPassages } from "./search";
import { switchModule } from "../modules/state";
import { rateAnswer, sendToReview, undoAnswerRating } from "./signals";
import { trustFor } from "./trust";
import { listNotifications } from "../../../db/queries/notifications";
import { verifiedFor } from "../verified-answers/find";
import { serveVerified } from "./verified";

const system = systemScope("test");
let opened: OpenDatabase;
let db: Database;
beforeAll(async () => {
  opened = await openMemoryDatabase();
  db = opened.db;
});
afterAll(async () => opened.close());

/** Every question of its own direction: only equal wording is the same. */
const encoder = {
  version: "test@1" as EncoderVersion,
  dimension: 64,
  embed: (texts: readonly string[]) => Promise.resolve(texts.map((text) => Float32Array.from({ length: 64 }, (_, i) => Number(i === [...text].reduce((sum, char) => sum + char.charCodeAt(0), 0) % 64)))),
} as unknown as Encoder;

const person = (id: string, ...roles: Role[]): Actor => ({ userId: id as UserId, name: id, roles: ["employee", ...roles] });
const noor = person("noor");
const callum = person("callum", "recruiter");
const lieke = person("lieke", "reviewer");
const mo = person("mo", "reviewer");
const saskia = person("saskia", "hr_lead");

beforeEach(async () => {
  await emptyDatabase(db);
  await db.insert(users).values([noor, callum, lieke, mo, saskia].map(({ userId, name, roles }) => ({ id: userId, name, email: `${name}@example.test`, passwordHash: "x", roles: [...roles] })));
  await addDocument("leave", "policy", ["role:employee"]);
  await addDocument("bands", "policy", ["role:hr_lead"]);
});

const TEXT = "A full-time employee has 27 days of leave. Unused days lapse in July.";

async function addDocument(id: string, kind: DocumentKind, acl: readonly Principal[]): Promise<void> {
  const documentId = id as DocumentId;
  await db.insert(documents).values({ id: documentId, kind, source: `${id}.md`, title: id, mediaType: "text/markdown", sha256: id, sizeBytes: 1, status: "ready", language: "en", demo: true });
  await db.insert(documentAcl).values(acl.map((principal) => ({ documentId, principal })));
  await db.insert(documentTexts).values({ documentId, text: `${TEXT}\n\n${TEXT}`, pages: [], blocks: [] });
  await db.insert(chunks).values([0, 1].map((ordinal) => ({ id: `${id}-${ordinal}` as ChunkId, documentId, ordinal, startChar: ordinal * (TEXT.length + 2), endChar: ordinal * (TEXT.length + 2) + TEXT.length, page: null, headings: [], text: TEXT })));
}

interface Asking {
  readonly document?: string;
  readonly outcome?: Answer["outcome"];
  readonly confidence?: number;
}

/** Asks and answers: quotes the first sentence of the document's first passage; both passages were retrieved. */
async function ask(by: Actor, question: string, { document = "leave", outcome = "answered", confidence = 0.6 }: Asking = {}): Promise<{ messageId: MessageId; conversationId: Parameters<typeof deleteConversation>[2] }> {
  const scope = scopeOf(by);
  const asked = await appendQuestion(db, scope, { conversationId: null, text: question });
  const { messageId } = await beginAnswer(db, scope, { questionId: asked.questionId, encoderVersion: encoder.version });
  const citation: Citation = { number: 1, documentId: document, chunkId: `${document}-0`, title: document, kind: "policy", headings: [], page: null, start: 0, end: 42, quote: TEXT.slice(0, 42), conflict: null };
  const answer: Answer = { outcome, text: `It says: ${TEXT.slice(0, 42)}`, citations: outcome === "answered" ? [citation] : [], candidates: [], understoodAs: null, confidence, suggestions: [] };
  const retrieved = [0, 1].map((i): RetrievedPassage => ({ rank: i + 1, documentId: document, chunkId: `${document}-${i}`, title: document, score: 1 - i / 10, lexical: 1, dense: 0.5 }));
  await finishAnswer(db, scope, { messageId, state: "complete", answer, retrieved, encoderVersion: encoder.version, latencyMs: 5 });
  await recordExposures(db, scope, messageId, exposuresOf(answer, retrieved));
  return { messageId, conversationId: asked.conversationId };
}

const thumb = (by: Actor, messageId: MessageId, verdict: "up" | "down" = "down", comment = "") =>
  rateAnswer({ db, encoder }, scopeOf(by), { messageId, target: { type: "answer", id: null }, verdict, reasons: verdict === "down" ? ["wrong_source"] : [], comment });
async function rated(by: Actor, question: string, asking?: Asking): Promise<{ messageId: MessageId; conversationId: Parameters<typeof deleteConversation>[2]; feedbackId: FeedbackId }> {
  const asked = await ask(by, question, asking);
  return { ...asked, feedbackId: (await thumb(by, asked.messageId)).id as FeedbackId };
}
const queue = (by: Actor, query: object = {}) => queueFor(db, scopeOf(by), queueQuery.parse(query));
const close = (by: Actor, id: string, part: Partial<JudgementRequest> = {}) =>
  judge(db, by, id, judgementRequest.parse({ state: "done", verdict: "graded", grades: [{ chunkId: "leave-0", relevance: 3 }, { chunkId: "leave-1", relevance: 0 }], durationMs: 3000, ...part }));
/** All that are asked for need one judgement only, whatever was drawn. */
const needOne = () => db.update(reviewItems).set({ needed: 1 });
const only = async (by: Actor) => {
  const { items } = await queue(by);
  expect(items).toHaveLength(1);
  return items[0]?.id ?? "";
};

describe("what queues", () => {
  test("nothing while the module is off: the thumb stays with the answer, and nobody is promised a reviewer", async () => {
    const admin = { ...noor, roles: ["admin"] } as Actor;
    await switchModule(db, admin, { id: "learning", on: false });
    const { messageId } = await ask(noor, "How many days of leave do I get?");
    expect(await thumb(noor, messageId)).toMatchObject({ verdict: "down", review: "none" });
    await switchModule(db, admin, { id: "learning", on: true });
    expect((await queue(lieke)).items).toEqual([]);
    expect(await thumb(noor, messageId)).toMatchObject({ review: "queued" });
  });

  test("many who ask the same are one item with a count, without names", async () => {
    await rated(noor, "How many days of leave do I get?");
    const second = await ask(callum, "how many days of leave do I get");
    await thumb(callum, second.messageId, "up");
    const id = await only(lieke);
    const item = await openItem(db, lieke, id);
    expect(item).toMatchObject({ people: 2, up: 1, down: 1, complaints: [{ reason: "wrong_source", n: 1 }] });
    expect(JSON.stringify({ item, queue: await queue(lieke) })).not.toMatch(/noor|callum/);
    expect(item.passages.map((passage) => [passage.chunkId, passage.quoted.length])).toEqual([["leave-0", 1], ["leave-1", 0]]);
    expect((await queue(lieke)).items[0]?.reasons).toEqual(expect.arrayContaining(["disagreement", "frequent"]));
  });

  test("a private subject, in the question or in the comment, stays the asker's until they send it", async () => {
    const one = await ask(noor, "I am pregnant, what leave do I get?");
    expect((await thumb(noor, one.messageId)).review).toBe("private");
    const two = await ask(noor, "How is leave counted?");
    expect((await thumb(noor, two.messageId)).review).toBe("queued");
    expect((await thumb(noor, two.messageId, "down", "because I am pregnant")).review).toBe("private");
    expect((await queue(lieke)).items).toEqual([]);
    expect(await sendToReview({ db, encoder }, scopeOf(noor), one.messageId)).toBe("queued");
    expect((await openItem(db, lieke, await only(lieke))).question).toContain("pregnant");
  });

  test("a chat that nobody rated is in no queue, and its id opens nothing; nobody sends another's", async () => {
    const { messageId } = await ask(noor, "What about parking?");
    expect((await queue(lieke)).items).toEqual([]);
    await expect(openItem(db, lieke, messageId)).rejects.toMatchObject({ code: "request/not-found" });
    await expect(sendToReview({ db, encoder }, scopeOf(callum), messageId)).rejects.toMatchObject({ code: "request/not-found" });
  });

  test("lists of candidates do not queue; one person's flood stops at the cap", async () => {
    const list = await ask(callum, "welders in Leeds", { outcome: "candidates" });
    expect((await thumb(callum, list.messageId)).review).toBe("none");
    for (let i = 0; i < QUEUED_PER_PERSON_PER_DAY + 2; i++) {
      const { messageId } = await ask(noor, `Question number ${i}?`);
      expect((await thumb(noor, messageId)).review).toBe(i < QUEUED_PER_PERSON_PER_DAY ? "queued" : "private");
    }
    expect((await queue(lieke)).waiting).toBe(QUEUED_PER_PERSON_PER_DAY);
    expect((await trustFor(db, saskia)).floods).toEqual([]);
    for (const other of [lieke, mo, saskia]) await rated(other, "How is leave counted?");
    for (let i = 0; i < 10; i++) await thumb(noor, (await ask(noor, `More ${i}?`)).messageId);
    const { floods } = await trustFor(db, saskia);
    expect(floods).toEqual([expect.objectContaining({ ratings: QUEUED_PER_PERSON_PER_DAY + 12, queued: QUEUED_PER_PERSON_PER_DAY })]);
    expect(JSON.stringify(floods)).not.toContain("noor");
    expect((await trustFor(db, lieke)).floods).toBeNull();
  });
});

describe("who sees what", () => {
  test("an item with a passage that the reviewer may not read is not there for them; the HR lead's reading is recorded", async () => {
    await rated(saskia, "What are the bands?", { document: "bands" });
    const other = person("other", "hr_lead");
    await db.insert(users).values({ id: other.userId, name: "other", email: "other@example.test", passwordHash: "x", roles: [...other.roles] });
    expect((await queue(lieke)).items).toEqual([]);
    const id = await only(other);
    await expect(openItem(db, lieke, id)).rejects.toMatchObject({ code: "request/not-found" });
    await expect(close(lieke, id)).rejects.toMatchObject({ code: "request/not-found" });
    expect((await openItem(db, other, id)).passages[0]?.forAll).toBe(false);
    const lines = await db.select().from(auditEvents).where(eq(auditEvents.action, "review.restricted-shown"));
    expect(lines.map((line) => [line.actorId, line.facts])).toEqual([["other", { documents: ["bands"], place: "item" }]]);
  });

  test("nobody judges their own question; it waits for a second reviewer", async () => {
    await rated(lieke, "How is leave counted?");
    expect(await queue(lieke)).toMatchObject({ items: [], needSecond: 1 });
    const id = await only(mo);
    await expect(close(lieke, id)).rejects.toMatchObject({ code: "request/not-found" });
    await close(mo, id);
    expect((await queue(lieke)).needSecond).toBe(0);
  });

  test("search finds only what the reviewer may read, and never a résumé", async () => {
    await rated(noor, "How is leave counted?");
    await addDocument("cv", "resume", ["role:hr_lead", "role:recruiter"]);
    const asked: string[] = [];
    const readSide = {
      mayRead: () => ({ documentId }: { documentId: string }) => documentId !== "bands",
      knowledge: {
        retrieve: (_words: string, options?: { filter?: (passage: never) => boolean }) => {
          const all = ["leave-1", "bands-0", "cv-0"].map((id) => ({ id, documentId: id.split("-")[0], kind: id.startsWith("cv") ? "resume" : "policy" }));
          const passages = all.filter((passage) => options?.filter?.(passage as never) ?? true);
          asked.push(...passages.map((passage) => passage.id));
          return Promise.resolve({ passages: passages.map((passage) => ({ passage })) });
        },
      },
    };
    const found = await searchPassages({ db, readSide: readSide as never }, saskia, { itemId: await only(saskia), words: "leave" });
    expect(found.passages.map((passage) => passage.chunkId)).toEqual(["leave-1"]);
    expect(asked).toEqual(["leave-1"]);
  });
});

describe("judging", () => {
  test("a draft comes back; a closed item leaves the queue; undo reopens it with its grades, ten and no more", async () => {
    for (let i = 0; i < 12; i++) await rated(i % 2 ? noor : callum, `Question ${i} about leave?`);
    await needOne();
    const [first] = (await queue(lieke)).items;
    await close(lieke, first?.id ?? "", { state: "draft", verdict: null, note: "half" });
    expect((await openItem(db, lieke, first?.id ?? "")).mine).toMatchObject({ state: "draft", note: "half", grades: [{ relevance: 3 }, { relevance: 0 }] });
    expect((await queue(mo)).items.map((entry) => entry.id)).not.toContain(first?.id);
    const ids = (await queue(lieke)).items.map((entry) => entry.id);
    for (const id of ids) await close(lieke, id);
    expect((await queue(lieke)).waiting).toBe(0);
    expect(await progressOf(db, scopeOf(lieke), new Date(Date.now() - 60_000))).toMatchObject({ today: 12, total: 12, itemsPerMinute: 20, undoable: 10 });
    for (let i = 0; i < 10; i++) expect(await undoLast(db, scopeOf(lieke))).toEqual({ itemId: ids[11 - i], undoable: 9 - i });
    await expect(undoLast(db, scopeOf(lieke))).rejects.toMatchObject({ code: "request/conflict" });
    expect((await openItem(db, lieke, ids[11] ?? "")).mine).toMatchObject({ state: "draft", grades: [{ relevance: 3 }, { relevance: 0 }] });
  });

  test("a passage found by search stands there again when the item is opened again, also after undo", async () => {
    await rated(noor, "How is leave counted?");
    const id = await only(lieke);
    const [own, other] = ["leave-0", "leave-1"] as const;
    await db.delete(reviewItemPassages).where(eq(reviewItemPassages.chunkId, other as ChunkId));
    const shown = async () => (await openItem(db, lieke, id)).passages.map((passage) => passage.chunkId);
    expect(await shown()).not.toContain(other);
    const grades = [{ chunkId: own, relevance: 0 }, { chunkId: other, relevance: 3, found: true }];
    await close(lieke, id, { state: "draft", verdict: null, grades });
    expect((await shown()).at(-1)).toBe(other);
    await close(lieke, id, { grades });
    await undoLast(db, scopeOf(lieke));
    expect((await shown()).at(-1)).toBe(other);
    expect((await openItem(db, lieke, id)).mine?.grades).toContainEqual(expect.objectContaining({ chunkId: other, found: true }));
  });

  test.each<[string, Partial<JudgementRequest>, RegExp]>([
    ["no verdict", { verdict: null }, /Choose a verdict/],
    ["no grade", { grades: [] }, /Grade at least one/],
    ["unanswerable with an answer", { verdict: "unanswerable" }, /graded as part of the answer/],
    ["a mark outside of its passage", { grades: [{ chunkId: "leave-0", relevance: 3, span: { start: 60, end: 90 } }] }, /within its passage/],
    ["a passage that is not open", { grades: [{ chunkId: "bands-0", relevance: 3 }] }, /gone by now/],
    ["one passage twice", { grades: [{ chunkId: "leave-0", relevance: 3 }, { chunkId: "leave-0", relevance: 1 }] }, /graded twice/],
  ])("%s is refused and says what to do", async (_name, part, words) => {
    await rated(noor, "How is leave counted?");
    await expect(close(lieke, await only(lieke), part)).rejects.toMatchObject({ code: "request/invalid", userMessage: expect.stringMatching(words) as string });
  });

  test("right and verified: serves the marked words at once; without a mark it says that it cannot", async () => {
    await rated(noor, "How is leave counted?");
    const id = await only(lieke);
    const marked = { verified: true, grades: [{ chunkId: "leave-0", relevance: 3, span: { start: 0, end: 42 } }] };
    const reply = await judge(db, lieke, id, judgementRequest.parse({ state: "done", verdict: "graded", ...marked }), serveVerified(db, lieke));
    expect(reply.verified).toBe("served");
    const told = async (actor: Actor) => (await listNotifications(db, scopeOf(actor), 10)).filter(({ kind }) => kind === "feedback.receipt").length;
    expect([await told(noor), await told(lieke)], "whoever rated the question, not whoever verified it").toEqual([1, 0]);
    expect(JSON.stringify(await verifiedFor({ db, reader: scopeOf(noor) })("How is leave counted?"))).toContain(TEXT.slice(0, 42));
    const unmarked = await judge(db, mo, id, judgementRequest.parse({ state: "done", verdict: "graded", verified: true, grades: [{ chunkId: "leave-0", relevance: 3 }] }), serveVerified(db, mo));
    expect(unmarked.verified).toBe("not-possible");
  });

  test("keys are kept; one key for two actions is refused", async () => {
    expect(await saveKeys(db, scopeOf(lieke), { keys: { submit: "M" } })).toEqual({ keys: { submit: "m" } });
    await expect(saveKeys(db, scopeOf(lieke), { keys: { submit: "a" } })).rejects.toMatchObject({ code: "request/invalid" });
    expect(await saveKeys(db, scopeOf(lieke), { keys: { submit: "enter" } })).toEqual({ keys: {} });
  });
});

describe("trust", () => {
  test("two differ: the HR lead decides under letters, and the decision alone is the label", async () => {
    const { feedbackId } = await rated(noor, "How is leave counted?");
    const id = await only(lieke);
    await db.update(reviewItems).set({ needed: 2 });
    await close(lieke, id);
    expect((await queue(mo)).items[0]?.reasons).toContain("second-opinion");
    await close(mo, id, { grades: [{ chunkId: "leave-0", relevance: 0 }, { chunkId: "leave-1", relevance: 0 }] });
    expect((await readLabels(db, system)).map((label) => label.kind === "passage" && [label.reviewerId, label.chunkId, label.relevance])).toHaveLength(4);
    expect((await disagreementsFor(db, saskia)).items.map((item) => item.id)).toEqual([id]);
    const view = await openDisagreement(db, saskia, id);
    expect(view.judgements.map((judgement) => [judgement.reviewer, judgement.grades[0]?.relevance])).toEqual([["A", 3], ["B", 0]]);
    expect(JSON.stringify(view)).not.toMatch(/lieke|"mo"/);
    await decide(db, saskia, id, { verdict: "graded", grades: [{ chunkId: "leave-0", relevance: 3, span: { start: 0, end: 42 }, found: false }], note: "", gold: false });
    expect((await disagreementsFor(db, saskia)).items).toEqual([]);
    expect(await readLabels(db, system)).toEqual([
      expect.objectContaining({ kind: "passage", query: "How is leave counted?", chunkId: "leave-0", passage: TEXT, relevance: 3, span: { start: 0, end: 42 }, weight: 1, reviewerId: null, itemId: id, feedbackIds: [feedbackId] }),
    ]);
    const quality = (await trustFor(db, saskia)).reviewers;
    const of = (name: string) => quality.find((reviewer) => reviewer.name === name);
    expect(of("lieke")?.weight).toBeGreaterThan(of("mo")?.weight ?? 1);
    expect((await trustFor(db, mo)).reviewers.map((reviewer) => reviewer.name)).toEqual(["mo"]);
  });

  test("nobody decides on a question that they asked themselves, HR leads neither", async () => {
    await rated(saskia, "How is leave counted?");
    const id = await only(lieke);
    await db.update(reviewItems).set({ needed: 2 });
    await close(lieke, id);
    await close(mo, id, { grades: [{ chunkId: "leave-0", relevance: 0 }, { chunkId: "leave-1", relevance: 0 }] });
    expect((await disagreementsFor(db, saskia)).items).toEqual([]);
    await expect(decide(db, saskia, id, { verdict: "unanswerable", grades: [], note: "", gold: false })).rejects.toMatchObject({ code: "request/not-found" });
    await expect(changeGold(db, saskia, id, true)).rejects.toMatchObject({ code: "request/not-found" });
  });

  test("gold: from items on which two agree; known only after one's own choice", async () => {
    await rated(noor, "How is leave counted?");
    const id = await only(lieke);
    await close(lieke, id);
    await expect(changeGold(db, lieke, id, true)).rejects.toMatchObject({ code: "request/conflict" });
    await db.update(reviewItems).set({ needed: 2 });
    await close(saskia, id);
    await expect(changeGold(db, mo, id, true)).rejects.toMatchObject({ code: "policy/forbidden" });
    await changeGold(db, lieke, id, true);
    expect((await trustFor(db, mo)).gold).toMatchObject({ items: 1, candidates: [] });
    expect(JSON.stringify(await openItem(db, mo, await only(mo)))).not.toMatch(/gold|reference|score|rank|confidence/);
    const { gold } = await close(mo, id, { grades: [{ chunkId: "leave-0", relevance: 1 }, { chunkId: "leave-1", relevance: 0 }] });
    expect(gold).toMatchObject({ agreed: 1, compared: 2, passages: [{ mine: 1, reference: 3, modelRank: 1 }, { mine: 0, reference: 0, modelRank: 2 }] });
  });

  test("an item is given to someone who may judge it, and comes first", async () => {
    await rated(noor, "One about leave?");
    await rated(lieke, "Two about leave?");
    const items = (await queue(mo)).items;
    const [one, two] = ["One", "Two"].map((word) => items.find((entry) => entry.question.startsWith(word))?.id ?? "");
    await assign(db, saskia, two ?? "", { reviewerId: "mo", assigned: true });
    expect((await queue(mo)).items[0]).toMatchObject({ id: two, reasons: expect.arrayContaining(["assigned"]) as string[] });
    await expect(assign(db, saskia, two ?? "", { reviewerId: "lieke", assigned: true })).rejects.toMatchObject({ code: "request/invalid" });
    await expect(assign(db, saskia, one ?? "", { reviewerId: "noor", assigned: true })).rejects.toMatchObject({ code: "request/invalid" });
  });
});

describe("taken back, deleted, forgotten", () => {
  test("undo before anyone judged removes the item; afterwards it is not shown any more and the label stays, without the rating", async () => {
    const one = await rated(noor, "How is leave counted?");
    await undoAnswerRating(db, scopeOf(noor), one.feedbackId);
    expect(await db.$count(reviewItems)).toBe(0);
    const two = await rated(noor, "When do days lapse?");
    const id = await only(lieke);
    await close(lieke, id);
    await undoAnswerRating(db, scopeOf(noor), two.feedbackId);
    await expect(openItem(db, mo, id)).rejects.toMatchObject({ code: "request/not-found" });
    expect((await readLabels(db, system)).map((label) => label.feedbackIds)).toEqual([[], []]);
  });

  test("a question that no document could answer is a label without a passage, whatever was graded with it", async () => {
    await rated(noor, "Do I need an umbrella tomorrow?");
    await close(lieke, await only(lieke), { verdict: "unfair", grades: [{ chunkId: "leave-0", relevance: 0 }] });
    expect((await readLabels(db, system)).map(({ kind, query, reviewerId }) => [kind, query, reviewerId])).toEqual([["unfair", "Do I need an umbrella tomorrow?", "lieke"]]);
  });

  test("deleting the conversation, the account or the document removes labels", async () => {
    const one = await rated(noor, "How is leave counted?");
    await rated(callum, "When do days lapse?");
    for (const { id } of (await queue(lieke)).items) await close(lieke, id);
    expect(await readLabels(db, system)).toHaveLength(4);
    await deleteConversation(db, scopeOf(noor), one.conversationId);
    expect((await readLabels(db, system)).map((label) => label.query)).toEqual(["When do days lapse?", "When do days lapse?"]);
    await removeOrphanItems(db, system);
    expect(await db.$count(reviewItems)).toBe(1);
    await db.delete(documents).where(eq(documents.id, "leave" as DocumentId));
    expect(await readLabels(db, system)).toEqual([]);
    await db.delete(users).where(eq(users.id, "callum" as UserId));
    await removeOrphanItems(db, system);
    expect([await db.$count(reviewItems), await db.$count(reviewJudgements)]).toEqual([0, 0]);
  });

  test("signals carry place and opening; private ones train nothing", async () => {
    const { messageId } = await rated(noor, "How is leave counted?");
    await recordOpened(db, scopeOf(noor), { messageId, kind: "citation", position: 1 });
    await expect(recordOpened(db, scopeOf(callum), { messageId, kind: "citation", position: 1 })).rejects.toMatchObject({ code: "request/not-found" });
    await expect(recordOpened(db, scopeOf(noor), { messageId, kind: "citation", position: 7 })).rejects.toMatchObject({ code: "request/invalid" });
    await thumb(noor, (await ask(noor, "I am pregnant, what now?")).messageId);
    expect(await readSignals(db, system)).toEqual([expect.objectContaining({ verdict: "down", target: "answer", chunkId: "leave-0", position: 1, shown: 1, retrievedRank: 1, opened: true, query: "How is leave counted?" })]);
  });
});
