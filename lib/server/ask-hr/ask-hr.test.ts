/**
 * @file Ask HR and verified answers on a real database: what HR may see and what not, equal questions as one item, answers and
 * who hears of them, and when a verified answer is served, to whom, and when no longer.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openMemoryDatabase, type Database, type OpenDatabase } from "../../../db/client";
import { listAuditLines } from "../../../db/queries/audit";
import { appendQuestion, beginAnswer, finishAnswer } from "../../../db/queries/chat";
import { documentAcl, documents, documentTerms, documentTexts, hrAsks, messages, users } from "../../../db/schema";
import { emptyDatabase, eq } from "../../../db/testing/database";
import { inbox as inboxShape, inboxItem, myAsks, type HrAnswer } from "../../contracts/ask-hr";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor, DocumentId, EncoderVersion, Principal, Role } from "../../core/types";
import { addPerson } from "../../testing/accounts";
import { createDocumentEvents } from "../ingest/events";
import { createFileStore } from "../ingest/file-store";
import { countsOf, notificationsOf, readNotifications } from "../notifications/notify";
import type { Dispatcher } from "../ingest/dispatcher";
import { verifiedFor } from "../verified-answers/find";
import { checkVerified } from "../verified-answers/verify";
import { answerItem, declineItem } from "./close";
import { changeInboxItem, inboxOf, openItem, separatePhrasing } from "./inbox";
import { ownAsks } from "./mine";
import { publishReply } from "./publish";
import { previewAsk, sendAsk, takeBackAsk } from "./send";

const system = systemScope("test");
const POLICY = "019aa8f0-2222-7abc-8def-0123456789ab" as DocumentId;
const TEXT = "Perks\n\nThe pool in the Hudson lane gives staff a third off. Bring the badge.";
const QUOTE = "The pool in the Hudson lane gives staff a third off.";
const ASKED = "Is there a discount at the swimming pool next to the Keilehoek site?";
const START = TEXT.indexOf(QUOTE);
const passage = { documentId: POLICY, start: START, end: START + QUOTE.length };
const folder = mkdtempSync(path.join(tmpdir(), "cadre-ask-hr-"));
let opened: OpenDatabase;
let db: Database;
let services: { db: Database };
let [joost, omar, rita, lena]: Actor[] = [];

beforeAll(async () => {
  opened = await openMemoryDatabase();
  db = opened.db;
  services = { db };
});
afterAll(async () => {
  await opened.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await emptyDatabase(db);
  joost = await person("joost");
  omar = await person("omar");
  rita = await person("rita", ["reviewer"]);
  lena = await person("lena", ["hr_lead"]);
  await addDocument(POLICY, "role:employee");
});

async function person(name: string, roles: Role[] = []): Promise<Actor> {
  const { account } = await addPerson(db, name, roles);
  return { userId: account.id, name: account.name, roles: account.roles };
}
const one = (actor: Actor | undefined): Actor => {
  if (!actor) throw new Error("beforeEach did not run");
  return actor;
};
async function addDocument(id: DocumentId, principal: Principal, text = TEXT): Promise<void> {
  await db.insert(documents).values({ id, kind: "policy", source: `${id}.md`, title: "Perks", mediaType: "text/markdown", sha256: `hash-${id}`, sizeBytes: text.length, status: "ready", language: "en" });
  await db.insert(documentAcl).values({ documentId: id, principal });
  await db.insert(documentTexts).values({ documentId: id, text, pages: [], blocks: [{ kind: "heading", level: 1, start: 0, end: 5 }] });
}
/** Asks in the chat and gets "not in the documents". @returns the answer's message */
async function unanswered(actor: Actor, question: string, conversationId: string | null = null): Promise<{ messageId: string; conversationId: string }> {
  const scope = scopeOf(actor);
  const encoderVersion = "toy@000000000000" as EncoderVersion;
  const asked = await appendQuestion(db, scope, { conversationId: conversationId as never, text: question });
  const { messageId } = await beginAnswer(db, scope, { questionId: asked.questionId, encoderVersion });
  const answer = { outcome: "none" as const, text: "", citations: [], candidates: [], understoodAs: null, confidence: 0, suggestions: [] };
  await finishAnswer(db, scope, { messageId, state: "complete", answer, retrieved: [], encoderVersion, latencyMs: 1 });
  return { messageId, conversationId: asked.conversationId };
}
async function send(actor: Actor, question = ASKED, part: { withName?: boolean; withContext?: boolean } = {}): Promise<{ id: string; messageId: string }> {
  const { messageId } = await unanswered(actor, question);
  const draft = { messageId, question, withName: false, withContext: false, ...part };
  const { digest } = await previewAsk(services, actor, draft);
  return { ...(await sendAsk(services, actor, { ...draft, digest })), messageId };
}
const waiting = async (actor = one(rita)) => inboxShape.parse(await inboxOf(services, actor, "waiting"));
const firstId = async (): Promise<string> => (await waiting()).items[0]?.id ?? "";
const answer = (part: Partial<HrAnswer> = {}): HrAnswer => ({ question: ASKED, reply: "", passage, shared: true, audience: ["role:employee"], ...part });
const serve = (actor: Actor, question: string) => verifiedFor({ db, reader: scopeOf(actor) })(question);
const forbidden = expect.objectContaining({ code: "policy/forbidden" }) as unknown;
const notFound = expect.objectContaining({ code: "request/not-found" }) as unknown;
const conflict = expect.objectContaining({ code: "request/conflict" }) as unknown;

describe("sending", () => {
  test("HR receives what was previewed, to the letter, and nothing else can be sent", async () => {
    const asker = one(joost);
    const { conversationId } = await unanswered(asker, "Where do I park?");
    const { messageId } = await unanswered(asker, ASKED, conversationId);
    const draft = { messageId, question: "  Is the pool cheaper for us? ".trim(), withContext: true, withName: true };
    const preview = await previewAsk(services, asker, draft);
    expect(preview).toMatchObject({ earlier: 1, topics: [], sent: { question: draft.question, name: "joost", context: ["Where do I park?"], language: "en" } });
    await expect(sendAsk(services, asker, { ...draft, withName: false, digest: preview.digest })).rejects.toEqual(conflict);
    await sendAsk(services, asker, { ...draft, digest: preview.digest });
    const [phrasing] = (await waiting()).items[0]?.phrasings ?? [];
    expect(phrasing).toMatchObject(preview.sent);
    await expect(sendAsk(services, asker, { ...draft, digest: preview.digest })).rejects.toEqual(conflict);
  });

  test("from somebody else's chat nothing can be previewed or sent", async () => {
    const { messageId } = await unanswered(one(joost), ASKED);
    await expect(previewAsk(services, one(omar), { messageId, question: ASKED, withContext: true, withName: false })).rejects.toEqual(notFound);
  });

  test("a sensitive question is named as such to its asker and marked for HR", async () => {
    const { messageId } = await unanswered(one(joost), "May I take time off after a miscarriage?");
    const preview = await previewAsk(services, one(joost), { messageId, question: "May I take time off after a miscarriage?", withContext: false, withName: false });
    expect(preview.topics.map((topic) => topic.en)).toEqual(["Pregnancy and fertility"]);
    await send(one(joost), "May I take time off after a miscarriage?");
    expect((await waiting()).items[0]?.sensitive).toBe(true);
  });

  test("taken back, it is gone for HR; not by others, not after an answer", async () => {
    const { id } = await send(one(joost));
    await expect(takeBackAsk(services, one(omar), id)).rejects.toEqual(notFound);
    await takeBackAsk(services, one(joost), id);
    expect((await waiting()).items).toEqual([]);
    expect(await db.$count(hrAsks)).toBe(0);
    const again = await send(one(joost));
    await answerItem(services, one(rita), await firstId(), answer());
    await expect(takeBackAsk(services, one(joost), again.id)).rejects.toEqual(conflict);
  });
});

describe("what HR sees", () => {
  test("no name, no id, no moment of an asker: neither in the inbox nor in the audit log", async () => {
    const asker = one(joost);
    const { id, messageId } = await send(asker);
    const [stored] = await db.select().from(hrAsks);
    const itemId = await firstId();
    const shown = JSON.stringify([await waiting(), await openItem(services, one(rita), itemId), await inboxOf(services, one(lena), "waiting")]);
    for (const secret of [asker.userId, asker.name, "joost@example.test", messageId, id, stored?.createdAt.toISOString() ?? "?"]) expect(shown).not.toContain(secret);
    const lines = await listAuditLines(db, system, { action: "hr" }, { limit: 10 });
    expect(lines.map((line) => [line.action, line.actor.type])).toEqual([["hr.opened", "person"], ["hr.sent", "nobody"]]);
    expect(JSON.stringify(lines)).not.toContain(asker.userId);
  });

  test("a name only where its asker chose it", async () => {
    await send(one(joost), ASKED, { withName: true });
    await send(one(omar), ASKED);
    const [item] = (await waiting()).items;
    expect(item?.phrasings.map((phrasing) => phrasing.name)).toEqual(["joost", null]);
    expect(JSON.stringify(item)).not.toContain("omar");
  });

  test("employees, recruiters and admins reach nothing of it", async () => {
    await send(one(joost));
    const itemId = await firstId();
    for (const actor of [one(joost), await person("rex", ["recruiter"]), await person("ines", ["admin"])]) {
      await expect(inboxOf(services, actor, "waiting")).rejects.toEqual(forbidden);
      await expect(openItem(services, actor, itemId)).rejects.toEqual(forbidden);
      await expect(answerItem(services, actor, itemId, answer())).rejects.toEqual(forbidden);
      await expect(declineItem(services, actor, itemId, "no")).rejects.toEqual(forbidden);
      await expect(changeInboxItem(services, actor, itemId, { note: "x" })).rejects.toEqual(forbidden);
      await expect(separatePhrasing(services, actor, itemId, 0)).rejects.toEqual(forbidden);
      expect((await countsOf(db, actor)).inbox).toBeNull();
    }
  });

  test("who is erased takes their question along", async () => {
    await send(one(joost));
    await db.delete(users).where(eq(users.id, one(joost).userId));
    expect((await waiting()).items).toEqual([]);
    expect(await countsOf(db, one(rita))).toMatchObject({ inbox: 0 });
  });
});

describe("one item for one question", () => {
  test("equal and closely paraphrased ones are counted together, near misses are not; one can be taken out", async () => {
    await send(one(joost), ASKED);
    await send(one(omar), "is there a discount at the swiming pool next to the Keilehoek site");
    await send(one(omar), "Is there a discount at the swimming pool next to the Leeds site?");
    await send(one(joost), "Is there a discount at the gym next to the Keilehoek site?");
    const { items } = await waiting();
    expect(items.map((item) => item.count).sort()).toEqual([1, 1, 2]);
    const pair = items.find((item) => item.count === 2);
    await separatePhrasing(services, one(rita), pair?.id ?? "", 1);
    expect((await waiting()).items.map((item) => item.count)).toEqual([1, 1, 1, 1]);
  });

  test("is given to a colleague, who is told; not to somebody who does not answer", async () => {
    await send(one(joost));
    const id = await firstId();
    const changed = inboxItem.parse(await changeInboxItem(services, one(rita), id, { assigneeId: one(lena).userId, note: "ask facilities" }));
    expect(changed).toMatchObject({ assignee: { name: "lena" }, note: "ask facilities" });
    expect((await notificationsOf(db, one(lena))).notifications[0]).toMatchObject({ kind: "hr.assigned", read: false });
    await expect(changeInboxItem(services, one(rita), id, { assigneeId: one(joost).userId })).rejects.toMatchObject({ code: "request/invalid" });
  });
});

describe("answering", () => {
  test("everyone who asked is told once and reads the passage in the chat; a second answer comes too late", async () => {
    const { messageId } = await send(one(joost));
    await send(one(omar));
    const id = await firstId();
    const closed = inboxItem.parse(await answerItem(services, one(rita), id, answer()));
    expect(closed).toMatchObject({ state: "answered", closedBy: "rita", answer: { state: "serving", source: { quote: QUOTE } } });
    await expect(answerItem(services, one(lena), id, answer())).rejects.toEqual(conflict);
    for (const actor of [one(joost), one(omar)]) expect(await countsOf(db, actor)).toEqual({ unread: 1, inbox: null });
    const { asks } = myAsks.parse({ asks: await ownAsks(services, one(joost)) });
    expect(asks[0]).toMatchObject({ messageId, state: "answered", reply: { text: "", source: "open", citation: { quote: QUOTE, headings: ["Perks"], start: START } } });
    await readNotifications(db, one(omar), null);
    expect((await countsOf(db, one(omar))).unread).toBe(0);
    expect((await countsOf(db, one(joost))).unread).toBe(1);
  });

  test("a passage that not every employee may read answers nobody unnamed; a passage must have words", async () => {
    const closed = "019aa8f0-4444-7abc-8def-0123456789ab" as DocumentId;
    await addDocument(closed, "role:reviewer");
    await send(one(joost));
    const id = await firstId();
    await expect(answerItem(services, one(rita), id, answer({ passage: { ...passage, documentId: closed } }))).rejects.toEqual(conflict);
    await expect(answerItem(services, one(rita), id, answer({ passage: { documentId: POLICY, start: 5, end: 7 } }))).rejects.toMatchObject({ code: "request/invalid" });
    await expect(answerItem(services, one(rita), id, answer({ passage: null }))).rejects.toMatchObject({ code: "request/invalid" });
    expect((await waiting()).items).toHaveLength(1);
  });

  test("declined with a reason that the asker sees", async () => {
    await send(one(joost));
    await declineItem(services, one(rita), await firstId(), "Ask the pool.");
    expect((await ownAsks(services, one(joost)))[0]).toMatchObject({ state: "declined", declinedBecause: "Ask the pool.", reply: null });
    expect((await notificationsOf(db, one(joost))).notifications[0]).toMatchObject({ kind: "hr.declined" });
  });

  test("the reply outlives the chat it was asked in", async () => {
    const { messageId } = await send(one(joost));
    await db.delete(messages).where(eq(messages.id, messageId as never));
    await answerItem(services, one(rita), await firstId(), answer());
    expect((await ownAsks(services, one(joost)))[0]).toMatchObject({ messageId: null, reply: { source: "open" } });
  });
});

describe("serving verified answers", () => {
  beforeEach(async () => {
    await send(one(joost));
    await answerItem(services, one(rita), await firstId(), answer());
  });

  test("to everybody who asks the same and may read the source, cited", async () => {
    for (const question of [ASKED, "is there a discount at the swiming pool next to the Keilehoek site", "Do we have a discount for the swimming pool at the Keilehoek site?"]) {
      expect(await serve(one(omar), question), question).toMatchObject({ reply: "", citation: { documentId: POLICY, quote: QUOTE } });
    }
    expect((await inboxOf(services, one(rita), "answered")).items[0]?.answer?.timesServed).toBe(3);
  });

  test.each([
    "Is there a discount at the gym next to the Keilehoek site?",
    "Is there a discount at the swimming pool next to the Leeds site?",
    "When does the swimming pool next to the Keilehoek site open?",
    "Is there no discount at the swimming pool next to the Keilehoek site?",
    "How much is the discount at the swimming pool next to the Keilehoek site?",
    "Who pays for the swimming pool next to the Keilehoek site?",
    "Is there a discount on Sunday at the swimming pool next to the Keilehoek site?",
    "公司附近的游泳馆员工有折扣吗?",
  ])("not for a near miss: %s", async (question) => {
    expect(await serve(one(omar), question)).toBeNull();
  });

  test("not to somebody who may not read the source now", async () => {
    await db.update(documentAcl).set({ principal: "role:recruiter" }).where(eq(documentAcl.documentId, POLICY));
    expect(await serve(one(omar), ASKED)).toBeNull();
    expect(await serve(await person("rex", ["recruiter"]), ASKED)).toMatchObject({ citation: { documentId: POLICY } });
    expect((await ownAsks(services, one(joost)))[0]?.reply).toMatchObject({ source: "closed", citation: null });
  });

  const suspensions: [string, () => Promise<unknown>][] = [
    ["deleted", () => db.delete(documents).where(eq(documents.id, POLICY))],
    ["changed", () => db.update(documents).set({ sha256: "another" }).where(eq(documents.id, POLICY))],
    ["expired", () => db.insert(documentTerms).values({ documentId: POLICY, validUntil: "2026-01-31" })],
  ];
  test.each(suspensions)("%s: nobody is served, HR has a task, the asker is told", async (because, change) => {
    expect(await serve(one(omar), ASKED)).not.toBeNull();
    await change();
    expect(await serve(one(omar), ASKED)).toBeNull();
    const { answers, counts } = await inboxOf(services, one(rita), "waiting");
    expect(answers[0]).toMatchObject({ state: "suspended", suspendedBecause: because });
    expect(counts.suspended).toBe(1);
    expect((await countsOf(db, one(rita))).inbox).toBe(1);
    expect((await ownAsks(services, one(joost)))[0]?.reply).toMatchObject({ source: "outdated", citation: null });
    expect((await listAuditLines(db, system, { action: "verified.suspended" }, { limit: 5 })).map((line) => line.facts["because"])).toEqual([because]);
  });

  test("replaced: the same words in the new document are one click away, then it serves from there", async () => {
    const next = "019aa8f0-5555-7abc-8def-0123456789ab" as DocumentId;
    await addDocument(next, "role:employee", `New\n\nIntro. ${QUOTE}`);
    await db.insert(documentTerms).values({ documentId: next, supersedesId: POLICY });
    expect(await serve(one(omar), ASKED)).toBeNull();
    const [task] = (await inboxOf(services, one(lena), "waiting")).answers;
    expect(task).toMatchObject({ suspendedBecause: "replaced", foundAgain: { documentId: next } });
    await checkVerified(db, one(lena), task?.id ?? "", { do: "keep" });
    expect(await serve(one(omar), ASKED)).toMatchObject({ citation: { documentId: next, quote: QUOTE, start: 12 } });
  });

  test("kept only where the words still stand; retired, it serves nobody", async () => {
    await db.delete(documents).where(eq(documents.id, POLICY));
    const [task] = (await inboxOf(services, one(lena), "waiting")).answers;
    await expect(checkVerified(db, one(lena), task?.id ?? "", { do: "keep" })).rejects.toEqual(conflict);
    await checkVerified(db, one(lena), task?.id ?? "", { do: "retire" });
    expect((await inboxOf(services, one(lena), "waiting")).answers).toEqual([]);
  });
});

describe("answers in HR's own words", () => {
  test("for its askers alone unless shared, and for its audience", async () => {
    await send(one(joost));
    await answerItem(services, one(rita), await firstId(), answer({ passage: null, reply: "A third off.", shared: false }));
    expect((await ownAsks(services, one(joost)))[0]?.reply).toMatchObject({ text: "A third off.", source: "none" });
    expect(await serve(one(omar), ASKED)).toBeNull();
    await send(one(omar), "May I leave my canoe in the bike shed?");
    await answerItem(services, one(rita), await firstId(), answer({ question: "May I leave my canoe in the bike shed?", passage: null, reply: "Yes.", audience: ["role:recruiter"] }));
    expect(await serve(one(joost), "May I leave my canoe in the bike shed?")).toBeNull();
    expect(await serve(await person("rex", ["recruiter"]), "May I leave my canoe in the bike shed?")).toMatchObject({ reply: "Yes.", citation: null });
  });

  test("becomes a document by the normal way in, and cites it once it is read", async () => {
    await send(one(joost));
    const { answer: verified } = await answerItem(services, one(lena), await firstId(), answer({ passage: null, reply: "Staff get a third off.\n\n# Show the badge." }));
    const parts = { db, files: createFileStore(folder), events: createDocumentEvents(), dispatcher: { wake: () => undefined } as unknown as Dispatcher };
    const { documentId } = await publishReply(parts, one(lena), verified?.id ?? "", { title: "Pool discount", audience: ["role:employee"] });
    await expect(publishReply(parts, one(lena), verified?.id ?? "", { title: "Again", audience: ["role:employee"] })).rejects.toEqual(conflict);
    expect(await serve(one(omar), ASKED)).toMatchObject({ citation: null, reply: "Staff get a third off.\n\n# Show the badge." });
    const id = documentId as DocumentId;
    await db.insert(documentTexts).values({ documentId: id, text: "Pool discount\n\nStaff get a third off.\n# Show the badge.\n", pages: [], blocks: [] });
    await db.update(documents).set({ status: "ready" }).where(eq(documents.id, id));
    expect(await serve(one(omar), ASKED)).toMatchObject({ reply: "", citation: { documentId: id, title: "Pool discount", quote: "Staff get a third off.\n# Show the badge." } });
  });
});
