/**
 * @file Say: a finished text → token events in small pieces, for screens that write as they read.
 */
import type { AssistantEvent } from "../types";

/** Words with the space behind them; single characters of Chinese. */
const PIECES = /\p{Script=Han}[，。；：、！？]?|[^\s\p{Script=Han}]+\s*|\s+/gu;

/** Sends the text; the pieces joined are the text. */
export function say(text: string, tell: (event: AssistantEvent) => void): void {
  for (const [piece] of text.matchAll(PIECES)) tell({ type: "token", text: piece });
}
