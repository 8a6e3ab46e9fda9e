/** @file An answer as text for the clipboard: what was said, then where each quotation stands. */
import type { Answer, Citation } from "../contracts/evidence";

/** The few words that are ours in a copied text; the screen's terms have them. */
export interface SourceWords {
  /** "p. 3". */
  readonly shortPage: (page: number) => string;
  readonly namelessCandidate: string;
}

/** "Leave policy › Carry-over, p. 3": the way to a passage, as a person would write it. */
export function sourceLine(citation: Pick<Citation, "title" | "headings" | "page">, words: Pick<SourceWords, "shortPage">): string {
  const way = [citation.title, ...citation.headings.filter((heading) => heading !== citation.title)].join(" › ");
  return citation.page === null ? way : `${way}, ${words.shortPage(citation.page)}`;
}

/** @returns plain text; every number in the text has its source below, with the quotation unless the text has it */
export function copyText(question: string, answer: Answer, words: SourceWords): string {
  const people = answer.candidates.map((candidate, index) => {
    const facts = [candidate.title, candidate.location].filter((fact) => fact !== null).join(", ");
    return `${index + 1}. ${candidate.name ?? words.namelessCandidate}${facts ? ` (${facts})` : ""}: ${Math.round(candidate.score * 100)}`;
  });
  const sources = answer.citations.map((citation) => {
    const quote = answer.text.includes(citation.quote) ? "" : `“${citation.quote}” `;
    return `[${citation.number}] ${quote}${quote ? `(${sourceLine(citation, words)})` : sourceLine(citation, words)}`;
  });
  // A fallback's note is the text's own last line.
  const worded = answer.wording?.fallback === null ? answer.wording.note : "";
  return [question, answer.text, people.join("\n"), sources.join("\n"), worded].filter((part) => part.trim() !== "").join("\n\n");
}
