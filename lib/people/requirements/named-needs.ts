/**
 * @file Named needs: what the tables name in one clause of a job description: a degree, languages, certificates, places.
 * Each with the characters that say so. Skills and years are read elsewhere.
 */
import { CERTIFICATES, LANGUAGES, PLACES } from "../terms/aliases";
import { levelBeside } from "../terms/language-level";
import { namedIn, type NamedTerm, type Term } from "../terms/term-table";
import type { EducationLevel, RequirementKind } from "./types";

export interface NamedNeed {
  readonly kind: RequirementKind;
  readonly any: readonly string[];
  readonly level?: string;
  /** Within the clause. */
  readonly start: number;
  readonly end: number;
}

/** Highest first: a clause that names several asks for the lowest of them ("bachelor or master"). */
const LEVELS: readonly (readonly [EducationLevel, RegExp])[] = [
  ["doctorate", /\b(?:ph\.?\s?d|doctorate|doctoral)\b|博士/i],
  ["master", /\b(?:master(?:'|’)?s?(?: degree| of)|m\.?sc|m\.?eng|mba|msc|postgraduate)\b|硕士|研究生/i],
  ["bachelor", /\b(?:bachelor(?:'|’)?s?(?: degree)?|b\.?sc|b\.?eng|b\.?a\.|undergraduate degree|university degree|college degree|four[- ]year degree|degree (?:in|level)|a degree|graduate degree|hbo|honou?rs degree)\b|\bdegree\b|本科|学士|大学学历/i],
  ["associate", /\b(?:associate(?:'|’)?s? degree|higher national diploma|hnd|foundation degree|two[- ]year degree)\b|大专|专科/i],
  ["vocational", /\b(?:vocational|apprenticeship|mbo|nvq|btec|trade school|technical diploma|city (?:&|and) guilds)\b|中专|技校|职高/i],
  ["school", /\b(?:high[- ]school|secondary school|ged|gcses?|a[- ]levels?|diploma)\b|高中/i],
];
/** "Bachelor's degree in Mechanical Engineering or a related field" */
const FIELD = /\b(?:in|of)\s+((?:(?!\b(?:or|and) (?:a |an )?(?:related|similar|equivalent|relevant)|\bis\b|\bwith\b|\bfrom\b|\bpreferred\b|\brequired\b|\bplus\b|\band (?:at least|a minimum|have|has|know|speak|hold|are|\w+ years)\b)[^.;()\n])+)/i;
const CHINESE_FIELD = /([\p{Script=Han}、/]{2,24}?)(?:等)?(?:相关)?专业/u;
const LEVEL_WORD = /native|mother tongue|bilingual|fluent|proficient|advanced|intermediate|business|conversational|working|basic|good|excellent|strong|\b[abc][12]\b|cet-?[46]|tem-?[48]|ielts\s*[\d.]*|hsk ?\d|母语|流利|精通|熟练|良好|[四六八]级|日常/i;

const LEVEL_CODE = /(?<![a-z\d])[abc][12](?![a-z\d])/i;

/** @returns needs in reading order; spans do not overlap */
export function namedNeeds(clause: string): NamedNeed[] {
  const needs: NamedNeed[] = [];
  const education = readEducation(clause);
  if (education) needs.push(education);
  const kinds = new Map<Term, RequirementKind>([...CERTIFICATES.map((term) => [term, "certificate"] as const), ...LANGUAGES.map((term) => [term, "language"] as const), ...PLACES.map((term) => [term, "place"] as const)]);
  const taken: NamedNeed[] = [];
  for (const named of namedIn(clause, [...kinds.keys()])) {
    const kind = kinds.get(named.term) ?? "text";
    if (needs.some((need) => named.at < need.end && need.start < named.at + named.length) || !isMeant(clause, named, kind)) continue;
    const any = [...new Set([named.member, ...named.term.same, ...named.term.narrower])];
    const end = named.at + named.length;
    const before = taken.at(-1);
    if (before?.kind === kind && /^\s*(?:or|\/|或者?)\s*$/i.test(clause.slice(before.end, named.at))) {
      taken[taken.length - 1] = { ...before, any: [...new Set([...before.any, ...any])], end };
    } else taken.push({ kind, any, start: named.at, end });
  }
  return [...needs, ...withLevels(clause, taken)].sort((a, b) => a.start - b.start);
}

function readEducation(clause: string): NamedNeed | null {
  const found = LEVELS.flatMap(([level, rule]) => {
    const match = rule.exec(clause);
    return match ? [{ level, start: match.index, end: match.index + match[0].length }] : [];
  });
  const lowest = found.at(-1);
  if (!lowest) return null;
  // "degree" alone stands for a bachelor's only where no other level is named.
  const level = lowest.level === "bachelor" && found.length > 1 && /^degree$/i.test(clause.slice(lowest.start, lowest.end)) ? (found.at(-2)?.level ?? lowest.level) : lowest.level;
  const start = Math.min(...found.map((one) => one.start));
  const end = Math.max(...found.map((one) => one.end));
  const behind = FIELD.exec(clause.slice(start));
  // "a degree and 3 years of experience in accounting": the years have the field.
  const english = behind && !/\b(?:years?|experience)\b|[;.](?=\s)/i.test(clause.slice(start, start + behind.index)) ? behind : null;
  const chinese = CHINESE_FIELD.exec(clause);
  const fields = (english?.[1] ?? chinese?.[1] ?? "").split(/\s*(?:,|\/|\bor\b|\band\b|、|或)\s*/i).map((field) => field.trim().toLowerCase().replace(/^(?:an?|the) /, "")).filter((field) => field.length > 1 && field.length <= 48 && !/^(?:本科|学历|以上)/.test(field));
  const fieldEnd = english ? start + english.index + english[0].trimEnd().length : chinese ? chinese.index + chinese[0].length : end;
  return { kind: "education", any: fields, level, start: Math.min(start, chinese?.index ?? start), end: Math.max(end, fieldEnd) };
}

/** "Dutch payroll" and "the Chinese market" name no language to speak, "UK clients" no place to be. */
function isMeant(clause: string, { member, at, length }: NamedTerm, kind: RequirementKind): boolean {
  const [before, after] = [clause.slice(0, at), clause.slice(at + length)];
  if (kind === "language") {
    if (/^\s*(?:market|clients?|customers?|law|tax|payroll|accounting|labour|labor|cuisine|food|teacher|translator|市场|客户|老师|翻译|菜)/i.test(after)) return false;
    if (/\p{Script=Han}/u.test(member) || levelBeside(clause, { at, length }) !== null) return true;
    return /\b(?:in|speaks?|speaking|fluent|language|languages|native|good|written|spoken|business|conversational|excellent|proficien\w+|command of|verbal|oral|or|and|,|knowledge of)\s+$/i.test(before) || /^\s*(?:$|[,;.)/]|\(|-?\s*(?:speak\w*|native|fluent\w*|language|skills?|level|written|spoken|is|an? (?:plus|bonus|advantage|asset|must)|would|for|preferred|required|or|and|[abc][12]\b))/i.test(after);
  }
  if (kind === "place") return /\b(?:in|based in|located in|location|at our|near|site|office|to|onsite in|live in|within)\s*[:：]?\s*(?:the )?$/i.test(before) || /(?:在|驻|位于|地点[:：]?)\s*$/.test(before) || clause.trim().length <= length + 24;
  return true;
}

interface NearLevel {
  readonly level: string;
  /** Behind the language; else before it. */
  readonly isBehind: boolean;
}

/**
 * Each language with the level that stands by it: behind it before in front, a framework's code before words, up to the next
 * language, a comma, a semicolon or "and". Languages joined by those alone share one ("fluent in English and German",
 * "英语、德语流利"). A certificate that says how well a language is spoken ("英语CET-6") is its level, no need of its own.
 */
function withLevels(clause: string, taken: readonly NamedNeed[]): NamedNeed[] {
  const isSaid = (one: NamedNeed, language: NamedNeed): boolean => one.kind === "certificate" && one.start >= language.end && one.start - language.end <= 2 && LEVEL_WORD.test(clause.slice(one.start, one.end));
  const languages = taken.filter(({ kind }) => kind === "language");
  const said = new Set(taken.filter((one) => languages.some((language) => isSaid(one, language))));
  const own = languages.map((language, i) => levelNear(clause, language, { from: languages[i - 1]?.end ?? 0, to: languages[i + 1]?.start ?? clause.length }));
  const isJoined = (i: number): boolean => /^\s*(?:,|、|，|\/|&|和|及|与|或|and|or|,\s*(?:and|or))\s*$/i.test(clause.slice(languages[i]?.end ?? 0, languages[i + 1]?.start ?? 0));
  const levels: (NearLevel | null)[] = [...own];
  for (let i = 1; i < levels.length; i++) if (!levels[i] && levels[i - 1]?.isBehind === false && isJoined(i - 1)) levels[i] = levels[i - 1] ?? null;
  for (let i = levels.length - 2; i >= 0; i--) if (!levels[i] && levels[i + 1]?.isBehind === true && isJoined(i)) levels[i] = levels[i + 1] ?? null;
  return taken.filter((one) => !said.has(one)).map((need) => {
    const level = levels[languages.indexOf(need)]?.level;
    const end = Math.max(need.end, ...[...said].filter((one) => need.kind === "language" && isSaid(one, need)).map((one) => one.end));
    return { ...need, end, ...(level === undefined ? {} : { level: level.toLowerCase() }) };
  });
}

function levelNear(clause: string, { start, end }: NamedNeed, { from, to }: { readonly from: number; readonly to: number }): NearLevel | null {
  const behind = clause.slice(end, Math.min(to, end + 24)).split(/[,;，；、]|\band\b/i)[0] ?? "";
  const before = clause.slice(Math.max(from, start - 24), start).split(/[,;，；、]|\band\b/i).at(-1) ?? "";
  for (const rule of [LEVEL_CODE, LEVEL_WORD]) {
    const [after, front] = [rule.exec(behind)?.[0], rule.exec(before)?.[0]];
    if (after !== undefined) return { level: after, isBehind: true };
    if (front !== undefined) return { level: front, isBehind: false };
  }
  return null;
}
