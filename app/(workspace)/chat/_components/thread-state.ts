/**
 * @file The state of one conversation on screen: questions with their alternative answers, and the one being
 * written. Pure: events in, state out.
 */
import type { ChatEvent, ConversationView, FeedbackView, MessageView } from "@/lib/contracts/chat";
import type { Answer, CandidateCard, Citation } from "@/lib/contracts/evidence";

export type AnswerMessage = Extract<MessageView, { role: "assistant" }>;

/** What is shown of an answer, finished or not. */
export type Shown = Pick<AnswerMessage, "id" | "state" | "answer" | "feedback">;

/** An answer on its way. */
export interface Live {
  readonly stage: "understand" | "retrieve" | "rank" | "answer";
  /** Null until the server has taken the question. */
  readonly messageId: string | null;
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly candidates: readonly CandidateCard[];
}

export interface Turn {
  /** Stable on screen; the question's id once the server has named it. */
  readonly key: string;
  readonly questionId: string | null;
  readonly question: string;
  /** Oldest first. */
  readonly answers: readonly Shown[];
  /** Index into `answers`. */
  readonly shown: number;
  readonly live: Live | null;
  /** The last answer that the server began, finished or not: by it the question can be asked again. */
  readonly begunId: string | null;
  readonly failure: { readonly code: string; readonly message: string } | null;
}

export type ThreadAction =
  | { readonly type: "loaded"; readonly conversation: ConversationView }
  | { readonly type: "cleared" }
  | { readonly type: "asked"; readonly key: string; readonly question: string }
  | { readonly type: "asked-again"; readonly key: string }
  | { readonly type: "event"; readonly key: string; readonly event: ChatEvent }
  | { readonly type: "failed"; readonly key: string; readonly code: string; readonly message: string }
  | { readonly type: "stopped"; readonly key: string }
  | { readonly type: "shown"; readonly key: string; readonly index: number }
  | { readonly type: "rated"; readonly messageId: string; readonly feedback: readonly FeedbackView[] };

const NOTHING_YET: Live = { stage: "understand", messageId: null, text: "", citations: [], candidates: [] };

export function threadReducer(turns: readonly Turn[], action: ThreadAction): readonly Turn[] {
  switch (action.type) {
    case "loaded":
      return turnsOf(action.conversation);
    case "cleared":
      return [];
    case "asked":
      return [
        ...turns,
        { key: action.key, questionId: null, question: action.question, answers: [], shown: 0, live: NOTHING_YET, begunId: null, failure: null },
      ];
    case "asked-again":
      return change(turns, action.key, (turn) => ({ ...turn, live: NOTHING_YET, failure: null }));
    case "event":
      return change(turns, action.key, (turn) => (turn.live ? applyEvent(turn, turn.live, action.event) : turn));
    case "failed":
      return change(turns, action.key, (turn) => ({
        ...turn,
        live: null,
        failure: { code: action.code, message: action.message },
      }));
    case "stopped":
      return change(turns, action.key, stop);
    case "shown":
      return change(turns, action.key, (turn) => ({ ...turn, shown: action.index }));
    case "rated":
      return turns.map((turn) => ({
        ...turn,
        answers: turn.answers.map((answer) =>
          answer.id === action.messageId ? { ...answer, feedback: [...action.feedback] } : answer,
        ),
      }));
  }
}

/** Questions in order, each with its answers; the newest answer is shown. */
export function turnsOf(conversation: Pick<ConversationView, "messages">): Turn[] {
  const turns: Turn[] = [];
  for (const message of conversation.messages) {
    if (message.role === "user") {
      turns.push({ key: message.id, questionId: message.id, question: message.text, answers: [], shown: 0, live: null, begunId: null, failure: null });
      continue;
    }
    const at = turns.findIndex((turn) => turn.questionId === message.questionId);
    const turn = turns[at];
    if (turn) turns[at] = withAnswer(turn, message);
  }
  return turns;
}

const change = (turns: readonly Turn[], key: string, update: (turn: Turn) => Turn): Turn[] =>
  turns.map((turn) => (turn.key === key ? update(turn) : turn));

const withAnswer = (turn: Turn, answer: Shown): Turn => ({
  ...turn,
  answers: [...turn.answers, answer],
  shown: turn.answers.length,
});

function applyEvent(turn: Turn, live: Live, event: ChatEvent): Turn {
  switch (event.event) {
    case "status":
      return { ...turn, begunId: event.data.messageId, live: { ...live, stage: event.data.stage, messageId: event.data.messageId } };
    case "token":
      return { ...turn, live: { ...live, text: live.text + event.data.text } };
    case "citation":
      return { ...turn, live: { ...live, citations: [...live.citations, event.data] } };
    case "candidates":
      return { ...turn, live: { ...live, candidates: event.data.candidates } };
    case "done": {
      const { messageId, questionId, answer } = event.data;
      return { ...withAnswer(turn, { id: messageId, state: "complete", answer, feedback: [] }), questionId, live: null };
    }
    case "error":
      return { ...turn, live: null, failure: event.data };
  }
}

/** Keeps what had arrived, as the server does. */
function stop(turn: Turn): Turn {
  const { live } = turn;
  if (!live) return turn;
  const { text, citations, candidates, messageId } = live;
  const empty = text === "" && citations.length === 0 && candidates.length === 0;
  if (empty || messageId === null) {
    return { ...turn, live: null, failure: { code: "stopped", message: "" } };
  }
  const answer: Answer = {
    outcome: candidates.length > 0 ? "candidates" : citations.length > 0 ? "answered" : "none",
    text,
    citations: [...citations],
    candidates: [...candidates],
    understoodAs: null,
    confidence: 0,
    suggestions: [],
  };
  return { ...withAnswer(turn, { id: messageId, state: "stopped", answer, feedback: [] }), live: null };
}
