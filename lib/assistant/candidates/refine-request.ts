/**
 * @file Refine: "only those with Spanish", "and in Leeds?", "那会德语的呢？" after a list of people → the earlier request
 * with one thing added or changed, as a request that stands alone. What is no refinement is left to the other follow-ups.
 */
import { detectLanguage } from "../../core/language";
import type { Turn } from "../types";
import { parseRequest, type PartKind, type RequestPart } from "./parse-request";
import { candidateIntent, isAboutRules, peopleRequest } from "./request-intent";

const OPENING = /^(?:(?:ok(?:ay)?|and|but|also|then|now|what about|how about|so|or|rather|instead)\b[,.\s]*)+/i;
const NARROWS = /^(?:only|just|those|the ones|ones|who|with|without|in|from|near|not|no|which of (?:them|these|those)|(?:do|does|has|have|is|are) any(?: one)?(?: of (?:them|these|those))?|any of (?:them|these|those)|at least|more than|up to|\d+\+?\s+years|preferably|ideally|must|should|they)\b/i;
const CHINESE_OPENING = /^(?:那么|那|还要|还得|还|只要|只看|只留|其中|他们|这些人|里面|要求|要|不要|换成|换|再|也要|也|最好)[，,\s]*/;
const SUBSTITUTES = /\b(?:what about|how about|instead|rather)\b|^换/i;
/** Of these a person has one, so a new one takes the place of the old. */
const SINGLE: ReadonlySet<PartKind> = new Set(["place", "years"]);
const MAX_WORDS = 12;
const MAX_CHARACTERS = 24;
/** Named alone after a list of people ("Leeds?"), these narrow it. */
const BARE: ReadonlySet<PartKind> = new Set(["language", "place", "years", "certificate"]);
const MAX_BARE_WORDS = 3;

/**
 * @param before the last turn that was about something
 * @returns the whole request, null when the question is no refinement of a list of people
 */
export function refineRequest(question: string, before: Turn): string | null {
  const earlier = before.understoodAs ?? before.question;
  const wasPeople = before.outcome === "candidates" || (before.outcome === "none" && candidateIntent(earlier) === "strict");
  if (!wasPeople || !refines(question)) return null;
  const added = parseRequest(withoutOpening(question));
  const [kept, isChinese] = [parseRequest(earlier), detectLanguage(question) === "zh"];
  if (added.length === 0 || kept.length === 0) return null;
  const isReplaced = ({ kind }: RequestPart): boolean => {
    if (!added.some((one) => one.kind === kind)) return false;
    return SINGLE.has(kind) || (SUBSTITUTES.test(question.trim()) && kept.filter((one) => one.kind === kind).length === 1);
  };
  return peopleRequest([...kept.filter((one) => !isReplaced(one)), ...added].map(written).join(isChinese ? "，" : ", "), isChinese ? "zh" : "en");
}

function withoutOpening(question: string): string {
  const text = question.trim();
  return detectLanguage(text) === "zh" ? text.replace(/^(?:那么|那|还|其中|他们|这些人|里面|只看|只留|换成|换|再|也)[，,\s]*/, "") : text.replace(OPENING, "");
}

function refines(question: string): boolean {
  const text = question.trim();
  const rest = text.replace(OPENING, "");
  if (detectLanguage(text) === "zh") {
    if (text.length > MAX_CHARACTERS || (isAboutRules(text) && !/^(?:其中|他们|这些人)/.test(text))) return false;
    return CHINESE_OPENING.test(text) || /呢[？?]?$/.test(text);
  }
  if (text.split(/\s+/).length > MAX_WORDS || (rest !== text && isAboutRules(rest) && !NARROWS.test(rest)) || (isAboutRules(text) && !NARROWS.test(rest) && !/^(?:what|how) about\b/i.test(text))) return false;
  if (/\b(?:i|my|we|our)\b/i.test(text)) return false;
  if (rest !== text || NARROWS.test(rest)) return true;
  const parts = parseRequest(text);
  return text.split(/\s+/).length <= MAX_BARE_WORDS && parts.length > 0 && parts.every((one) => BARE.has(one.kind));
}

/** As a clause that is read as the same part again. */
function written({ kind, label, isOptional }: RequestPart): string {
  const isChinese = /\p{Script=Han}/u.test(label);
  const named = kind === "place" ? (isChinese ? `在${label}` : `in ${label}`) : label.replaceAll(" / ", isChinese ? "或" : " or ");
  return isOptional ? (isChinese ? `最好${named}` : `ideally ${named}`) : named;
}
