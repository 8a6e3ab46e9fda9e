/** @file What a reviewer is doing with one item, as pure state: grades, focus, the marked answer, note, flag. */
import type { Grade, JudgementRequest, ReviewItem, ReviewPassage, ReviewVerdict } from "@/lib/contracts/review";

export interface Draft {
  readonly passages: readonly ReviewPassage[];
  readonly grades: ReadonlyMap<string, Grade>;
  /** Index of the passage that keys act on. */
  readonly focus: number;
  /** Choosing sentences of the focused passage: first and last, by index; null: not at it. */
  readonly marking: { readonly from: number; readonly to: number } | null;
  readonly note: string;
  readonly flagged: boolean;
  /** Something to keep that the server does not have yet. */
  readonly dirty: boolean;
}

export type DraftAction =
  | { readonly type: "grade"; readonly relevance: number }
  | { readonly type: "move"; readonly by: number }
  | { readonly type: "focus"; readonly index: number }
  | { readonly type: "mark" }
  | { readonly type: "mark-move"; readonly by: number; readonly widen: boolean }
  | { readonly type: "mark-keep" }
  | { readonly type: "mark-leave" }
  | { readonly type: "span"; readonly chunkId: string; readonly span: { start: number; end: number } | null }
  | { readonly type: "add"; readonly passage: ReviewPassage }
  | { readonly type: "right" }
  | { readonly type: "note"; readonly note: string }
  | { readonly type: "flag" }
  | { readonly type: "saved"; readonly of: Draft };

export function beginDraft(item: ReviewItem): Draft {
  const grades = new Map((item.mine?.grades ?? []).map((grade) => [grade.chunkId, grade]));
  return { passages: item.passages, grades, focus: 0, marking: null, note: item.mine?.note ?? "", flagged: item.mine?.flagged ?? false, dirty: false };
}

export function draftReducer(draft: Draft, action: DraftAction): Draft {
  const passage = draft.passages[draft.focus];
  switch (action.type) {
    case "grade":
      return passage ? { ...graded(draft, passage.chunkId, { relevance: action.relevance }), focus: clamp(draft, draft.focus + 1), marking: null } : draft;
    case "move":
      return { ...draft, focus: clamp(draft, draft.focus + action.by), marking: null };
    case "focus":
      return { ...draft, focus: clamp(draft, action.index), marking: action.index === draft.focus ? draft.marking : null };
    case "mark":
      return passage && passage.sentences.length > 0 ? { ...draft, marking: startOfMark(passage, draft.grades.get(passage.chunkId)?.span ?? passage.quoted[0] ?? null) } : draft;
    case "mark-move":
      return moveMark(draft, action);
    case "mark-keep":
      return keepMark(draft);
    case "mark-leave":
      return { ...draft, marking: null };
    case "span":
      return graded(draft, action.chunkId, { span: action.span });
    case "add": {
      const known = draft.passages.findIndex((other) => other.chunkId === action.passage.chunkId);
      const passages = known < 0 ? [...draft.passages, action.passage] : draft.passages;
      const focus = known < 0 ? passages.length - 1 : known;
      return { ...graded({ ...draft, passages, focus }, action.passage.chunkId, { relevance: 3, found: known < 0 }), marking: null };
    }
    case "right":
      return draft.passages.filter((each) => each.quoted.length > 0).reduce((next, each) => graded(next, each.chunkId, { relevance: 3, span: next.grades.get(each.chunkId)?.span ?? each.quoted[0] ?? null }), draft);
    case "note":
      return { ...draft, note: action.note, dirty: true };
    case "flag":
      return { ...draft, flagged: !draft.flagged, dirty: true };
    case "saved":
      return draft === action.of ? { ...draft, dirty: false } : draft;
  }
}

/** A passage that gets a mark before a grade holds the answer: 3. */
function graded(draft: Draft, chunkId: string, change: Partial<Grade>): Draft {
  const before = draft.grades.get(chunkId) ?? { chunkId, relevance: 3, span: null, found: false };
  const next = { ...before, ...change };
  // What is not part of the answer has no answer in it.
  return { ...draft, dirty: true, grades: new Map(draft.grades).set(chunkId, next.relevance < 2 ? { ...next, span: null } : next) };
}

function startOfMark(passage: ReviewPassage, span: { start: number; end: number } | null): { from: number; to: number } {
  if (span === null) return { from: 0, to: 0 };
  const touched = passage.sentences.flatMap((sentence, index) => (sentence.start < span.end && sentence.end > span.start ? [index] : []));
  return { from: touched[0] ?? 0, to: touched.at(-1) ?? 0 };
}

function moveMark(draft: Draft, { by, widen }: { by: number; widen: boolean }): Draft {
  const last = (draft.passages[draft.focus]?.sentences.length ?? 1) - 1;
  if (!draft.marking) return draft;
  const to = Math.min(last, Math.max(0, draft.marking.to + by));
  return { ...draft, marking: { from: widen ? draft.marking.from : to, to } };
}

function keepMark(draft: Draft): Draft {
  const passage = draft.passages[draft.focus];
  const span = draft.marking && passage ? markedSpan(passage, draft.marking) : null;
  if (!passage || !span) return { ...draft, marking: null };
  const relevance = Math.max(2, draft.grades.get(passage.chunkId)?.relevance ?? 3);
  return { ...graded(draft, passage.chunkId, { span, relevance }), marking: null };
}

/** The chosen sentences as a span of the document. */
export function markedSpan(passage: ReviewPassage, marking: { from: number; to: number }): { start: number; end: number } | null {
  const [first, last] = [passage.sentences[Math.min(marking.from, marking.to)], passage.sentences[Math.max(marking.from, marking.to)]];
  return first && last ? { start: first.start, end: last.end } : null;
}

const clamp = (draft: Draft, index: number): number => Math.max(0, Math.min(draft.passages.length - 1, index));

/** What is sent. @param verdict null in a draft */
export function toRequest(draft: Draft, close: { state: JudgementRequest["state"]; verdict: ReviewVerdict | null; durationMs: number; verified?: boolean }): JudgementRequest {
  const { state, verdict, durationMs, verified = false } = close;
  return { state, verdict, grades: [...draft.grades.values()], note: draft.note, flagged: draft.flagged, durationMs: Math.min(3_600_000, Math.round(durationMs)), verified };
}
