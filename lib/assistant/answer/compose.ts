/**
 * @file Compose: chosen spans → citations and the text of the answer: a fixed sentence, then each quote under its
 * heading with its number. Writes no word of its own about the subject.
 */
import type { Citation } from "../../contracts/evidence";
import { pageOf } from "../../knowledge/chunk/page-of";
import type { Passage } from "../../knowledge/types";
import type { ChosenSpan } from "./choose-spans";
import type { Sides } from "./conflict";

/** @param number 1-based within the answer */
export function toCitation(span: Pick<ChosenSpan, "passage" | "start" | "end" | "quote">, number: number, conflict: string | null = null): Citation {
  const { passage, start, end, quote } = span;
  return {
    number,
    documentId: passage.documentId,
    chunkId: passage.id,
    title: passage.documentTitle,
    kind: passage.kind,
    headings: [...passage.headings],
    page: pageOf(passage, start),
    start,
    end,
    quote,
    conflict,
  };
}

/** Both sides of a disagreement carry the letter A and come first. */
export function toCitations(spans: readonly ChosenSpan[], conflict: Sides | null): Citation[] {
  const sides = conflict ? [conflict.first, conflict.second] : [];
  const order = [...sides, ...spans.map((_, i) => i).filter((i) => !sides.includes(i))];
  return order.flatMap((at, i) => {
    const span = spans[at];
    return span ? [toCitation(span, i + 1, sides.includes(at) ? "A" : null)] : [];
  });
}

/** @param lead a fixed sentence */
export function composeText(lead: string, citations: readonly Citation[]): string {
  return [lead, ...citations.map((citation) => `${placeOf(citation)}\n“${citation.quote}” [${citation.number}]`)].join("\n\n");
}

/** "Annual leave › Carrying over": the title and the nearest heading, each once. */
function placeOf({ title, headings }: Pick<Passage, "headings"> & { title: string }): string {
  const nearest = headings.at(-1);
  return nearest && nearest !== title ? `${title} › ${nearest}` : title;
}
