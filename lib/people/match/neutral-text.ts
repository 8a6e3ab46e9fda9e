/**
 * @file Neutral text: one line of a résumé without what says who the person is: name, contact data, dates (graduation
 * years stand for age), gendered words, age, nationality, family. What is left is all that is ever matched or embedded.
 */
import { normalise } from "../../knowledge/lexical/normalise";
import { findDates, findRanges } from "../profile/dates";
import { parseText } from "../profile/parse-text";
import { GENDERED, PLURAL_PRONOUNS } from "../terms/gendered-words";
import { findName } from "../terms/name-forms";

/** What identifies the person; only ever used to take it out. */
export interface Identity {
  /** As written; null when the résumé gives none. */
  readonly name: string | null;
}

const CONTACT = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?:\/\/|www\.)\S+|(?:linkedin|github)\.com\S*|(?<!\w)\+\d[\d\s().-]{7,}\d|(?<!\d)1[3-9]\d{9}(?!\d)/gi;
const PERSONAL: readonly RegExp[] = [
  /\b(?:aged?\s*[:：]?\s*\d{2}|\d{2}[ -]years?[ -](?:old|of age))\b|(?<!\d)\d{2}\s*(?:周?岁)/gi,
  /\b(?:born|date of birth|birth ?date|d\.?o\.?b\.?)\b\s*[:：]?\s*(?:(?:on|in)\s+)?[\p{L}\d]*(?:\s*[./,-]?\s*\d{1,4}){0,3}/giu,
  /(?:出生(?:于|日期|年月)?|生于)\s*[:：]?\s*\d*\s*年?\s*\d*\s*月?\s*\d*\s*日?/g,
  /\b(?:(?:un)?married|single|divorced|widowed)\b(?=\s*(?:[,;.|]|$|with\b))|已婚|未婚|离异|已育|未育/gi,
  /\b(?:nationality|citizenship|ethnicity|religion|race)\s*[:：]\s*[\p{L} -]{2,30}/giu,
  /\b\p{Lu}\p{Ll}+(?:[- ]\p{Lu}\p{Ll}+)?\s+(?:citizen(?:ship)?|national(?:ity)?|passport(?: holder)?|origin|descent|heritage)\b/gu,
  /\b(?:citizen|native) of (?:the )?\p{Lu}[\p{L} ]+/gu,
  /(?:国籍|民族|籍贯|户籍|户口|政治面貌|宗教信仰)\s*[:：]?\s*\p{Script=Han}{1,8}|\p{Script=Han}{2,4}国籍|(?:汉|回|满|壮|苗|藏|维吾尔|蒙古)族|中共党员|共青团员/gu,
];

/**
 * @param text one line, as written
 * @returns the same words for the same content whoever wrote it; empty when nothing but identity stood there. Case is
 *   kept ("Go", "R"); fold it with canonicalText
 */
export function neutralText(text: string, { name }: Identity): string {
  let out = parseText(text);
  const dates = [...findRanges(out), ...findDates(out)].sort((a, b) => b.start - a.start);
  for (const { start, end } of dates) out = `${out.slice(0, start)}${" ".repeat(Math.max(0, end - start))}${out.slice(end)}`;
  out = out.replace(CONTACT, " ");
  for (const rule of PERSONAL) out = out.replace(rule, " ");
  if (name !== null) out = withoutName(out, parseText(name));
  out = out.replace(PLURAL_PRONOUNS, " ");
  for (const [rule, word] of GENDERED) out = out.replace(rule, word);
  return out
    .replace(/[([（【]\s*[-–—~,，\s]*[)\]）】]/g, " ")
    .replace(/\s+/g, " ")
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, "")
    .replace(/\s+([,;.，；。:：])/g, "$1")
    .replace(/^[\s\-–—•*·|,，;；:：./、]+|[\s\-–—•*·|,，;；:：./。、]+$/g, "");
}

/** In every form that a text may write it in: a person's name is no evidence. */
function withoutName(text: string, name: string): string {
  const spans = findName(text, name).sort((x, y) => x.start - y.start);
  let out = "";
  let at = 0;
  for (const { start, end } of spans) {
    if (end <= at) continue;
    out += `${text.slice(at, Math.max(at, start))} `;
    at = end;
  }
  return out + text.slice(at);
}

/** Neutral text with case, width, accents and traditional characters folded: what is compared, embedded and hashed. */
export function canonicalText(neutral: string): string {
  return normalise(neutral).replace(/\s+/g, " ").trim();
}
