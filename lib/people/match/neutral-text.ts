/**
 * @file Neutral text: one line of a résumé without what says who the person is: name, contact data, dates (graduation
 * years stand for age), gendered words, age, nationality, family, health. What is left is all that is ever matched or embedded.
 */
import { normalise } from "../../knowledge/lexical/normalise";
import { findDates, findRanges } from "../profile/dates";
import { parseText } from "../profile/parse-text";
import { GENDERED, PLURAL_PRONOUNS } from "../terms/gendered-words";
import { findName } from "../terms/name-forms";
import { BIRTH, PERSONAL } from "../terms/personal-words";

/** What identifies the person; only ever used to take it out. */
export interface Identity {
  /** As written; null when the résumé gives none. */
  readonly name: string | null;
}

const CONTACT = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?:\/\/|www\.)\S+|(?:linkedin|github)\.com\S*|(?<!\w)\+\d[\d\s().-]{7,}\d|(?<!\d)1[3-9]\d{9}(?!\d)/gi;
/** "Gender: F", 性别女: the label goes with what it says, so that who left it out reads the same. */
const GENDER_FIELD = /\b(?:gender|sex)\s*[:：|-]\s*(?:(?:fe)?male|wom[ae]n|m[ae]n|non-binary|other|[mfwdx])\b|性\s*别\s*[:：|]?\s*[男女]性?/gi;

/**
 * @param text one line, as written
 * @returns the same words for the same content whoever wrote it; empty when nothing but identity stood there. Case is
 *   kept ("Go", "R"); fold it with canonicalText
 */
export function neutralText(text: string, { name }: Identity): string {
  let out = parseText(text);
  for (const rule of [...BIRTH, GENDER_FIELD]) out = out.replace(rule, " ");
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
