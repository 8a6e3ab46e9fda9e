/** @file What people did about a rating: the document says something else, its owner looked and left it, HR verified an answer; who is told, and who never learns of it. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openMemoryDatabase, type OpenDatabase } from "../../../db/client";
import { putTerms } from "../../../db/queries/document-terms";
import { listOwnRatings } from "../../../db/queries/feedback-receipts";
import { listNotifications } from "../../../db/queries/notifications";
import { conversations, documentAcl, documents, documentTexts, documentVersions, feedback, messages, verifiedAnswers } from "../../../db/schema";
import { emptyDatabase } from "../../../db/testing/database";
import type { Answer, Citation } from "../../contracts/evidence";
import { createManualClock } from "../../core/clock";
import { newId } from "../../core/ids";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor, ConversationId, DocumentId, FeedbackId, MessageId, Principal, VerifiedAnswerId } from "../../core/types";
import { addPerson } from "../../testing/accounts";
import { followRatings } from "../document-tasks/raise";
import { actOnTask, ownersTasks } from "../document-tasks/tasks";
import type { Services } from "../services";
import { doneByPeople, sectionLike, tellComplainants } from "./hr-receipts";

const scope = systemScope("test");
const [OLD, NOW] = ["019aa8f0-1111-7abc-8def-0123456789ab" as DocumentId, "019aa8f0-2222-7abc-8def-0123456789ab" as DocumentId];
const TEXT = "Parking\nFee\nParking costs 15 pounds.\nPlaces\nThere are forty.";
const QUESTION = "What does parking cost?";
const RATED = new Date("2026-06-01T10:00:00Z");
const LATER = new Date("2026-06-02T10:00:00Z");
let opened: OpenDatabase;
let rater: Actor;
let lead: Actor;

beforeAll(async () => {
  opened = await openMemoryDatabase();
});
afterAll(() => opened.close());
beforeEach(async () => {
  await emptyDatabase(opened.db);
  [rater, lead] = [await person("rater", []), await person("lead", ["hr_lead"])];
});

async function person(name: string, roles: Actor["roles"]): Promise<Actor> {
  const { account } = await addPerson(opened.db, name, roles);
  return { userId: account.id, name, roles: account.roles };
}

async function addDocument(id: DocumentId, acl: readonly Principal[] = ["role:employee"]): Promise<void> {
  await opened.db.insert(documents).values({ id, kind: "policy", source: "parking.md", title: "Parking", mediaType: "text/markdown", sha256: "0", sizeBytes: 1, status: "ready" });
  await opened.db.insert(documentAcl).values(acl.map((principal) => ({ documentId: id, principal })));
  const block = (kind: "heading" | "paragraph", words: string, level: number | null) => ({ kind, start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length, level });
  await opened.db.insert(documentTexts).values({ documentId: id, text: TEXT, pages: [], blocks: [block("heading", "Parking", 1), block("heading", "Fee", 2), block("paragraph", "Parking costs 15 pounds.", null), block("heading", "Places", 2), block("paragraph", "There are forty.", null)] as never });
}

async function rate(cited: DocumentId, quote: string, { reasons = ["outdated"], question = QUESTION } = {}): Promise<void> {
  const id = newId<string>();
  const citation: Citation = { number: 1, documentId: cited, chunkId: null, title: "Parking", kind: "policy", headings: ["Parking", "Fee"], page: null, start: 0, end: 9, quote, conflict: null };
  const answer: Answer = { outcome: "answered", text: quote, citations: [citation], candidates: [], understoodAs: null, confidence: 0.9, suggestions: [] };
  await opened.db.insert(conversations).values({ id: id as ConversationId, userId: rater.userId, title: "t" });
  await opened.db.insert(messages).values({ id: id as MessageId, conversationId: id as ConversationId, role: "assistant", text: quote, state: "complete" });
  await opened.db.insert(feedback).values({ id: id as FeedbackId, messageId: id as MessageId, userId: rater.userId, targetType: "answer", verdict: "down", reasons, snapshot: { question, answer, retrieved: [], encoderVersion: "e" }, createdAt: RATED, updatedAt: RATED });
}

const replaced = () => opened.db.insert(documentVersions).values({ id: "v1", documentId: NOW, formerId: OLD, number: 1, title: "Parking", sha256: "1", text: "old", blocks: [], addedAt: RATED, replacedAt: LATER });
const receipts = async (actor = rater) => [...(await doneByPeople(opened.db, actor, await listOwnRatings(opened.db, scopeOf(actor), 10))).values()];
const told = async (actor: Actor) => (await listNotifications(opened.db, scopeOf(actor), 10)).filter(({ kind }) => kind === "feedback.receipt");

test("replaced since: the receipt quotes what stands in that place now, and whoever complained is told", async () => {
  await addDocument(NOW);
  await rate(OLD, "Parking costs 12 pounds.");
  expect(await receipts(), "nothing was done yet").toEqual([]);
  await replaced();
  expect(await receipts()).toEqual([{ mended: { documentId: NOW, title: "Parking", at: LATER.toISOString(), changed: true, says: "Parking costs 15 pounds." }, verified: null }]);
  await tellComplainants(opened.db, { cited: OLD, since: null, by: null });
  expect(await told(rater)).toHaveLength(1);
  expect(await told(lead)).toEqual([]);
});

test("replaced, but the sentence stands as it was: looked at and left", async () => {
  await addDocument(NOW);
  await rate(OLD, "There are\nforty.");
  await replaced();
  expect(await receipts()).toMatchObject([{ mended: { changed: false, says: null } }]);
});

test("the owner's task is done: raters are told, not who closed it; before it, and for reasons that no owner can mend, nobody", async () => {
  await addDocument(NOW);
  await putTerms(opened.db, scope, NOW, { ownerId: lead.userId });
  await rate(NOW, "There are forty.", { reasons: ["outdated"] });
  await followRatings(opened.db, [NOW]);
  const services = { db: opened.db } as Services;
  const [task] = (await ownersTasks(services, lead, { whose: "mine", status: "open" })).tasks;
  expect(await told(rater)).toEqual([]);
  await actOnTask(services, lead, task?.id ?? "", { action: "done", note: "" }, createManualClock(LATER.getTime()));
  expect(await receipts()).toMatchObject([{ mended: { documentId: NOW, at: LATER.toISOString(), changed: false } }]);
  expect([(await told(rater)).length, (await told(lead)).length]).toEqual([1, 0]);
});

test("a rating about something else, or a document that one may not read now, says nothing", async () => {
  await addDocument(NOW, ["role:hr_lead"]);
  await rate(OLD, "Parking costs 12 pounds.");
  await replaced();
  expect(await receipts()).toEqual([]);
  await opened.db.insert(documentAcl).values({ documentId: NOW, principal: "role:employee" });
  expect(await receipts()).toHaveLength(1);
  await opened.db.update(feedback).set({ reasons: ["too_long"] });
  expect(await receipts()).toEqual([]);
});

test("HR verified an answer to the question since; not one from before, and not words for others", async () => {
  await rate(OLD, "Parking costs 12 pounds.", { reasons: [] });
  const verified = { language: "en" as const, reply: "Fifteen pounds a month.", audience: ["role:employee" as Principal], shared: true, state: "serving" as const, verifiedBy: lead.userId };
  await opened.db.insert(verifiedAnswers).values({ id: "a1" as VerifiedAnswerId, question: QUESTION, verifiedAt: new Date("2026-05-01T00:00:00Z"), ...verified });
  await opened.db.insert(verifiedAnswers).values({ id: "a2" as VerifiedAnswerId, question: QUESTION, verifiedAt: LATER, ...verified, audience: ["role:recruiter"] });
  expect(await receipts()).toEqual([]);
  await opened.db.insert(verifiedAnswers).values({ id: "a3" as VerifiedAnswerId, question: QUESTION, verifiedAt: new Date(LATER.getTime() + 1000), ...verified });
  expect(await receipts()).toEqual([{ mended: null, verified: { at: "2026-06-02T10:00:01.000Z", text: "Fifteen pounds a month." } }]);
});

test("a long section is cut at a sentence", () => {
  const sentence = "Whoever parks pays for each day that begins. ";
  const text = `Fee\n${sentence.repeat(20)}`;
  const said = sectionLike({ text, blocks: [{ kind: "heading", start: 0, end: 3, level: 1 }, { kind: "paragraph", start: 4, end: text.length, level: null }] as never }, ["Fee"]);
  expect(said).toMatch(/begins\. …$/);
  expect(said?.length).toBeLessThanOrEqual(282);
});
