/**
 * @file Split asks: one sentence of a list → the stretches that ask by a verb of their own ("…，熟悉SAP", "and knowledge of
 * SCADA") or wish where the rest demands ("Python required, Go a plus"), so that years and wishes stay with what they are said of.
 */
import type { Span } from "../../core/types";
import { WISH } from "./prose-cues";

const HOW = "(?:(?:good|strong|basic|solid|sound|some|working|practical|hands-on|in-depth|excellent|proven|profound|thorough)\\s+)*";
const ASKING = `(?:knowledge (?:of|in)|familiarity with|familiar with|experience (?:with|in|of|using)|understanding of|proficien(?:t|cy) (?:in|with)|skilled in)\\b`;
const CHINESE_ASKING = "(?:并|且|同时|还|能够?)?(?:熟悉|精通|掌握|了解|熟练|擅长|持有)";
const NEXT_ASK = new RegExp(`[,;]\\s*(?:and\\s+)?(?=${HOW}${ASKING})|\\s+and\\s+(?=${HOW}${ASKING})|[，；,;]\\s*(?=${CHINESE_ASKING})`, "giu");
/** Alone such stretches are one list of skills; beside a time or a degree they would be taken for part of it. */
const TIME_OR_DEGREE = /\byears?\b|\bdegrees?\b|年|学历|本科|大专|硕士/i;
const SEPARATOR = /[,;，；]\s*(?:(?:and|but)\s+)?/g;
/** A wish that stands behind what is wished for. */
const WISH_BEHIND = /(?:\ba plus|\ba bonus|\ban? (?:advantage|asset|bonus)|nice[- ]to[- ]have|\bpreferred|\bdesirable|\bdesired|\boptional|\bbeneficial|\badvantageous|\bwelcome|优先(?:考虑)?|加分|为佳|更好)\s*[.。)）!]*\s*$/i;
const DEMAND = /\b(?:required|must|mandatory|essential|needed|necessary|fluent|native|years?)\b|\b[abc][12]\b|必须|必备|要求|学历|以上|熟悉|精通|掌握|熟练|具备|具有|流利/i;
const ONE_IS_WISHED = /\bis (?:a|an|nice|desirable|preferred|welcome|beneficial|advantageous|optional)\b/i;
const CHINESE_VERB = /^(?:有|会|能|若|如|持有|具备|具有|熟悉|精通|掌握|了解)/;

/** @param span a sentence of the text @returns its stretches in order; the span itself where it asks in one way */
export function splitAsks(text: string, span: Span): Span[] {
  const clause = text.slice(span.start, span.end);
  const asks = TIME_OR_DEGREE.test(clause) ? [...clause.matchAll(NEXT_ASK)].map((match) => match.index + match[0].length) : [];
  return cut(text, span, asks).flatMap((part) => splitWish(text, part));
}

function splitWish(text: string, span: Span): Span[] {
  const clause = text.slice(span.start, span.end);
  if (!WISH.test(clause)) return [span];
  for (const match of clause.matchAll(SEPARATOR)) {
    const [before, after] = [clause.slice(0, match.index), clause.slice(match.index + match[0].length)];
    if (isApart(before, after, /[;；]/.test(match[0]))) return cut(text, span, [match.index + match[0].length]);
  }
  return [span];
}

/** Does one of them wish and the other demand? "SQL, Python and Go are a plus" is one wish. */
function isApart(before: string, after: string, isStrong: boolean): boolean {
  if (isStrong && WISH.test(before) !== WISH.test(after)) return true;
  if (WISH.test(before) || !WISH_BEHIND.test(after) || /[,;，；]/.test(after)) return false;
  return DEMAND.test(before) || (ONE_IS_WISHED.test(after) && !/\b(?:and|or)\b/i.test(after)) || CHINESE_VERB.test(after);
}

function cut(text: string, { start, end }: Span, at: readonly number[]): Span[] {
  const starts = [start, ...at.map((one) => start + one)];
  return starts.map((from, i) => ({ start: from, end: starts[i + 1] ?? end })).filter((part) => /[\p{L}\d]/u.test(text.slice(part.start, part.end)));
}
