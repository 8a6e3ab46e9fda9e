/**
 * @file The port to a language model: what the policy tool asks of one, and how one fails. Adapters implement it with
 * LangChain (../adapters); what it writes is only shown after language-model/checked-answer.ts has checked it.
 */
import { FALLBACK_REASONS, type FallbackReason } from "../../contracts/evidence";
import { AppError } from "../../core/errors";
import type { Passage } from "../../knowledge/types";

/** A passage under the number by which the model must cite it. */
export interface NumberedPassage {
  readonly number: number;
  readonly passage: Passage;
}

export interface WriteRequest {
  /** As understood. */
  readonly question: string;
  /** Read by the asker's own permission before they came here; nothing else is ever sent. */
  readonly passages: readonly NumberedPassage[];
  /** Looks further, with the asker's filter; null where the model may not look. Gives only passages not given before. */
  readonly search: ((query: string) => Promise<readonly NumberedPassage[]>) | null;
  /** Aborted by the asker's stop and by time-outs. */
  readonly signal: AbortSignal;
}

export type ModelEvent =
  /** A piece of what it writes. */
  | { readonly type: "text"; readonly text: string }
  /** It went on to search: what it wrote before was no answer. */
  | { readonly type: "searching" }
  /** Ours, not the model's: the search is running, so that its time does not count as the model's silence. */
  | { readonly type: "searched" };

export interface LanguageModel {
  /** As configured, for example "qwen3:8b". */
  readonly name: string;
  /** Where questions and passages go: "host:port"; null when it runs in this process. */
  readonly host: string | null;
  /** UTF-16 units of passages that fit a prompt. */
  readonly maxPassageChars: number;
  /** @throws AppError "language-model/failed" with the reason in its context */
  write(request: WriteRequest): AsyncIterable<ModelEvent>;
  close(): Promise<void>;
}

/** Those that an adapter or a deadline throws. */
export type FailureReason = Exclude<FallbackReason, "unsupported" | "no_answer" | "empty">;

/** @param message for developers; never holds text of a question, passage or answer */
export function modelFailure(reason: FailureReason, message: string, { cause, status }: { cause?: unknown; status?: number } = {}): AppError {
  return new AppError("language-model/failed", message, { cause, context: { reason, ...(status === undefined ? {} : { status }) } });
}

/** Why a model gave nothing; anything unforeseen is "error". */
export function reasonOf(error: AppError): FallbackReason {
  const reason = error.code === "language-model/failed" ? error.context["reason"] : undefined;
  return FALLBACK_REASONS.find((known) => known === reason) ?? "error";
}
