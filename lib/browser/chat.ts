/**
 * @file Chat from the screen's side: ask and read the answer's events; conversations; feedback.
 */
import { z } from "zod";
import {
  chatEvents,
  conversationSummary,
  conversationView,
  feedbackView,
  sentToReview,
  type ChatEvent,
  type ChatEventName,
  type ConversationSummary,
  type ConversationView,
  type FeedbackRequest,
  type FeedbackView,
  type OpenedRequest,
  type ReviewStanding,
} from "../contracts/chat";
import { readEventStream } from "./event-stream";
import { ApiError, call, callEmpty, parseAs, send } from "./http";

export interface Ask {
  readonly conversationId: string | null;
  readonly question: string;
  /** The message to answer anew; null for a new question. */
  readonly regenerate: string | null;
}

/**
 * Asks and yields the events in order; the last one is `done` or `error`.
 * @param signal aborting it is "stop": the server keeps what had been written
 * @throws ApiError when the request is refused, or the stream ends before `done` ("network/cut-off")
 */
export async function* ask(request: Ask, signal: AbortSignal): AsyncGenerator<ChatEvent> {
  const response = await send("/api/chat", { method: "POST", body: request, signal, accept: "text/event-stream" });
  if (!response.body) throw cutOff();
  for await (const { event, data } of readEventStream(response.body)) {
    if (!isChatEventName(event)) continue;
    const parsed = { event, data: parseAs(chatEvents[event] as z.ZodType, data) } as ChatEvent;
    yield parsed;
    if (parsed.event === "done" || parsed.event === "error") return;
  }
  signal.throwIfAborted();
  throw cutOff();
}

const isChatEventName = (name: string): name is ChatEventName => Object.hasOwn(chatEvents, name);
const cutOff = () => new ApiError("network/cut-off", "The connection was cut before the answer was complete.", 0);

const conversationList = z.strictObject({ conversations: z.array(conversationSummary) });

/** The asker's own conversations, latest first. */
export const listConversations = async (signal?: AbortSignal): Promise<ConversationSummary[]> =>
  (await call(conversationList, "/api/conversations", { signal })).conversations;

export const loadConversation = (id: string, signal?: AbortSignal): Promise<ConversationView> =>
  call(conversationView, `/api/conversations/${encodeURIComponent(id)}`, { signal });

export const renameConversation = (id: string, title: string): Promise<void> =>
  callEmpty(`/api/conversations/${encodeURIComponent(id)}`, { method: "PATCH", body: { title } });

export const deleteConversation = (id: string): Promise<void> =>
  callEmpty(`/api/conversations/${encodeURIComponent(id)}`, { method: "DELETE" });

/** Rates an answer, one citation or one candidate; rating the same thing again replaces the rating. */
export const sendFeedback = (request: FeedbackRequest): Promise<FeedbackView> =>
  call(feedbackView, "/api/feedback", { method: "POST", body: request });

export const undoFeedback = (id: string): Promise<void> =>
  callEmpty(`/api/feedback/${encodeURIComponent(id)}`, { method: "DELETE" });

/** Sends an answer of one's own to the reviewers, also one that was kept private. */
export const sendToReview = (messageId: string): Promise<{ review: ReviewStanding }> =>
  call(sentToReview, "/api/feedback/send", { method: "POST", body: { messageId } });

/** Tells the server that a source was opened, so that its place can be weighed. */
export const reportOpened = (opened: OpenedRequest): Promise<void> =>
  callEmpty("/api/feedback/opened", { method: "POST", body: opened });
