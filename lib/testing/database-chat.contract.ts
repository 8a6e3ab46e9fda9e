/** @file Chat and feedback: nothing lost, nobody else's seen. */
import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../../db/client";
import {
  appendQuestion,
  beginAnswer,
  findQuestion,
  finishAnswer,
  interruptAnswer,
  markInterrupted,
  recentTurns,
  type FinishedAnswer,
} from "../../db/queries/chat";
import { deleteConversation, getConversation, listConversations, renameConversation } from "../../db/queries/conversations";
import { putFeedback, removeFeedback } from "../../db/queries/feedback";
import { conversationView, feedbackRequest, type FeedbackRequest } from "../contracts/chat";
import type { Answer } from "../contracts/evidence";
import { systemScope, type ActorScope } from "../core/scope";
import type { ConversationId, EncoderVersion, FeedbackId, MessageId } from "../core/types";
import { addPerson } from "./accounts";

const system = systemScope("test");
const encoderVersion = "base@0123456789ab" as EncoderVersion;
const notFound = expect.objectContaining({ code: "request/not-found" }) as Error;
const invalid = expect.objectContaining({ code: "request/invalid" }) as Error;

const answer: Answer = {
  outcome: "answered",
  text: "Fifteen days [1]. 年假十五天。",
  citations: [
    {
      number: 1,
      documentId: "d1",
      chunkId: "c1",
      title: "Leave",
      kind: "policy",
      headings: ["Leave", "Annual"],
      page: 2,
      start: 10,
      end: 22,
      quote: "Fifteen days",
      conflict: null,
    },
  ],
  candidates: [],
  understoodAs: null,
  confidence: 0.75,
  suggestions: [],
};
const retrieved = [{ rank: 1, documentId: "d1", chunkId: "c1", title: "Leave", score: 0.5, lexical: 3.25, dense: null }];

const finished = (messageId: MessageId, change: Partial<FinishedAnswer> = {}): FinishedAnswer => ({
  messageId,
  state: "complete",
  answer,
  retrieved,
  encoderVersion,
  latencyMs: 12.6,
  ...change,
});

export function chatContract(db: () => Database): void {
  describe("conversations", () => conversationTests(db));
}

function conversationTests(db: () => Database): void {
  let ada: ActorScope;
  let omar: ActorScope;
  beforeEach(async () => {
    ada = (await addPerson(db(), "ada")).scope;
    omar = (await addPerson(db(), "omar", ["recruiter", "hr_lead", "reviewer", "admin"])).scope;
  });

  const ask = (text: string, conversationId: ConversationId | null = null) => appendQuestion(db(), ada, { conversationId, text });
  const reply = async (questionId: MessageId, change: Partial<FinishedAnswer> = {}) => {
    const { messageId } = await beginAnswer(db(), ada, { questionId, encoderVersion });
    await finishAnswer(db(), ada, finished(messageId, change));
    return messageId;
  };

  describe("chat", () => {
    test("a conversation comes back in order, with alternatives after their question", async () => {
      const { conversationId, questionId } = await ask("How many days of leave?");
      const first = await reply(questionId);
      const second = await reply(questionId, { answer: { ...answer, text: "again" }, state: "stopped" });
      const next = await ask("And part-timers?", conversationId);
      const third = await reply(next.questionId);
      const view = await getConversation(db(), ada, conversationId);
      expect(conversationView.parse(view)).toEqual(view);
      expect(view.messages.map((message) => message.id)).toEqual([questionId, first, second, next.questionId, third]);
      expect(view.messages[1]).toMatchObject({ state: "complete", answer, encoderVersion, questionId, feedback: [] });
      expect(view.messages[2]).toMatchObject({ state: "stopped", answer: { text: "again" } });
      expect(view.title).toBe("How many days of leave?");
      expect(await findQuestion(db(), ada, second)).toEqual({ conversationId, questionId, text: "How many days of leave?" });
      expect(await findQuestion(db(), ada, questionId)).toEqual({ conversationId, questionId, text: "How many days of leave?" });
    });

    test("a long first question gives a short title, at a word's end", async () => {
      const { conversationId } = await ask(`May I ${"carry over ".repeat(30)}?`);
      const { title } = await getConversation(db(), ada, conversationId);
      expect(title.length).toBeLessThanOrEqual(80);
      expect(title).toMatch(/ (carry|over)…$/);
    });

    test("the list is one's own, newest change first; rename and delete", async () => {
      const a = await ask("first");
      const b = await ask("second");
      await appendQuestion(db(), omar, { conversationId: null, text: "someone else's" });
      await reply(a.questionId);
      expect((await listConversations(db(), ada)).map((row) => row.title)).toEqual(["first", "second"]);
      expect((await listConversations(db(), ada, { limit: 1, offset: 1 })).map((row) => row.title)).toEqual(["second"]);
      expect(await renameConversation(db(), ada, { id: b.conversationId, title: "Renamed 假" })).toMatchObject({ title: "Renamed 假" });
      await deleteConversation(db(), ada, a.conversationId);
      expect((await listConversations(db(), ada)).map((row) => row.title)).toEqual(["Renamed 假"]);
      await expect(getConversation(db(), ada, a.conversationId)).rejects.toEqual(notFound);
    });

    test("nobody reaches another person's conversation, whatever their roles", async () => {
      const { conversationId, questionId } = await ask("mine alone");
      const { messageId } = await beginAnswer(db(), ada, { questionId, encoderVersion });
      const attempts = [
        () => getConversation(db(), omar, conversationId),
        () => renameConversation(db(), omar, { id: conversationId, title: "x" }),
        () => deleteConversation(db(), omar, conversationId),
        () => appendQuestion(db(), omar, { conversationId, text: "x" }),
        () => findQuestion(db(), omar, questionId),
        () => beginAnswer(db(), omar, { questionId, encoderVersion }),
        () => finishAnswer(db(), omar, finished(messageId)),
        () => recentTurns(db(), omar, { conversationId, before: null, limit: 3 }),
      ];
      for (const attempt of attempts) await expect(attempt()).rejects.toEqual(notFound);
      await interruptAnswer(db(), omar, messageId);
      await finishAnswer(db(), ada, finished(messageId));
      const view = await getConversation(db(), ada, conversationId);
      expect(view.messages.map((message) => message.id)).toEqual([questionId, messageId]);
      expect(view.title).toBe("mine alone");
    });

    test("a question refused for a foreign conversation leaves nothing behind", async () => {
      const { conversationId } = await ask("mine");
      await expect(appendQuestion(db(), omar, { conversationId, text: "intruder" })).rejects.toEqual(notFound);
      expect((await getConversation(db(), ada, conversationId)).messages).toHaveLength(1);
      expect(await listConversations(db(), omar)).toEqual([]);
    });

    test("an answer is finished once; a stop that comes too late changes nothing", async () => {
      const { conversationId, questionId } = await ask("q");
      const messageId = await reply(questionId);
      await expect(finishAnswer(db(), ada, finished(messageId, { answer: { ...answer, text: "late" } }))).rejects.toEqual(notFound);
      await interruptAnswer(db(), ada, messageId);
      expect((await getConversation(db(), ada, conversationId)).messages[1]).toMatchObject({ state: "complete", answer });
    });

    test("what a crash cut off is marked at the next start, and only that", async () => {
      const { conversationId, questionId } = await ask("q");
      await reply(questionId);
      const { messageId } = await beginAnswer(db(), ada, { questionId, encoderVersion });
      expect((await getConversation(db(), ada, conversationId)).messages).toHaveLength(2);
      expect(await markInterrupted(db(), system, { begunBefore: new Date(Date.now() - 60_000) })).toBe(0);
      expect(await markInterrupted(db(), system, { begunBefore: new Date(Date.now() + 1) })).toBe(1);
      const view = await getConversation(db(), ada, conversationId);
      expect(conversationView.parse(view).messages.at(-1)).toMatchObject({ id: messageId, state: "interrupted", answer: { outcome: "none", text: "" } });
      // Marked by another server's start although it was alive.
      await finishAnswer(db(), ada, finished(messageId));
      expect((await getConversation(db(), ada, conversationId)).messages.at(-1)).toMatchObject({ state: "complete" });
    });

    test("turns before a question: oldest first, the newest finished answer of each", async () => {
      const first = await ask("one");
      const { conversationId } = first;
      await reply(first.questionId);
      await reply(first.questionId, { answer: { ...answer, text: "newer" } });
      const second = await ask("two", conversationId);
      await beginAnswer(db(), ada, { questionId: second.questionId, encoderVersion });
      const third = await ask("three", conversationId);
      const turns = await recentTurns(db(), ada, { conversationId, before: third.questionId, limit: 5 });
      expect(turns.map((turn) => [turn.question, turn.answer?.text ?? null])).toEqual([["one", "newer"], ["two", null]]);
      expect((await recentTurns(db(), ada, { conversationId, before: null, limit: 1 })).map((turn) => turn.question)).toEqual(["three"]);
      expect(await recentTurns(db(), ada, { conversationId, before: first.questionId, limit: 5 })).toEqual([]);
    });
  });

  describe("feedback", () => {
    const request = (messageId: string, change: Partial<FeedbackRequest> = {}) =>
      feedbackRequest.parse({ messageId, target: { type: "answer", id: null }, verdict: "down", reasons: ["wrong", "outdated"], comment: "old", ...change });

    test("one thumb per target: changed, kept beside others, undone", async () => {
      const { conversationId, questionId } = await ask("q");
      const messageId = await reply(questionId);
      const down = await putFeedback(db(), ada, request(messageId));
      expect(down).toMatchObject({ verdict: "down", reasons: ["wrong", "outdated"], comment: "old", target: { type: "answer", id: null } });
      const up = await putFeedback(db(), ada, request(messageId, { verdict: "up" }));
      expect(up).toEqual({ ...down, verdict: "up", reasons: [], comment: "" });
      const cited = await putFeedback(db(), ada, request(messageId, { target: { type: "citation", id: "1" } }));
      expect((await getConversation(db(), ada, conversationId)).messages[1]).toMatchObject({ feedback: [up, cited] });
      await removeFeedback(db(), ada, up.id as FeedbackId);
      expect((await getConversation(db(), ada, conversationId)).messages[1]).toMatchObject({ feedback: [cited] });
      await expect(removeFeedback(db(), ada, up.id as FeedbackId)).rejects.toEqual(notFound);
    });

    test("only on one's own finished answers, and on what they show", async () => {
      const { questionId } = await ask("q");
      const messageId = await reply(questionId);
      const given = await putFeedback(db(), ada, request(messageId));
      await expect(putFeedback(db(), omar, request(messageId))).rejects.toEqual(notFound);
      await expect(removeFeedback(db(), omar, given.id as FeedbackId)).rejects.toEqual(notFound);
      await expect(putFeedback(db(), ada, request(questionId))).rejects.toEqual(invalid);
      await expect(putFeedback(db(), ada, request(messageId, { target: { type: "citation", id: "2" } }))).rejects.toEqual(invalid);
      await expect(putFeedback(db(), ada, request(messageId, { target: { type: "candidate", id: "d1" } }))).rejects.toEqual(invalid);
      const open = await beginAnswer(db(), ada, { questionId, encoderVersion });
      await expect(putFeedback(db(), ada, request(open.messageId))).rejects.toEqual(invalid);
    });
  });
}
