/**
 * @file Word answer: lets a language model word an answer from passages that the asker may read, shows each sentence once
 * it is checked, and says why when nothing usable came. Never decides whether there is an answer: confidence did.
 */
import type { Citation, FallbackReason } from "../../contracts/evidence";
import { isAppError, toAppError } from "../../core/errors";
import type { Passage } from "../../knowledge/types";
import type { AssistantEvent } from "../types";
import { createCheckedAnswer, type CheckedAnswer } from "./checked-answer";
import { withDeadlines } from "./deadlines";
import { reasonOf, type LanguageModel, type ModelEvent, type WriteRequest } from "./language-model";
import { createPassageBook } from "./passage-book";
import { NO_ANSWER } from "./prompt";
import { createSentenceStream, type WrittenSentence } from "./sentence-stream";

export interface WordingLimits {
  readonly firstMs: number;
  readonly idleMs: number;
  readonly totalMs: number;
  readonly maxQuotedChars: number;
  readonly maxSearches: number;
}

export interface WordingTask {
  readonly model: LanguageModel;
  readonly question: string;
  /** Best first. */
  readonly passages: readonly Passage[];
  /** With the asker's filter. */
  readonly search: (query: string) => Promise<readonly Passage[]>;
  readonly tell: (event: AssistantEvent) => void;
  readonly limits: WordingLimits;
  readonly signal?: AbortSignal | undefined;
}

export interface WordedAnswer {
  /** What was told as tokens so far; empty when nothing passed the check. */
  readonly text: string;
  readonly citations: readonly Citation[];
  /** Sentences left out by the check. */
  readonly dropped: number;
  /** Null: the text is the whole answer. Else why it is not, and the documents are to be quoted. */
  readonly fallback: FallbackReason | null;
}

/** @throws AppError "job/cancelled" when the asker stops; a model's failure is a value */
export async function wordAnswer(task: WordingTask): Promise<WordedAnswer> {
  const { model, limits, signal } = task;
  const book = createPassageBook(model.maxPassageChars);
  const answer = createCheckedAnswer(book, limits.maxQuotedChars);
  let searches = 0;
  const search: WriteRequest["search"] = async (query) => (searches++ < limits.maxSearches ? book.add(await task.search(query)) : []);
  const request = { question: task.question, passages: book.add(task.passages), search };
  const state: Reading = { written: "", failure: null };
  try {
    const events = withDeadlines((inner) => model.write({ ...request, signal: inner }), { ...limits, signal });
    await readEvents(events, { answer, tell: task.tell, state });
  } catch (thrown) {
    if (isAppError(thrown) && thrown.code === "job/cancelled") throw thrown;
    const error = toAppError(thrown);
    state.failure = reasonOf(error);
    if (state.failure !== "loading") logFailure(model, error.context["status"], state.failure);
  }
  return { text: answer.text, citations: answer.citations, dropped: answer.dropped.length, fallback: outcomeOf(answer, state) };
}

interface Reading {
  /** Begins with what the model wrote; enough to tell whether it wrote anything. */
  written: string;
  failure: FallbackReason | null;
}

async function readEvents(events: AsyncIterable<ModelEvent>, { answer, tell, state }: { answer: CheckedAnswer; tell: WordingTask["tell"]; state: Reading }): Promise<void> {
  const stream = createSentenceStream();
  const take = (sentences: readonly WrittenSentence[]): void => {
    for (const sentence of sentences) {
      if (sentence.text.includes(NO_ANSWER)) continue;
      const checked = answer.add(sentence);
      if (!checked) continue;
      tell({ type: "token", text: checked.text });
      for (const citation of checked.newCitations) tell({ type: "citation", citation });
    }
  };
  for await (const event of events) {
    if (event.type === "text") {
      if (state.written.length < 200) state.written += event.text;
      take(stream.push(event.text));
    } else if (event.type === "searching") {
      stream.reset();
      answer.forgiveTurn();
    }
  }
  take(stream.end());
}

function outcomeOf(answer: CheckedAnswer, { written, failure }: Reading): FallbackReason | null {
  if (failure) return failure;
  if (answer.text !== "") return null;
  if (written.includes(NO_ANSWER)) return "no_answer";
  return written.trim() === "" ? "empty" : "unsupported";
}

/** One line for the operator: no word of a question, passage or answer. */
function logFailure(model: LanguageModel, status: string | number | boolean | null | undefined, reason: FallbackReason): void {
  process.emitWarning(`The language model ${model.name} on ${model.host ?? "this machine"} failed: ${reason}${typeof status === "number" ? ` (HTTP ${status})` : ""}`, { code: "CADRE_LLM" });
}
