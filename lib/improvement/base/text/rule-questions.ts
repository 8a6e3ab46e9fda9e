/**
 * @file Rule-made pairs from passages alone: a sentence whose number, date or subject becomes a question word, asked of
 * the passage; a sentence asked of the rest of its passage (inverse cloze). Rough, but questions, which headings are not.
 */
import { HAN } from "../../../core/language";
import { splitSentences } from "../../../knowledge/chunk/sentences";
import type { Pair } from "../types";

type Rule = readonly [pattern: RegExp, question: string];

/** First rule that matches makes the question. `$1` … as in String.replace. */
const ENGLISH: readonly Rule[] = [
  [/\bwithin (?:\d+|one|two|three|four|five|six|seven|ten) (days?|weeks?|months?|years?|hours?)\b/i, "within how many $1"],
  [/\b(?:at least|up to|a maximum of|no more than) (?:\d+|one|two|three|four|five|six) (days?|weeks?|months?|years?|hours?)\b/i, "how many $1"],
  [/(?:£|\$|€)\s?\d[\d,.]*(?: ?(?:million|billion|k))?/i, "how much money"],
  [/\b\d+(?:\.\d+)? ?(?:%|percent|per cent)/i, "what percentage"],
  [/\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}(?:, \d{4})?\b/i, "which date"],
  [/\b\d+ (days?|weeks?|months?|years?|hours?|minutes?|people|employees|members)\b/i, "how many $1"],
  [/^(?:if|when) (.{15,90}?), (?:you|we|they|employees|the) .*$/i, "what happens if $1"],
  [/^you must (.{15,90}?)[.;]?$/i, "do I have to $1"],
  [/^you (?:can|may) (.{15,90}?)[.;]?$/i, "can I $1"],
  [/^(?:employees|teammates|staff|team members) (?:must|should|need to|are expected to) (.{15,90}?)[.;]?$/i, "do I have to $1"],
];
const CHINESE: readonly Rule[] = [
  [/^([^，,。“”（）之此有其该本这那他她它]{2,16})(?:（[^）]*）)?(?:，[^，]{1,12})?，?是(?:一种|一个|一座|一所|一款|一部|一项|位于|指).{4,}$/u, "$1是什么"],
  [/(?:\d{2,4}年)?\d{1,2}月\d{1,2}日|\d{4}年(?:\d{1,2}月)?/u, "什么时候"],
  [/[\d,.]+(?:多|余)?(万|亿)?(元|人|名|公里|米|平方公里|吨|岁|集|部|首|家|个月|天|日|年|次|个|章|场)/u, "多少$1$2"],
  [/百分之[一二三四五六七八九十]+|[\d.]+%/u, "百分之几"],
  [/[一二三四五六七八九十百千]+(日|个月|年|万元|元|倍)(?:以内|以上|以下|内)?/u, "多少$1"],
];
/** Characters of a question that still means something. */
const SHORTEST = 6;
const SENTENCE = { en: { min: 30, max: 180 }, zh: { min: 10, max: 70 } };

/** A question made from one sentence by the first rule that fits, or undefined. */
export function askAbout(sentence: string): string | undefined {
  const isHan = HAN.test(sentence);
  const { min, max } = isHan ? SENTENCE.zh : SENTENCE.en;
  const plain = sentence.trim();
  if (plain.length < min || plain.length > max) return undefined;
  for (const [pattern, question] of isHan ? CHINESE : ENGLISH) {
    if (!pattern.test(plain)) continue;
    const asked = plain.replace(pattern, question).replace(/[。.;；:：,，]+$/u, "");
    return isHan ? `${lastClauses(asked, question)}？` : `${asked.charAt(0).toLowerCase()}${asked.slice(1)}?`;
  }
  return undefined;
}

/** Keeps the clause with the question word and the one before it: Chinese sentences run long. */
function lastClauses(asked: string, question: string): string {
  const mark = question.replace(/^\$1|\$\d/g, "");
  const clauses = asked.split(/[，；]/u);
  const at = clauses.findIndex((clause) => clause.includes(mark));
  return clauses.slice(Math.max(0, at - 1), at + 1).join("，");
}

/**
 * Source "rule-question": at most `perPassage` of a passage's sentences as questions about it.
 */
export function ruleQuestions(about: Pick<Pair, "passage" | "group" | "heading" | "language">, perPassage: number): Pair[] {
  const questions = sentencesOf(about.passage).flatMap((sentence) => askAbout(sentence) ?? []).filter((question) => question.length >= SHORTEST);
  return questions.slice(0, perPassage).map((query) => ({ ...about, source: "rule-question", query }));
}

/** Source "inverse-cloze": each `every`th sentence asked of the passage without it. */
export function inverseCloze(about: Pick<Pair, "passage" | "group" | "heading" | "language">, every: number): Pair[] {
  const sentences = sentencesOf(about.passage);
  if (sentences.length < 3) return [];
  return sentences.flatMap((query, i): Pair[] => {
    if (i % every !== 1 || query.length < 12) return [];
    return [{ ...about, source: "inverse-cloze", query, passage: about.passage.replace(query, "").trim() }];
  });
}

function sentencesOf(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}
