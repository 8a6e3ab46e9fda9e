/**
 * @file Whom and which time a question is about: "in Suzhou", "for apprentices", "last year", "how was it before?". What
 * it doesn't say is taken from the asker's own record and today. Rules only, English and Chinese.
 */
import { MANAGERS } from "../../core/document-terms";
import { namesOfPlace } from "../../core/place-names";
import type { Period, Profile, TermsById } from "./standing";

export interface AskedAbout {
  readonly profile: Profile;
  /** False: the question names other people than the asker is known to belong to, or the asker is not known. */
  readonly isAsker: boolean;
  /** Null: now. Else the time asked about; open on both sides for "before". */
  readonly past: Period | null;
}

/** Words for kinds of contract besides the directory's own. */
const CONTRACT_WORDS: readonly (readonly [string, RegExp])[] = [
  ["apprentice", /\b(?:apprentices?|trainees?)\b|学徒/i],
  ["part-time", /\bpart[- ]?tim(?:e|ers?)\b|兼职|非全日制/i],
  ["fixed-term", /\bfixed[- ]term\b|\btemporary contracts?\b|固定期限(?!合同以外)/i],
  ["permanent", /\bpermanent (?:staff|employees?|contracts?|people)\b|无固定期限|正式员工/i],
  ["intern", /\binterns?(?:hips?)?\b|实习生/i],
];

/**
 * @param terms of the documents that the asker may read: no other document's words may decide what a question means
 * @param today `YYYY-MM-DD`
 */
export function askedAbout(question: string, asked: { readonly own: Profile; readonly terms: TermsById; readonly today: string }): AskedAbout {
  const { own, terms, today } = asked;
  const known = vocabulary(own, terms);
  const sites = known.sites.filter((site) => namesOfPlace(site).some((name) => mentions(question, name)));
  const contracts = known.contracts.filter((contract) => CONTRACT_WORDS.find(([name]) => name === contract.toLowerCase())?.[1].test(question) ?? mentions(question, contract));
  const groups = known.groups.filter((group) => mentions(question, group) || (group.toLowerCase() === MANAGERS && /\bas a manager\b|\bfor managers\b|管理人员|作为经理/i.test(question)));
  const isOther = (named: readonly string[], is: readonly string[] | null) => named.length > 0 && !named.every((name) => is?.some((mine) => mine.toLowerCase() === name.toLowerCase()));
  const isElsewhere = isOther(sites, own.sites);
  const profile: Profile = {
    sites: sites.length > 0 ? sites : own.sites,
    // Someone who asks about another site asks about its people, of whatever contract and department.
    contracts: contracts.length > 0 ? contracts : isElsewhere ? null : own.contracts,
    groups: groups.length > 0 ? [...groups, ...(isElsewhere ? [] : (own.groups ?? []))] : isElsewhere ? null : own.groups,
    languages: isElsewhere ? null : own.languages,
  };
  const isKnown = own.sites !== null || own.contracts !== null || own.groups !== null || own.languages !== null;
  const isAsker = isKnown && !isElsewhere && !isOther(contracts, own.contracts) && !isOther(groups, own.groups);
  return { profile, isAsker, past: pastOf(question, today) };
}

interface Vocabulary {
  readonly sites: readonly string[];
  readonly contracts: readonly string[];
  readonly groups: readonly string[];
}

function vocabulary(own: Profile, terms: TermsById): Vocabulary {
  const all = [...terms.values()];
  const unique = (names: readonly string[]) => [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
  return {
    sites: unique([...(own.sites ?? []), ...all.flatMap((entry) => entry.sites)]),
    contracts: unique([...(own.contracts ?? []), ...all.flatMap((entry) => entry.contracts)]),
    groups: unique([...(own.groups ?? []), ...all.flatMap((entry) => entry.audience)]),
  };
}

/** As whole words where the name is written in letters. */
function mentions(question: string, name: string): boolean {
  if (/\p{Script=Han}/u.test(name)) return question.includes(name);
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "iu").test(question);
}

const ENGLISH_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december";
const ANY_TIME: Period = { from: null, until: null };

/** Words that ask how it was, without saying when. */
const BEFORE = new RegExp(
  [
    "\\b(?:previously|formerly|historically|back then|at the time|in the past|in former times)\\b",
    "\\b(?:used to be|used to (?:have|get|give|say|pay)|(?:it|that|this|things|the (?:rule|limit|rate|policy)) (?:was|were) (?:it )?before)\\b",
    "\\b(?:how|what|which|who) (?:was|were|did)\\b.*\\bbefore\\b",
    "\\bbefore (?:that|this|the (?:change|new|latest|current)|it (?:was )?changed|it was replaced)\\b",
    "\\b(?:old|previous|earlier|former|superseded) (?:rules?|polic(?:y|ies)|versions?|editions?|limits?|rates?|handbook)\\b",
    "(?:以前|过去|从前|原来|原先|曾经|此前)(?:的|是|有|怎么|规定|多少|几)",
    "(?:之前|先前|上一版|旧版|老版)的?(?:规定|制度|政策|版本|标准|是)",
    "(?:修改|修订|变更|更新|改版|调整)(?:之)?前",
  ].join("|"),
  "i",
);

/** @returns the past time that a question asks about; null for now */
export function pastOf(question: string, today: string): Period | null {
  const year = Number(today.slice(0, 4));
  const named = dateIn(question) ?? monthIn(question, ENGLISH_MONTHS) ?? yearIn(question) ?? lastYear(question, year);
  if (named) return named.until !== null && named.until < today ? named : null;
  return BEFORE.test(question) ? ANY_TIME : null;
}

const two = (value: number | string): string => String(value).padStart(2, "0");
const monthEnd = (year: number, month: number): string => `${year}-${two(month)}-${two(new Date(Date.UTC(year, month, 0)).getUTCDate())}`;

function dateIn(question: string): Period | null {
  const iso = /\b(20\d\d)-(\d{2})-(\d{2})\b/.exec(question) ?? /(20\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]/.exec(question);
  if (iso) return oneDay(iso[1], iso[2], iso[3]);
  const english = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (${ENGLISH_MONTHS}) (20\\d\\d)\\b`, "i").exec(question);
  return english ? oneDay(english[3], monthNumber(english[2]), english[1]) : null;
}

function oneDay(year = "", month: string | number = "", day = ""): Period {
  const text = `${year}-${two(month)}-${two(day)}`;
  return { from: text, until: text };
}

function monthIn(question: string, months: string): Period | null {
  const english = new RegExp(`\\b(?:(before|until) )?(${months}) (20\\d\\d)\\b`, "i").exec(question);
  const chinese = /(20\d\d)\s*年\s*(\d{1,2})\s*月\s*(?:以?(前))?/.exec(question);
  const [year, month, isOpen] = english ? [Number(english[3]), monthNumber(english[2]), english[1] !== undefined] : chinese ? [Number(chinese[1]), Number(chinese[2]), chinese[3] !== undefined] : [0, 0, false];
  if (year === 0 || month < 1 || month > 12) return null;
  return isOpen ? { from: null, until: `${year}-${two(month)}-01` } : { from: `${year}-${two(month)}-01`, until: monthEnd(year, month) };
}

const monthNumber = (name = ""): number => ENGLISH_MONTHS.split("|").indexOf(name.toLowerCase()) + 1;

/** A year counts where it is a time, not a version or an amount: "in 2025", "2025年", "the 2025 policy". */
function yearIn(question: string): Period | null {
  const found = /\b(in|during|for|until|before|back in) (20\d\d)\b/i.exec(question) ?? /\b(the) (20\d\d) (?:rules?|polic(?:y|ies)|versions?|editions?|rates?|limits?)\b/i.exec(question) ?? /()(20\d\d)\s*年/.exec(question);
  if (!found) return null;
  const [, how = "", year = ""] = found;
  return /^before$/i.test(how) ? { from: null, until: `${Number(year) - 1}-12-31` } : { from: `${year}-01-01`, until: `${year}-12-31` };
}

function lastYear(question: string, year: number): Period | null {
  // "Can I take last year's days" is about today's rule: only a question in the past tense asks for last year's.
  const isLast = /\b(?:was|were|did|had|used to)\b.*\blast year\b|\blast year\b.*\b(?:was|were|did|had)\b|\blast year'?s (?:rules?|polic(?:y|ies)|rates?|limits?)\b|去年的?(?:规定|制度|政策|标准|是)/i.test(question);
  return isLast ? { from: `${year - 1}-01-01`, until: `${year - 1}-12-31` } : null;
}
