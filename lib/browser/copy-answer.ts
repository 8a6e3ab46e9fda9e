/** @file An answer as text for the clipboard: what was said, then each quotation with where it stands. */
import type { Answer, Citation } from "../contracts/evidence";

/** "Leave policy › Carry-over, p. 3": the way to a passage, as a person would write it. */
export function sourceLine(citation: Pick<Citation, "title" | "headings" | "page">): string {
  const way = [citation.title, ...citation.headings.filter((heading) => heading !== citation.title)].join(" › ");
  return citation.page === null ? way : `${way}, p. ${citation.page}`;
}

/** @returns plain text; quotations carry their numbers, so that the markers in the text still lead somewhere */
export function copyText(question: string, answer: Answer): string {
  const people = answer.candidates.map((candidate, index) => {
    const facts = [candidate.title, candidate.location].filter((fact) => fact !== null).join(", ");
    return `${index + 1}. ${candidate.name ?? "Name not given"}${facts ? ` (${facts})` : ""}: ${Math.round(candidate.score * 100)}`;
  });
  const quotes = answer.citations.map((citation) => `[${citation.number}] “${citation.quote}” (${sourceLine(citation)})`);
  return [question, answer.text, people.join("\n"), quotes.join("\n")].filter((part) => part.trim() !== "").join("\n\n");
}
