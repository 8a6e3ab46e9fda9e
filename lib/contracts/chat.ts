/**
 * @file Chat over HTTP: the request, the server-sent events of `POST /api/chat`, conversations and feedback.
 */
import { z } from "zod";
import { answer, candidateCard, citation } from "./evidence";

export const chatRequest = z.strictObject({
  conversationId: z.string().nullable().default(null),
  question: z.string().trim().min(1).max(2000),
  /** Ask the same again: the message to answer anew; the earlier answer stays as an alternative. */
  regenerate: z.string().nullable().default(null),
});
export type ChatRequest = z.infer<typeof chatRequest>;

/** `event:` name → `data:` JSON. `done` or `error` is always last. */
export const chatEvents = {
  status: z.strictObject({
    stage: z.enum(["understand", "retrieve", "rank", "answer"]),
    conversationId: z.string(),
    messageId: z.string(),
  }),
  token: z.strictObject({ text: z.string() }),
  citation,
  candidates: z.strictObject({ candidates: z.array(candidateCard) }),
  done: z.strictObject({
    conversationId: z.string(),
    questionId: z.string(),
    messageId: z.string(),
    answer,
    latencyMs: z.number(),
  }),
  error: z.strictObject({ code: z.string(), message: z.string() }),
} as const;
export type ChatEventName = keyof typeof chatEvents;
export type ChatEvent = { [K in ChatEventName]: { event: K; data: z.infer<(typeof chatEvents)[K]> } }[ChatEventName];

export const conversationSummary = z.strictObject({
  id: z.string(),
  title: z.string(),
  updatedAt: z.iso.datetime(),
});
export type ConversationSummary = z.infer<typeof conversationSummary>;

export const FEEDBACK_REASONS = ["wrong", "outdated", "incomplete", "wrong_source", "unsafe"] as const;
export const feedbackTarget = z.strictObject({
  type: z.enum(["answer", "citation", "candidate"]),
  /** Null for the answer; the citation's number; the candidate's document id. */
  id: z.string().nullable(),
});
export const feedbackRequest = z.strictObject({
  messageId: z.string(),
  target: feedbackTarget,
  verdict: z.enum(["up", "down"]),
  reasons: z.array(z.enum(FEEDBACK_REASONS)).default([]),
  comment: z.string().trim().max(2000).default(""),
});
export type FeedbackRequest = z.infer<typeof feedbackRequest>;

/** queued: reviewers see the question, without a name · private: only the asker, until they send it · none: nothing to review. */
export const reviewStanding = z.enum(["queued", "private", "none"]);
export type ReviewStanding = z.infer<typeof reviewStanding>;
export const sentToReview = z.strictObject({ review: reviewStanding });

/** Body of POST /api/feedback/opened: a source or candidate that the reader opened, by its place on the page. */
export const openedRequest = z.strictObject({ messageId: z.string(), kind: z.enum(["citation", "candidate"]), position: z.number().int().positive() });
export type OpenedRequest = z.infer<typeof openedRequest>;

export const feedbackView = z.strictObject({
  id: z.string(),
  target: feedbackTarget,
  verdict: z.enum(["up", "down"]),
  reasons: z.array(z.enum(FEEDBACK_REASONS)),
  comment: z.string(),
  /** Of the whole answer. */
  review: reviewStanding,
});
export type FeedbackView = z.infer<typeof feedbackView>;

export const messageView = z.discriminatedUnion("role", [
  z.strictObject({ role: z.literal("user"), id: z.string(), text: z.string(), createdAt: z.iso.datetime() }),
  z.strictObject({
    role: z.literal("assistant"),
    id: z.string(),
    /** The user message it answers; several answers to one question are alternatives, oldest first. */
    questionId: z.string(),
    /** stopped: the asker pressed stop; what had arrived is kept. interrupted: the server went down meanwhile. */
    state: z.enum(["complete", "stopped", "interrupted"]),
    answer,
    encoderVersion: z.string(),
    feedback: z.array(feedbackView),
    createdAt: z.iso.datetime(),
  }),
]);
export type MessageView = z.infer<typeof messageView>;

export const conversationView = z.strictObject({
  ...conversationSummary.shape,
  messages: z.array(messageView),
});
export type ConversationView = z.infer<typeof conversationView>;
