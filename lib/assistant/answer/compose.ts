/**
 * @file Compose: chosen spans → citations and the text of the answer: a fixed sentence, then each quote under its
 * heading with its number. Writes no word of its own about the subject.
 */
import type { Citation } from "../../contracts/evidence";
import type { Standing } from "../../core/document-terms";
import { detectLanguage } from "../../core/language";
import { standingText } from "../../core/standing-text";
import { pageOf } from "../../knowledge/chunk/page-of";
import type { Passage } from "../../knowledge/types";
import type { Applicable } from "../applicability/applicable";
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
    ...(passage.ocrConfidence === undefined ? {} : { ocr: passage.ocrConfidence }),
  };
}

/** Share of the best sentence's probability below which a quote is an aside; lib/assistant/README.md has what it hides. */
const ASIDE_SHARE = 0.1;

/** Both sides of a disagreement carry the letter A and come first; what is far less likely than the best is an aside. */
export function toCitations(spans: readonly ChosenSpan[], conflict: Sides | null): Citation[] {
  const best = Math.max(0, ...spans.map((span) => span.best));
  const sides = conflict ? [conflict.first, conflict.second] : [];
  const order = [...sides, ...spans.map((_, i) => i).filter((i) => !sides.includes(i))];
  return order.flatMap((at, i) => {
    const span = spans[at];
    if (!span) return [];
    const citation = toCitation(span, i + 1, sides.includes(at) ? "A" : null);
    return [citation.conflict === null && span.best < ASIDE_SHARE * best ? { ...citation, aside: true as const } : citation];
  });
}

const FOR_EVERYONE: Standing = { state: "applies", from: null, until: null, for: [], you: false };

/** The citations with nothing set aside: of nearest passages. */
export function withoutAsides(citations: readonly Citation[]): Citation[] {
  return citations.map(({ aside: _aside, ...citation }) => citation);
}

/** The citation with how its document stands to the asker, where there is something to say. */
export function withStanding(citation: Citation, applicable: Applicable): Citation {
  const standing = applicable.standingOf(citation.documentId);
  return standing === null ? citation : { ...citation, standing: { ...standing, for: [...standing.for] } };
}

/**
 * Each quote under its place, and above it to whom and until when its document applies, once for all that share it.
 *
 * @param lead a fixed sentence, in the answer's language
 */
export function composeText(lead: string, citations: readonly Citation[]): string {
  const language = detectLanguage(lead);
  const everyone = citations.some(({ standing }) => standing) ? standingText(FOR_EVERYONE, language) : "";
  const lines = citations.map(({ standing }) => (standing ? standingText(standing, language) : everyone));
  const parts = citations.map((citation, i) => {
    const said = lines[i] === lines[i - 1] ? "" : lines[i];
    return `${said ? `${said}${language === "zh" ? "：" : ":"}\n\n` : ""}${placeOf(citation)}\n“${citation.quote}” [${citation.number}]`;
  });
  return [lead, ...parts].join("\n\n");
}

/** "Annual leave › Carrying over": the title and the nearest heading, each once. */
function placeOf({ title, headings }: Pick<Passage, "headings"> & { title: string }): string {
  const nearest = headings.at(-1);
  return nearest && nearest !== title ? `${title} › ${nearest}` : title;
}
