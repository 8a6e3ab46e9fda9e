/** @file Owners' tasks on a real database: when they arise, for whom, who sees them, what closes them. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openMemoryDatabase, type OpenDatabase } from "../../../db/client";
import { listAuditLinesForward } from "../../../db/queries/audit";
import { findTerms, putTerms, type TermsChange } from "../../../db/queries/document-terms";
import { listNotifications } from "../../../db/queries/notifications";
import { conversations, documentAcl, documents, feedback, messages } from "../../../db/schema";
import { emptyDatabase } from "../../../db/testing/database";
import type { Answer, Citation } from "../../contracts/evidence";
import { createManualClock } from "../../core/clock";
import { newId } from "../../core/ids";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor, ConversationId, DocumentId, FeedbackId, MessageId, Principal } from "../../core/types";
import { addPerson } from "../../testing/accounts";
import type { Services } from "../services";
import { followRatings, raiseDisagreement, raiseFileRemoved, withdrawFileRemoved } from "./raise";
import { sweepTasks } from "./sweep";
import { actOnTask, ownersTasks } from "./tasks";

const scope = systemScope("test");
const clock = createManualClock(Date.parse("2026-06-15T10:00:00"));
const A = "019aa8f0-1111-7abc-8def-0123456789ab" as DocumentId;
const B = "019aa8f0-2222-7abc-8def-0123456789ab" as DocumentId;
let opened: OpenDatabase;
let services: Services;
let lead: Actor;
let owner: Actor;

beforeAll(async () => {
  opened = await openMemoryDatabase();
  services = { db: opened.db } as Services;
});
afterAll(() => opened.close());
beforeEach(async () => {
  await emptyDatabase(opened.db);
  lead = await person("lead", ["hr_lead"]);
  owner = await person("owner", []);
  await addDocument(A, ["role:employee"], { ownerId: owner.userId });
  await addDocument(B, ["role:hr_lead"], {});
});

async function person(name: string, roles: Actor["roles"]): Promise<Actor> {
  const { account } = await addPerson(opened.db, name, roles);
  return { userId: account.id, name, roles: account.roles };
}

async function addDocument(id: DocumentId, acl: readonly Principal[], terms: TermsChange) {
  await opened.db.insert(documents).values({ id, kind: "policy", source: `${id}.md`, title: id === A ? "Parking" : "Pay bands", mediaType: "text/markdown", sha256: "0", sizeBytes: 1, status: "ready", createdAt: new Date("2026-01-01") });
  await opened.db.insert(documentAcl).values(acl.map((principal) => ({ documentId: id, principal })));
  await putTerms(opened.db, scope, id, terms);
}

const tasksOf = async (actor: Actor, whose: "mine" | "all" = "mine", status: "open" | "done" = "open") => (await ownersTasks(services, actor, { whose, status }, clock)).tasks;
const cite = (number: number, documentId: string, conflict: string | null = null): Citation => ({ number, documentId, chunkId: null, title: "T", kind: "policy", headings: ["Fee"], page: null, start: 0, end: 9, quote: "12 pounds", conflict });
const answer = (citations: Citation[]): Answer => ({ outcome: "answered", text: "", citations, candidates: [], understoodAs: null, confidence: 0.9, suggestions: [] });

describe("the daily look", () => {
  it("opens one task per occasion, tells the owner once, and takes it back when the end is moved", async () => {
    await putTerms(opened.db, scope, A, { validUntil: "2026-06-30" });
    expect(await sweepTasks(opened.db, clock)).toEqual({ opened: 1, withdrawn: 0 });
    expect(await sweepTasks(opened.db, clock)).toEqual({ opened: 0, withdrawn: 0 });
    expect(await tasksOf(owner)).toMatchObject([{ kind: "expiring", dueOn: "2026-06-30", document: { title: "Parking" }, assignee: { id: owner.userId } }]);
    expect(await listNotifications(opened.db, scopeOf(owner), 10)).toHaveLength(1);
    await putTerms(opened.db, scope, A, { validUntil: null });
    expect(await sweepTasks(opened.db, clock)).toEqual({ opened: 0, withdrawn: 1 });
    expect(await tasksOf(owner)).toEqual([]);
  });

  it("a review that is done starts the next interval; what somebody closed does not come back", async () => {
    await putTerms(opened.db, scope, A, { reviewMonths: 3, validUntil: "2026-06-30" });
    await sweepTasks(opened.db, clock);
    for (const task of await tasksOf(owner)) await actOnTask(services, owner, task.id, { action: "done", note: "looked through" }, clock);
    expect((await findTerms(opened.db, scope, A))?.reviewedOn).toBe("2026-06-15");
    expect(await sweepTasks(opened.db, clock)).toEqual({ opened: 0, withdrawn: 0 });
    expect((await tasksOf(owner, "mine", "done")).map(({ closed, note }) => [closed?.by, note])).toEqual([["owner", "looked through"], ["owner", "looked through"]]);
  });
});

describe("who sees and does what", () => {
  beforeEach(async () => raiseFileRemoved(opened.db, { documentId: A, file: "parking.md" }));

  it("an owner sees their own, an HR lead everyone's; nobody else sees any", async () => {
    const other = await person("other", []);
    expect((await tasksOf(owner)).length).toBe(1);
    expect((await tasksOf(lead, "all")).length).toBe(1);
    expect(await tasksOf(other)).toEqual([]);
    await expect(tasksOf(owner, "all")).rejects.toMatchObject({ code: "policy/forbidden" });
    const [task] = await tasksOf(owner);
    await expect(actOnTask(services, other, task?.id ?? "", { action: "done", note: "" }, clock)).rejects.toMatchObject({ code: "request/not-found" });
  });

  it("a task of a document that its assignee may no longer read is gone for them, and cannot be handed to such a person", async () => {
    await raiseFileRemoved(opened.db, { documentId: B, file: "bands.md" });
    const task = (await tasksOf(lead, "all")).find(({ document }) => document.id === B);
    await expect(actOnTask(services, lead, task?.id ?? "", { action: "reassign", to: owner.userId }, clock)).rejects.toMatchObject({ code: "request/invalid", userMessage: expect.stringContaining("may not read") });
    await opened.db.delete(documentAcl);
    expect(await tasksOf(owner)).toEqual([]);
    expect((await ownersTasks(services, owner, { whose: "mine", status: "open" }, clock)).counts.mine).toBe(0);
  });

  it("is put off to a later day and handed on; each leaves a line in the audit log", async () => {
    const [task] = await tasksOf(owner);
    await expect(actOnTask(services, owner, task?.id ?? "", { action: "snooze", until: "2026-06-15" }, clock)).rejects.toMatchObject({ code: "request/invalid" });
    await actOnTask(services, owner, task?.id ?? "", { action: "snooze", until: "2026-06-20" }, clock);
    expect((await ownersTasks(services, owner, { whose: "mine", status: "open" }, clock)).counts.mine).toBe(0);
    await expect(actOnTask(services, owner, task?.id ?? "", { action: "reassign", to: lead.userId }, clock)).rejects.toMatchObject({ code: "policy/forbidden" });
    await actOnTask(services, lead, task?.id ?? "", { action: "reassign", to: lead.userId }, clock);
    expect((await tasksOf(lead)).length).toBe(1);
    const lines = await listAuditLinesForward(opened.db, scope, {}, { after: 0, last: 100, limit: 10 });
    expect(lines.map(({ action }) => action)).toEqual(["document.task-snoozed", "document.task-reassigned"]);
  });

  it("the file is back: the task is gone", async () => {
    await withdrawFileRemoved(opened.db, A);
    expect(await tasksOf(lead, "all")).toEqual([]);
  });
});

describe("what arises from answers", () => {
  it("two documents that disagree are a task for each owner, seen only by who may read both", async () => {
    await raiseDisagreement(opened.db, { question: "What is the fee?", answer: answer([cite(1, A, "A"), cite(2, B, "A")]) });
    await raiseDisagreement(opened.db, { question: "What is the fee?", answer: answer([cite(1, B, "A"), cite(2, A, "A")]) });
    expect((await tasksOf(lead, "all")).map(({ document }) => document.id).sort()).toEqual([A, B]);
    expect(await tasksOf(owner)).toEqual([]);
    const [task] = await tasksOf(lead, "all");
    expect(JSON.stringify(task)).not.toContain("What is the fee");
    await actOnTask(services, lead, task?.id ?? "", { action: "done", note: "" }, createManualClock(Date.now()));
    await raiseDisagreement(opened.db, { question: "What is the fee?", answer: answer([cite(1, A, "A"), cite(2, B, "A")]) });
    expect((await tasksOf(lead, "all")).length).toBe(1);
  });

  it("a question about a sensitive topic raises none", async () => {
    await raiseDisagreement(opened.db, { question: "I am pregnant, what is the fee?", answer: answer([cite(1, A, "A"), cite(2, B, "A")]) });
    expect(await tasksOf(lead, "all")).toEqual([]);
  });

  async function rateDown(question: string, reasons: string[]): Promise<void> {
    const [conversationId, messageId] = [newId<ConversationId>(), newId<MessageId>()];
    await opened.db.insert(conversations).values({ id: conversationId, userId: lead.userId, title: "t" });
    await opened.db.insert(messages).values({ id: messageId, conversationId, role: "assistant", text: "", state: "complete" });
    await opened.db.insert(feedback).values({ id: newId<FeedbackId>(), messageId, userId: lead.userId, targetType: "answer", verdict: "down", reasons, snapshot: { question, answer: answer([cite(1, A)]), retrieved: [], encoderVersion: "t@1" } });
    await followRatings(opened.db, [A]);
  }

  it("ratings as outdated are counted for the owner, without a word of the question; closed, they start anew", async () => {
    await rateDown("Where may Rosa park?", ["outdated"]);
    await rateDown("Where may I park?", ["outdated", "wrong"]);
    await rateDown("Where may I park?", ["unsafe"]);
    const [task, ...more] = await tasksOf(owner);
    expect(more).toEqual([]);
    expect(task).toMatchObject({ kind: "feedback", reasons: { outdated: 2, wrong: 1 }, quotes: [{ quote: "12 pounds" }] });
    expect(JSON.stringify(task)).not.toContain("Rosa");
    await actOnTask(services, owner, task?.id ?? "", { action: "done", note: "" }, createManualClock(Date.now() + 1));
    await new Promise((resolve) => setTimeout(resolve, 5));
    await rateDown("Where may I park?", ["incomplete"]);
    expect(await tasksOf(owner)).toMatchObject([{ reasons: { incomplete: 1 } }]);
    await opened.db.delete(feedback);
    await followRatings(opened.db, [A]);
    expect(await tasksOf(owner)).toEqual([]);
  });

  it("ratings of answers about sensitive topics are not counted", async () => {
    await rateDown("I am pregnant, where may I park?", ["outdated"]);
    expect(await tasksOf(lead, "all")).toEqual([]);
  });
});
