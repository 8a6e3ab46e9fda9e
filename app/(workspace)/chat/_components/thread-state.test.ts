/** @file A conversation on screen: events build an answer, stop keeps what came, alternatives stay in order. */
import { describe, expect, it } from "vitest";
import type { ChatEvent } from "@/lib/contracts/chat";
import type { Answer } from "@/lib/contracts/evidence";
import { threadReducer, turnsOf, type Turn } from "./thread-state";

const answer = (text: string): Answer => ({
  outcome: "chat",
  text,
  citations: [],
  candidates: [],
  understoodAs: null,
  confidence: 1,
  suggestions: [],
});
const status: ChatEvent = { event: "status", data: { stage: "retrieve", conversationId: "c", messageId: "a1" } };
const token = (text: string): ChatEvent => ({ event: "token", data: { text } });
const done = (messageId: string, text: string): ChatEvent => ({
  event: "done",
  data: { conversationId: "c", questionId: "q1", messageId, answer: answer(text), latencyMs: 3 },
});

function play(...events: ChatEvent[]): readonly Turn[] {
  const asked = threadReducer([], { type: "asked", key: "k", question: "How long?" });
  return events.reduce((turns, event) => threadReducer(turns, { type: "event", key: "k", event }), asked);
}

describe("threadReducer", () => {
  it("grows the text with each token and ends with the stored answer", () => {
    expect(play(status, token("Five "), token("days"))[0]?.live).toMatchObject({ text: "Five days", messageId: "a1" });
    const [turn] = play(status, token("Fiv"), done("a1", "Five days"));
    expect(turn).toMatchObject({ live: null, questionId: "q1", shown: 0 });
    expect(turn?.answers.map((shown) => shown.answer.text)).toEqual(["Five days"]);
  });

  it("shows the new alternative and keeps the old one", () => {
    const again = threadReducer(play(status, done("a1", "one")), { type: "asked-again", key: "k" });
    const [turn] = threadReducer(again, { type: "event", key: "k", event: done("a2", "two") });
    expect(turn?.answers.map((shown) => shown.id)).toEqual(["a1", "a2"]);
    expect(turn?.shown).toBe(1);
  });

  it("keeps what had arrived when stopped, and says so when nothing had", () => {
    const [some] = threadReducer(play(status, token("Five")), { type: "stopped", key: "k" });
    expect(some?.answers[0]).toMatchObject({ id: "a1", state: "stopped", answer: { text: "Five" } });
    const [none] = threadReducer(play(status), { type: "stopped", key: "k" });
    expect(none?.failure?.code).toBe("stopped");
    expect(none?.answers).toEqual([]);
  });

  it("remembers the answer that was begun, so that a failed question is not asked twice", () => {
    const [turn] = play(status, { event: "error", data: { code: "internal/unknown", message: "Sorry." } });
    expect(turn).toMatchObject({ live: null, questionId: null, begunId: "a1", failure: { message: "Sorry." } });
  });

  it("ignores events that come after the end", () => {
    const finished = play(status, done("a1", "one"));
    expect(threadReducer(finished, { type: "event", key: "k", event: token("late") })).toEqual(finished);
  });

  it("files feedback under its answer only", () => {
    const feedback = { id: "f", target: { type: "answer" as const, id: null }, verdict: "up" as const, reasons: [], comment: "", review: "queued" as const };
    const [turn] = threadReducer(play(status, done("a1", "one")), { type: "rated", messageId: "a1", feedback: [feedback] });
    expect(turn?.answers[0]?.feedback).toEqual([feedback]);
  });
});

describe("turnsOf", () => {
  it("groups answers under their questions, newest shown", () => {
    const reply = (id: string) => ({
      role: "assistant" as const,
      id,
      questionId: "q1",
      state: "complete" as const,
      answer: answer(id),
      encoderVersion: "base@1",
      feedback: [],
      createdAt: "2026-01-01T00:00:00.000Z",
    });
    const messages = [
      { role: "user" as const, id: "q1", text: "one", createdAt: "2026-01-01T00:00:00.000Z" },
      reply("a1"),
      reply("a2"),
      { role: "user" as const, id: "q2", text: "two", createdAt: "2026-01-01T00:00:01.000Z" },
    ];
    expect(turnsOf({ messages }).map((turn) => [turn.question, turn.answers.length, turn.shown])).toEqual([
      ["one", 2, 1],
      ["two", 0, 0],
    ]);
  });
});
