/** @file Why a question has no answer, in words: stopped, nothing kept, or what the server or the network said. */
import type { WordsIn } from "@/app/_components/language/define-words";
import { problemOf } from "@/lib/browser/problem";
import type { Turn } from "./thread-state";
import type { CHAT } from "./words";

/** @param failure of a turn; null: there is simply no answer */
export function failureText(failure: Turn["failure"], words: WordsIn<typeof CHAT>): string {
  if (failure === null) return words.noAnswerKept;
  if (failure.code === "stopped") return words.stoppedEarly;
  const { sentence, detail } = problemOf(failure);
  return detail === null ? sentence : `${sentence}\n${detail}`;
}
