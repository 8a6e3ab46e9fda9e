/**
 * @file Amounts: the numbers of one clause with what they count and how they are bounded, "27 days", "twenty-seven
 * days" and 二十七天 alike. The citation check demands them exactly.
 */
import { ENGLISH_NUMBERS, parseChineseNumber } from "../../../knowledge/lexical/numbers";

export type Bound = "≤" | "≥" | ">" | "<" | "≈" | "=";

export interface Amount {
  readonly value: number;
  /** "day", "%", "eur", "time" …; null when it counts nothing we know. */
  readonly unit: string | null;
  readonly bound: Bound;
}

/** A word or sign of a clause, in order. */
export interface ClauseToken {
  readonly text: string;
  /** Taken by an amount: as its number, or as what it counts. */
  used: "number" | "unit" | null;
}

const UNITS = new Map<string, string>(
  `day:day days:day night:night nights:night week:week weeks:week fortnight:fortnight month:month months:month quarter:quarter quarters:quarter
  year:year years:year hour:hour hours:hour minute:minute minutes:minute percent:% per-cent:% %:% euro:eur euros:eur eur:eur €:eur
  pound:gbp pounds:gbp gbp:gbp £:gbp dollar:usd dollars:usd usd:usd $:usd yuan:cny rmb:cny cny:cny ¥:cny person:person people:person
  employee:person employees:person time:times times:times km:km kilometre:km kilometres:km kilometer:km kilometers:km mile:mile miles:mile
  天:day 日:day 周:week 星期:week 礼拜:week 个月:month 月:month 年:year 小时:hour 分钟:minute 元:cny 块:cny 人:person 名:person 次:times 倍:fold 周岁:years-old 岁:years-old`
    .split(/\s+/)
    .map((pair) => {
      const at = pair.indexOf(":");
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
);
/** Words that may stand between a number and what it counts. */
const MAX_BETWEEN = 3;
const MULTIPLIERS = new Map([
  ["hundred", 100],
  ["thousand", 1000],
  ["million", 1_000_000],
]);

/** Finds the clause's amounts and marks their tokens as used. */
export function takeAmounts(tokens: readonly ClauseToken[]): Amount[] {
  const found: Amount[] = [];
  for (let at = 0; at < tokens.length; ) {
    const number = readNumber(tokens, at);
    if (!number) {
      at++;
      continue;
    }
    const amount = complete(tokens, { start: at, end: number.end, value: number.value });
    if (amount) {
      for (let i = at; i < number.end; i++) mark(tokens[i], "number");
      found.push(amount);
    }
    at = number.end;
  }
  for (const token of tokens) if (/^[≤≥><≈]$/.test(token.text)) token.used = "number";
  return found;
}

function mark(token: ClauseToken | undefined, as: "number" | "unit"): void {
  if (token) token.used = as;
}

interface ReadNumber {
  readonly value: number;
  readonly end: number;
}

function readNumber(tokens: readonly ClauseToken[], start: number): ReadNumber | null {
  const text = tokens[start]?.text ?? "";
  if (/^\d{1,2}:\d{2}$/.test(text)) return { value: Number(text.replace(":", ".")), end: start + 1 };
  if (/^\d/.test(text)) return multiplied(tokens, { value: Number(text.replaceAll(",", "")), end: start + 1 });
  if (/^[〇零一二两三四五六七八九十百千万]+$/u.test(text)) return { value: parseChineseNumber(text), end: start + 1 };
  return readWords(tokens, start);
}

/** "twenty seven", "one hundred and fifty", "two thousand". */
function readWords(tokens: readonly ClauseToken[], start: number): ReadNumber | null {
  let value = 0;
  let end = start;
  for (let at = start; at < tokens.length; at++) {
    const text = tokens[at]?.text ?? "";
    const simple = text === "one" ? 1 : Number(ENGLISH_NUMBERS.get(text) ?? Number.NaN);
    if (text === "hundred" && value > 0) value *= 100;
    else if (Number.isFinite(simple) && (value === 0 || (value % 100 >= 20 && value % 10 === 0 && simple < 10) || value % 100 === 0)) value += simple;
    else if (text === "and" && value >= 100 && isNumberWord(tokens[at + 1]?.text)) continue;
    else break;
    end = at + 1;
  }
  return end === start ? null : multiplied(tokens, { value, end });
}

const isNumberWord = (text: string | undefined): boolean => text !== undefined && (text === "one" || ENGLISH_NUMBERS.has(text));

function multiplied(tokens: readonly ClauseToken[], number: ReadNumber): ReadNumber {
  const factor = MULTIPLIERS.get(tokens[number.end]?.text ?? "");
  return factor === undefined ? number : { value: number.value * factor, end: number.end + 1 };
}

function complete(tokens: readonly ClauseToken[], { start, end, value }: { start: number; end: number; value: number }): Amount | null {
  const text = tokens[start]?.text ?? "";
  const unit = /^\d{1,2}:\d{2}$/.test(text) ? "time" : (signBefore(tokens, start) ?? unitAfter(tokens, end));
  // "one" is a pronoun unless it counts something.
  if (text === "one" && end === start + 1 && unit === null) return null;
  return { value, unit, bound: boundOf(tokens, start, end) };
}

/** Currency before the number: "€ 140", "eur 140". */
function signBefore(tokens: readonly ClauseToken[], start: number): string | null {
  const before = tokens[start - 1];
  const unit = before && /^(?:[$€£¥]|eur|gbp|usd|cny|rmb)$/.test(before.text) ? UNITS.get(before.text) : undefined;
  if (unit) mark(before, "unit");
  return unit ?? null;
}

function unitAfter(tokens: readonly ClauseToken[], end: number): string | null {
  const next = tokens[end]?.text ?? "";
  if (next === "am" || next === "pm") return next;
  for (let at = end; at < Math.min(tokens.length, end + 1 + MAX_BETWEEN); at++) {
    const text = tokens[at]?.text ?? "";
    if (/^\d/.test(text)) return null;
    const unit = UNITS.get(text);
    if (unit === undefined) continue;
    mark(tokens[at], "unit");
    return unit;
  }
  return null;
}

/** The sign nearest before the number, or right after what it counts. */
function boundOf(tokens: readonly ClauseToken[], start: number, end: number): Bound {
  const isBound = (text: string | undefined): text is Bound => text !== undefined && /^[≤≥><≈]$/.test(text);
  for (let at = start - 1; at >= Math.max(0, start - 3); at--) if (isBound(tokens[at]?.text)) return tokens[at]?.text as Bound;
  for (let at = end; at < Math.min(tokens.length, end + 4); at++) if (isBound(tokens[at]?.text)) return tokens[at]?.text as Bound;
  return "=";
}
