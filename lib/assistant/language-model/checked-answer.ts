/**
 * @file Checked answer: written sentences → those that a cited passage supports, with citations that quote what supports
 * them. The only way from a language model's words to a screen.
 */
import type { Citation } from "../../contracts/evidence";
import type { Passage } from "../../knowledge/types";
import { toCitation } from "../answer/compose";
import { checkSupport, type Refusal } from "./check/support";
import type { PassageBook } from "./passage-book";
import type { WrittenSentence } from "./sentence-stream";

/** Why a sentence is not shown. */
export type DropReason = Refusal | "uncited" | "unknown_passage" | "link" | "instruction" | "no_room";

export interface CheckedSentence {
  /** Ready to be shown behind what came before: separator, sentence, its marks. */
  readonly text: string;
  /** Citations that no earlier sentence had. */
  readonly newCitations: readonly Citation[];
}

export interface CheckedAnswer {
  /** @returns null when the sentence is dropped */
  add(sentence: WrittenSentence): CheckedSentence | null;
  /** What was dropped so far was talk before a search, no answer: it does not count. */
  forgiveTurn(): void;
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly dropped: readonly DropReason[];
}

/** Addresses come from the quoted documents, which one opens by their citation, never from a model's words. */
const LINK = /\b(?:https?|ftp|javascript|data|file):|\bwww\.|\b[\w-]+\.(?:com|org|net|io|example|cn|de|nl|eu|info|biz|app|dev|uk)\b(?!@)|<[a-z!/][^>]*>|!?\[[^\]]*\]\s*\(|\]\(/i;
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
/** Addressed to an assistant instead of a person who works here. */
const INSTRUCTION =
  /\b(?:ignore|disregard|forget|override)\b[^.?!]{0,40}\b(?:previous|prior|above|earlier|all|any|your|these|system)\b[^.?!]{0,30}\b(?:instruction|rule|prompt|direction|guideline|message|passage|document)s?\b|\bsystem prompt\b|\bas an? (?:ai|language model|assistant)\b|\byou are now\b|\b(?:assistant|language model|ai model|chatbot|LLM)s? (?:must|should|shall|will|is to|has to)\b|忽略.{0,10}(?:指令|指示|规则|提示)|系统提示/i;

/** @param maxQuotedChars UTF-16 units of all quotes together */
export function createCheckedAnswer(book: PassageBook, maxQuotedChars: number): CheckedAnswer {
  let text = "";
  const citations: Citation[] = [];
  const dropped: DropReason[] = [];
  const drop = (reason: DropReason): null => {
    dropped.push(reason);
    return null;
  };
  return {
    get text() {
      return text;
    },
    citations,
    dropped,
    forgiveTurn: () => void (dropped.length = 0),
    add(sentence) {
      const unfit = unfitFor(sentence, book);
      if (unfit) return drop(unfit);
      const supports = findSupports(sentence, book);
      if (typeof supports === "string") return drop(supports);
      const known = supports.map((support) => citations.find((citation) => holds(citation, support)) ?? support);
      const fresh = known.filter((one): one is Support => !("number" in one));
      const spent = [...citations, ...fresh].reduce((sum, one) => sum + one.end - one.start, 0);
      if (spent > maxQuotedChars) return drop("no_room");
      const numbers = known.map((one) => ("number" in one ? one.number : cite(one)));
      const piece = `${text === "" ? "" : sentence.startsLine ? "\n" : " "}${withMarks(sentence.text, numbers)}`;
      text += piece;
      return { text: piece, newCitations: citations.slice(citations.length - fresh.length) };
    },
  };

  function cite(support: Support): number {
    const citation = toCitation({ ...support, quote: support.passage.text.slice(support.start - support.passage.start, support.end - support.passage.start) }, citations.length + 1);
    citations.push(citation);
    return citation.number;
  }
}

function unfitFor({ text, cited }: WrittenSentence, book: PassageBook): DropReason | null {
  if (LINK.test(text.replace(MAIL, "")) || [...text.matchAll(MAIL)].some(([mail]) => !cited.some((number) => book.get(number)?.text.includes(mail)))) return "link";
  if (INSTRUCTION.test(text)) return "instruction";
  return cited.length === 0 ? "uncited" : null;
}

interface Support {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
}

/** The cited passages that support it; or why the first one does not. A passage that does not support it is not cited. */
function findSupports({ text, cited }: WrittenSentence, book: PassageBook): Support[] | DropReason {
  const supports: Support[] = [];
  let refusal: DropReason = "unknown_passage";
  for (const number of cited) {
    const passage = book.get(number);
    if (!passage) continue;
    const verdict = checkSupport(text, passage);
    if (verdict.kind === "supported") supports.push({ passage, ...verdict.span });
    else if (refusal === "unknown_passage") refusal = verdict.reason;
  }
  return supports.length > 0 ? supports : refusal;
}

const holds = (citation: Citation, { passage, start, end }: Support): boolean => citation.documentId === passage.documentId && citation.start <= start && citation.end >= end;

/** "They lapse." + [2] → "They lapse [2]." */
function withMarks(text: string, numbers: readonly number[]): string {
  const marks = [...new Set(numbers)].map((number) => `[${number}]`).join("");
  const stop = /[.!?。！？…]+["”’」』）)]*$/.exec(text);
  return stop ? `${text.slice(0, stop.index)} ${marks}${stop[0]}` : `${text} ${marks}`;
}
