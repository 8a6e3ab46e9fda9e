/**
 * @file The review queue over HTTP: items, judgements, undo, search, progress, preferences, assignment. Nothing here names
 * who asked. Agreement, adjudication and reviewers' quality are in review-trust.ts.
 */
import { z } from "zod";
import { DOCUMENT_KINDS } from "../core/types";
import { FEEDBACK_REASONS, type ReviewStanding } from "./chat";
import { OUTCOMES, type Outcome } from "./evidence";

/**
 * Outcomes that a reviewer can judge by documents. Lists of candidates are not among them: reviewers may not read résumés;
 * those ratings stay with the answer.
 */
export const REVIEWABLE: ReadonlySet<Outcome> = new Set<Outcome>(["answered", "closest", "none", "out_of_scope"]);

/** Where an answer stands with the reviewers. @param state of its source; absent when it has none */
export function standingOf(outcome: Outcome | undefined, state: ReviewSourceState | null | undefined): ReviewStanding {
  if (outcome === undefined || !REVIEWABLE.has(outcome)) return "none";
  return state === undefined || state === null || state === "withdrawn" ? "private" : "queued";
}

/** own: what a reviewer says · reference: what adjudication or a gold item says. */
export type JudgementKind = "own" | "reference";
/** rated: with a thumb · sent: on purpose · withdrawn: taken back after somebody had judged it. */
export type ReviewSourceState = "rated" | "sent" | "withdrawn";
export const JUDGEMENT_STATES = ["draft", "done", "skipped"] as const;
export type JudgementState = (typeof JUDGEMENT_STATES)[number];

/** graded: passages carry grades · unanswerable: the documents do not say · unfair: no question that documents could answer. */
export const REVIEW_VERDICTS = ["graded", "unanswerable", "unfair"] as const;
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];

/** What a single key does in the queue; each has a default key (REVIEW_KEYS). */
export const REVIEW_ACTIONS = [
  "grade0", "grade1", "grade2", "grade3", "answerRight", "answerVerified", "unanswerable", "unfair", "submit", "skip", "undo",
  "next", "previous", "span", "search", "note", "flag", "guidelines", "open", "result",
] as const;
export type ReviewAction = (typeof REVIEW_ACTIONS)[number];

/** Default keys, as `KeyboardEvent.key` in lower case. */
export const REVIEW_KEYS: Readonly<Record<ReviewAction, string>> = {
  grade0: "0", grade1: "1", grade2: "2", grade3: "3", answerRight: "a", answerVerified: "v", unanswerable: "u", unfair: "f",
  submit: "enter", skip: "x", undo: "z", next: "j", previous: "k", span: "s", search: "/", note: "n", flag: "l",
  guidelines: "g", open: "o", result: "r",
};

/** Why an item waits where it does; it may have several. */
export const QUEUE_REASONS = ["assigned", "disagreement", "margin", "frequent", "new-document", "second-opinion", "random"] as const;
export type QueueReason = (typeof QUEUE_REASONS)[number];

/** Query of GET /api/review/queue. */
export const queueQuery = z.strictObject({
  language: z.enum(["en", "zh"]).optional(),
  /** Kind of a document among the item's passages. */
  kind: z.enum(DOCUMENT_KINDS).optional(),
  /** Reason given with a thumb down. */
  reason: z.enum(FEEDBACK_REASONS).optional(),
  only: z.enum(QUEUE_REASONS).optional(),
  /** Items with a flag of mine or skipped by me, instead of those that wait. */
  mine: z.enum(["flagged", "skipped", "done"]).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
export type QueueQuery = z.infer<typeof queueQuery>;

export const queueEntry = z.strictObject({
  id: z.string(),
  question: z.string(),
  language: z.enum(["en", "zh"]),
  /** People who asked, rated or sent it. */
  people: z.number().int().nonnegative(),
  up: z.number().int().nonnegative(),
  down: z.number().int().nonnegative(),
  reasons: z.array(z.enum(QUEUE_REASONS)),
  demo: z.boolean(),
});
export type QueueEntry = z.infer<typeof queueEntry>;

export const queueView = z.strictObject({
  /** In the order in which they should be judged. */
  items: z.array(queueEntry),
  /** Waiting for me, whatever the filter and the limit. */
  waiting: z.number().int().nonnegative(),
  /** Fit the filter. */
  matching: z.number().int().nonnegative(),
  /** Waiting for somebody else, because I have a part in the question. */
  needSecond: z.number().int().nonnegative(),
});
export type QueueView = z.infer<typeof queueView>;

const span = { start: z.number().int().nonnegative(), end: z.number().int().positive() };

/** A passage to grade: its own text, exactly as stored; offsets are of the document's text. */
export const reviewPassage = z.strictObject({
  chunkId: z.string(),
  documentId: z.string(),
  title: z.string(),
  kind: z.enum(DOCUMENT_KINDS),
  headings: z.array(z.string()),
  page: z.number().int().positive().nullable(),
  ...span,
  text: z.string(),
  language: z.enum(["en", "zh"]),
  /** Sentences of the passage, for marking the answer by keyboard. */
  sentences: z.array(z.strictObject(span)),
  /** What the answer quoted from it. */
  quoted: z.array(z.strictObject(span)),
  /** Added in the last two weeks. */
  isNew: z.boolean(),
  /** Open to everyone in the company. */
  forAll: z.boolean(),
});
export type ReviewPassage = z.infer<typeof reviewPassage>;

export const grade = z.strictObject({
  chunkId: z.string().min(1),
  /** 0 not about it · 1 about it, no answer · 2 part of the answer · 3 the answer. */
  relevance: z.number().int().min(0).max(3),
  span: z.strictObject(span).nullable().default(null),
  /** From the reviewer's own search. */
  found: z.boolean().default(false),
});
export type Grade = z.infer<typeof grade>;

const NOTE_CHARS = 2000;

/** Body of PUT /api/review/items/:id/judgement. A draft may be empty; done needs a verdict, graded at least one grade. */
export const judgementRequest = z.strictObject({
  state: z.enum(JUDGEMENT_STATES),
  verdict: z.enum(REVIEW_VERDICTS).nullable().default(null),
  grades: z.array(grade).max(40).default([]),
  note: z.string().trim().max(NOTE_CHARS).default(""),
  flagged: z.boolean().default(false),
  /** Since the item was put before the reviewer. */
  durationMs: z.number().int().min(0).max(3_600_000).default(0),
  /** The answer is right and may be served to close paraphrases as verified by HR. */
  verified: z.boolean().default(false),
});
export type JudgementRequest = z.input<typeof judgementRequest>;
export type JudgementInput = z.output<typeof judgementRequest>;

export const judgementView = z.strictObject({
  state: z.enum(JUDGEMENT_STATES),
  verdict: z.enum(REVIEW_VERDICTS).nullable(),
  grades: z.array(grade),
  note: z.string(),
  flagged: z.boolean(),
});
export type JudgementView = z.infer<typeof judgementView>;

export const reviewItem = z.strictObject({
  id: z.string(),
  question: z.string(),
  language: z.enum(["en", "zh"]),
  people: z.number().int().nonnegative(),
  up: z.number().int().nonnegative(),
  down: z.number().int().nonnegative(),
  /** Reasons given with thumbs down, and how often. */
  complaints: z.array(z.strictObject({ reason: z.enum(FEEDBACK_REASONS), n: z.number().int().positive() })),
  /** What askers wrote beside a thumb, without who. */
  comments: z.array(z.string()),
  outcome: z.enum(OUTCOMES),
  /** Null: it quotes documents that are gone by now. */
  answer: z.string().nullable(),
  passages: z.array(reviewPassage),
  mine: judgementView.nullable(),
  demo: z.boolean(),
});
export type ReviewItem = z.infer<typeof reviewItem>;

/** After one's own choice on a gold item, and only then: what is known to be right, and what the model had thought. */
export const goldResult = z.strictObject({
  itemId: z.string(),
  question: z.string(),
  verdict: z.strictObject({ mine: z.enum(REVIEW_VERDICTS), reference: z.enum(REVIEW_VERDICTS) }),
  passages: z.array(z.strictObject({ chunkId: z.string(), title: z.string(), mine: z.number().int().nullable(), reference: z.number().int(), modelRank: z.number().int().positive().nullable() })),
  /** Grades that agree exactly, of those that both gave. */
  agreed: z.number().int().nonnegative(),
  compared: z.number().int().nonnegative(),
});
export type GoldResult = z.infer<typeof goldResult>;

export const progress = z.strictObject({
  /** Closed today, in the reviewer's own day. */
  today: z.number().int().nonnegative(),
  total: z.number().int().nonnegative(),
  skipped: z.number().int().nonnegative(),
  /** Median over the last 20 closed items; null before the third. */
  itemsPerMinute: z.number().nonnegative().nullable(),
  /** With other reviewers on the same passages, ordinal alpha; null below 10 shared grades. */
  agreement: z.strictObject({ alpha: z.number(), low: z.number(), high: z.number(), n: z.number().int() }).nullable(),
  /** Own judgements that undo can still reach, at most 10. */
  undoable: z.number().int().min(0).max(10),
});
export type Progress = z.infer<typeof progress>;

/** Query of GET /api/review/progress: start of the reviewer's day. */
export const progressQuery = z.strictObject({ since: z.iso.datetime({ offset: true }) });

export const judgementReply = z.strictObject({
  judgement: judgementView,
  /** Only when the item is closed and is a gold item. */
  gold: goldResult.nullable(),
  /** What became of `verified`; null when it was not asked for. */
  verified: z.enum(["served", "not-possible"]).nullable(),
});
export type JudgementReply = z.infer<typeof judgementReply>;

export const undoReply = z.strictObject({ itemId: z.string(), undoable: z.number().int().min(0).max(10) });

export const passageSearchQuery = z.strictObject({ q: z.string().trim().min(1).max(300) });
export const passageSearchReply = z.strictObject({ passages: z.array(reviewPassage) });

export const reviewKeys = z.partialRecord(z.enum(REVIEW_ACTIONS), z.string().min(1).max(12));
export const reviewPreferences = z.strictObject({ keys: reviewKeys });
export type ReviewPreferences = z.infer<typeof reviewPreferences>;

/** Body of POST /api/review/items/:id/assignment. */
export const assignmentRequest = z.strictObject({ reviewerId: z.string(), assigned: z.boolean() });
export const reviewersReply = z.strictObject({ reviewers: z.array(z.strictObject({ id: z.string(), name: z.string() })) });
