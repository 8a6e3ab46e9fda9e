/**
 * @file "Unanswered this week" on a real database: what several people asked in vain, of the last seven days, with the nearest
 * documents that the reader may read and whose they are; nothing of one person alone, nothing private, nothing for others.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openMemoryDatabase, type Database, type OpenDatabase } from "../../../db/client";
import { appendQuestion, beginAnswer, finishAnswer } from "../../../db/queries/chat";
import { putTerms } from "../../../db/queries/document-terms";
import { putSetting } from "../../../db/queries/settings";
import { documentAcl, documents, messages } from "../../../db/schema";
import { emptyDatabase, eq } from "../../../db/testing/database";
import { wordHashEncoder } from "../../assistant/fixtures";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor, ChunkId, DocumentId, EncoderVersion, Principal, Role } from "../../core/types";
import { createExactIndex } from "../../knowledge/index/exact-index";
import { createLexicalIndex } from "../../knowledge/lexical";
import { createKnowledgeBase } from "../../knowledge/retrieval/knowledge-base";
import { addPerson } from "../../testing/accounts";
import { previewAsk, sendAsk } from "../ask-hr/send";
import { createReadSide, type ReadSide } from "../read-side";
import { TOPICS_SETTING } from "../sensitive-topics/sensitive";
import { unansweredThisWeek } from "./unanswered";

const system = systemScope("test");
type Outcome = "none" | "closest" | "answered";
const encoderVersion = "toy@000000000000" as EncoderVersion;
const DAY_MS = 86_400_000;
const SWIM = "Is there a discount at the swimming pool?";
const OPEN = "019aa8f0-1111-7abc-8def-0123456789ab" as DocumentId;
const CLOSED = "019aa8f0-2222-7abc-8def-0123456789ab" as DocumentId;
let opened: OpenDatabase;
let db: Database;
let readSide: ReadSide;
let joost: Actor, omar: Actor, nora: Actor, lena: Actor;

beforeAll(async () => {
  opened = await openMemoryDatabase();
  ({ db } = opened);
});
afterAll(() => opened.close());
beforeEach(async () => {
  await emptyDatabase(db);
  [joost, omar, nora, lena] = [await person("joost"), await person("omar"), await person("nora"), await person("lena", ["hr_lead"])];
  readSide = createReadSide(createKnowledgeBase({ encoder: wordHashEncoder, vectors: createExactIndex(wordHashEncoder.dimension), lexical: createLexicalIndex() }));
  await addDocument(OPEN, "Sports and leisure", "The swimming pool in Leeds opens at seven.", "role:employee");
  await addDocument(CLOSED, "Works council only", "A discount at the swimming pool is negotiated.", `user:${omar.userId}`);
  await putTerms(db, system, OPEN, { ownerId: nora.userId });
});

async function person(name: string, roles: Role[] = []): Promise<Actor> {
  const { account } = await addPerson(db, name, roles);
  return { userId: account.id, name: account.name, roles: account.roles };
}

async function addDocument(id: DocumentId, title: string, text: string, principal: Principal): Promise<void> {
  await db.insert(documents).values({ id, kind: "policy", source: `${title}.md`, title, mediaType: "text/markdown", sha256: id, sizeBytes: 1, status: "ready", language: "en" });
  await db.insert(documentAcl).values({ documentId: id, principal });
  const [vector = new Float32Array()] = await wordHashEncoder.embed([text]);
  const nobody = { name: null, title: null, location: null, years: null };
  readSide.add({ id, title, source: `${title}.md`, kind: "policy", language: "en", acl: [principal], person: nobody, pages: [], ocr: null, terms: null }, [{ id: `${id}.0` as ChunkId, ordinal: 0, start: 0, end: text.length, page: null, headings: [], text, vector }]);
}

/** Asked in the chat, and answered so. @returns the answer's message */
async function ask(actor: Actor, text: string, { outcome = "none", sensitive = false, daysAgo = 0 }: { outcome?: Outcome; sensitive?: boolean; daysAgo?: number } = {}): Promise<string> {
  const scope = scopeOf(actor);
  const { questionId } = await appendQuestion(db, scope, { conversationId: null, text, sensitive });
  return reply(actor, questionId, { outcome, daysAgo });
}
async function reply(actor: Actor, questionId: Parameters<typeof beginAnswer>[2]["questionId"], { outcome, daysAgo }: { outcome: Outcome; daysAgo: number }): Promise<string> {
  const scope = scopeOf(actor);
  const { messageId } = await beginAnswer(db, scope, { questionId, encoderVersion });
  const answer = { outcome, text: "", citations: [], candidates: [], understoodAs: null, confidence: 0, suggestions: [] };
  await finishAnswer(db, scope, { messageId, state: "complete", answer, retrieved: [], encoderVersion, latencyMs: 1 });
  if (daysAgo > 0) await db.update(messages).set({ createdAt: new Date(Date.now() - daysAgo * DAY_MS) }).where(eq(messages.id, messageId));
  return messageId;
}
const listed = async () => (await unansweredThisWeek({ db, encoder: wordHashEncoder, readSide }, lena)).groups;

test("two people asked the same in vain: one group with its wording, the nearest document and its owner; one person's question alone is nowhere", async () => {
  await ask(joost, SWIM);
  await ask(omar, SWIM, { outcome: "closest" });
  await ask(nora, "May I keep a falcon in the office?");
  const [group, ...others] = await listed();
  expect(others).toEqual([]);
  expect(group).toMatchObject({ question: SWIM, people: 2, times: 2, sentToHr: false, language: "en", owner: "nora" });
  // The closed paper is nearer, but not the reader's to know of.
  expect(group?.nearest).toEqual([{ id: OPEN, title: "Sports and leisure" }]);
});

test("older than a week, or answered on a second try: no gap any more", async () => {
  await ask(joost, SWIM, { daysAgo: 8 });
  await ask(omar, SWIM, { daysAgo: 6 });
  expect(await listed()).toEqual([]);
  const { questionId } = await appendQuestion(db, scopeOf(joost), { conversationId: null, text: SWIM });
  await reply(joost, questionId, { outcome: "none", daysAgo: 0 });
  expect(await listed()).toHaveLength(1);
  await reply(joost, questionId, { outcome: "answered", daysAgo: 0 });
  expect(await listed()).toEqual([]);
});

test("private is private: asked under that promise, or on the company's list today, is not even counted; with a damaged list nothing is shown", async () => {
  await ask(joost, SWIM, { sensitive: true });
  await ask(omar, SWIM);
  for (const actor of [joost, omar, nora]) await ask(actor, "What does the company do against bullying and harassment?");
  expect(await listed()).toEqual([]);
  await putSetting(db, system, { key: TOPICS_SETTING, value: "{" });
  await expect(listed()).rejects.toMatchObject({ code: "data/unavailable" });
});

test("sent to HR by one person: a group of one, in the words that were sent", async () => {
  const question = "Do we get a discount at the pool in Leeds?";
  const messageId = await ask(joost, SWIM);
  const draft = { messageId, question, withName: false, withContext: false };
  await sendAsk({ db }, joost, { ...draft, digest: (await previewAsk({ db }, joost, draft)).digest });
  const [group] = await listed();
  expect(group).toMatchObject({ people: 1, sentToHr: true });
  expect(JSON.stringify(group)).not.toContain("joost");
});

test("for HR leads alone", async () => {
  for (const roles of [[], ["recruiter"], ["reviewer"], ["admin"]] as Role[][]) await expect(unansweredThisWeek({ db, encoder: wordHashEncoder, readSide }, { ...joost, roles })).rejects.toMatchObject({ code: "policy/forbidden" });
});
