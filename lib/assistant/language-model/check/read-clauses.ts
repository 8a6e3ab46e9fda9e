/**
 * @file Read clauses: a text → clauses with content words, amounts, denials, restrictions and modality: what the
 * citation check compares. English and Chinese; lexical, knows no grammar beyond commas and conjunctions.
 */
import { normalise, stem } from "../../../knowledge/lexical/normalise";
import { takeAmounts, type Amount, type ClauseToken } from "./amounts";
import * as table from "./claim-words-table";

export interface ContentWord {
  /** Stem, or the number of its line of synonyms; for Chinese the word itself. */
  readonly term: string;
  /** As written, lower case. */
  readonly surface: string;
  /** May not be missing from the passage: it decides who, when or how much. */
  readonly isHard: boolean;
}

export interface Clause {
  readonly words: readonly ContentWord[];
  readonly amounts: readonly Amount[];
  /** Terms of what the amounts count: a sentence may speak of "days" where the passage has "five days". */
  readonly counted: readonly string[];
  readonly denials: number;
  readonly restrictions: ReadonlySet<string>;
  readonly modality: "duty" | "choice" | null;
}

const SEPARATORS = /^(?:[,;:，；：、—–]|but|while|whereas|however|although|and)$/;
const TOKENS = /[≤≥><≈]|[$€£¥%]|\d{1,2}:\d{2}(?!\d)|\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\p{Script=Han}+|(?!\p{Script=Han})\p{L}(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])*(?:'\p{L}+)*|[,;:，；：—–]/gu;
/** A Chinese numeral before a unit is no part of the word around it. */
const HAN_NUMERAL = /([〇零一二两三四五六七八九十百千万]+)(?=个?(?:天|日|周|星期|礼拜|月|年|小时|分钟|元|块|人|名|次|倍|岁))/gu;
const HAN_UNITS = /^(天|日|周岁|周|星期|礼拜|个月|月|年|小时|分钟|元|块|人|名|次|倍|岁)(.*)$/su;
const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

const lines = new Map<string, string>();
table.SYNONYMS.forEach((line, index) => line.forEach((word) => lines.set(stem(word), `=${index}`)));
const hardStems = new Set([...table.HARD_ENGLISH].map(stem));

/** @param properNames words that were capitalised or abbreviations: they count as hard */
export function readClauses(text: string, properNames: ReadonlySet<string> = new Set()): Clause[] {
  return splitClauses(tokensOf(text)).map((tokens) => toClause(tokens, properNames)).filter(isWorthKeeping);
}

const isWorthKeeping = ({ words, amounts, denials }: Clause): boolean => words.length + amounts.length + denials > 0;

/** Words written with a capital inside a sentence, or all in capitals: names of people, systems, places. */
export function properNamesIn(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const match of text.matchAll(/(?<!^|[.!?:"“(\n]\s*)\b\p{Lu}[\p{L}\p{N}]*|\b\p{Lu}{2,}[\p{L}\p{N}]*/gu)) {
    if (match[0].length > 1) found.add(normalise(match[0]));
  }
  return found;
}

function tokensOf(text: string): ClauseToken[] {
  let clean = normalise(text)
    .replace(/\b(?:can't|cannot)\b/g, "can not")
    .replace(/\bwon't\b/g, "will not")
    .replace(/n't\b/g, " not")
    .replace(/\b(?:have|has|had|having) to\b/g, "must")
    .replace(/百分之([〇零一二两三四五六七八九十百千万\d.]+)/gu, (_, numeral: string) => ` ${/\d/.test(numeral) ? numeral : parsePercent(numeral)} % `)
    .replace(HAN_NUMERAL, " $1 ")
    .replace(/(\d)(st|nd|rd|th)\b/g, "$1 $2")
    .replace(/\b(\d{1,2})\s?(am|pm|a\.m\.|p\.m\.)/g, (_, hour: string, half: string) => `${hour} ${half.replaceAll(".", "")} `);
  for (const [pattern, sign] of table.BOUNDS) clean = clean.replace(pattern, sign);
  return [...clean.matchAll(TOKENS)].flatMap(([token]) => splitHan(token)).map((token) => ({ text: token, used: null }));
}

/** Chinese percentages come as 百分之一百五十. */
function parsePercent(numeral: string): number {
  return takeAmounts([{ text: numeral, used: null }])[0]?.value ?? Number.NaN;
}

/** A unit that begins a Chinese run is split off it, so that it is found behind its number. */
function splitHan(token: string): string[] {
  if (!/^\p{Script=Han}/u.test(token) || /^[〇零一二两三四五六七八九十百千万]+$/u.test(token)) return [token];
  const unit = HAN_UNITS.exec(token);
  if (!unit) return [token];
  return [unit[1] ?? "", ...(unit[2] ? [unit[2]] : [])];
}

function splitClauses(tokens: readonly ClauseToken[]): ClauseToken[][] {
  const clauses: ClauseToken[][] = [[]];
  tokens.forEach((token, at) => {
    const joinsNumber = token.text === "and" && /^(?:hundred|thousand)$/.test(tokens[at - 1]?.text ?? "");
    if (SEPARATORS.test(token.text) && !joinsNumber) clauses.push([]);
    else clauses.at(-1)?.push(token);
  });
  return clauses;
}

function toClause(tokens: readonly ClauseToken[], properNames: ReadonlySet<string>): Clause {
  const amounts = takeAmounts(tokens);
  const counted = tokens.filter((token) => token.used === "unit").flatMap((token) => englishWord(token.text, properNames).map((word) => word.term));
  const rest = tokens.filter((token) => token.used === null).map((token) => token.text);
  const english = rest.filter((text) => !/\p{Script=Han}/u.test(text));
  const han = rest.filter((text) => /\p{Script=Han}/u.test(text));
  const words = [...english.flatMap((text) => englishWord(text, properNames)), ...han.flatMap(chineseWords)];
  const chinese = han.join(" ");
  const denials = english.filter((text) => table.DENIALS.has(text)).length + (chinese.replace(table.HARMLESS_CHINESE, "").match(table.DENIALS_CHINESE)?.length ?? 0);
  const restrictions = new Set([...english.filter((text) => table.RESTRICTIONS.has(text)), ...table.RESTRICTIONS_CHINESE.filter((word) => chinese.includes(word))]);
  return { words, amounts, counted, denials, restrictions, modality: modalityOf(english, chinese) };
}

function englishWord(text: string, properNames: ReadonlySet<string>): ContentWord[] {
  const surface = text.replace(/'(?:s|d|m|ll|ve|re)?$/, "");
  if (!/\p{L}/u.test(surface) || table.DENIALS.has(surface) || table.RESTRICTIONS.has(surface)) return [];
  const isHard = table.HARD_ENGLISH.has(surface) || hardStems.has(stem(surface)) || properNames.has(surface);
  if (!isHard && (table.GLUE_ENGLISH.has(surface) || surface.length < 2)) return [];
  return [{ term: lines.get(stem(surface)) ?? stem(surface), surface, isHard }];
}

function chineseWords(run: string): ContentWord[] {
  return [...segmenter.segment(run)].flatMap(({ segment }): ContentWord[] => {
    if (table.GLUE_CHINESE.has(segment) || /^[不没無无未勿莫]$/u.test(segment)) return [];
    return [{ term: segment, surface: segment, isHard: table.HARD_CHINESE.has(segment) }];
  });
}

function modalityOf(english: readonly string[], chinese: string): Clause["modality"] {
  const has = (list: ReadonlySet<string>): boolean => english.some((text) => list.has(text)) || [...list].some((word) => /\p{Script=Han}/u.test(word) && chinese.includes(word));
  if (has(table.DUTY)) return "duty";
  return has(table.CHOICE) ? "choice" : null;
}
