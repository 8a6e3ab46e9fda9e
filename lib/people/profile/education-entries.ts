/**
 * @file readEducation: a section on education → studies: degree, its level, field, institution, dates. An entry begins
 * at a degree, a school or dates, whichever comes first after the one before is complete.
 */
import { endFact, findDates, findRanges, startFact } from "./dates";
import type { Cell, Line } from "./lines";
import { trimmed } from "./lines";
import type { DateFact, EducationEntry, Fact } from "./types";
import { isPlace, namesDegree, namesSchool } from "./word-cues";

const LEVELS: readonly (readonly [NonNullable<EducationEntry["level"]>, RegExp])[] = [
  ["doctor", /\b(?:ph\.?\s?d|doctor(?:ate)?|d\.?phil|j\.?d|juris doctor|m\.?d)\b(?!\s*,\s*\d)|博士/i],
  ["master", /\b(?:masters?(?:'s|’s)?|m\.?b\.?a|m\.?sc|m\.?eng|m\.?ed|m\.?a|m\.?s|m\.?s\.?w|m\.?f\.?a|m\.?p\.?a|m\.?phil|graduate degree)\b|硕士|研究生|EMBA|MBA/i],
  ["bachelor", /\b(?:bachelors?(?:'s|’s)?|b\.?sc|b\.?eng|b\.?ed|b\.?tech|b\.?com|b\.?b\.?a|b\.?mus|b\.?f\.?a|b\.?a|b\.?s|pgce|licen[cs]iad[oa])\b|本科|学士/i],
  ["associate", /\b(?:associates?(?:'s|’s)?|a\.?a\.?s|a\.?s|a\.?a|hnd|hnc|foundation degree)\b|大专|专科|高职/i],
  ["vocational", /\b(?:diploma|certificate|apprenticeship|nvq|btec|mbo|technician|dipl\.?-ing|city & guilds|trade)\b|中专|职高|技校/i],
  ["school", /\b(?:high school|secondary school|ged|g\.?e\.?d|gcses?|a[- ]levels?|abitur|school leaver)\b|高中|初中|中学/i],
];
const CUTS = /\s*[|•·;；]\s*|\s+[-–—:/]\s+|\s*:\s+|\s+,\s+|,\s+|，|\s{3,}|(?<=[)）])(?=\p{Script=Han})|(?<=\p{Script=Han}|[)）])\s+(?=\p{Script=Han})|(?<=(?:大学|学院|学校|中学|技校)(?:[(（](?:本科|硕士|大专|专科|博士|中专)[)）])?)(?=\p{Script=Han}{2})(?!大学|学院|学校|[\p{Script=Han}]{0,6}(?:大学|学院|学校))/gu;

/** The rank of the degree that a text names; null when it names none. */
export function levelOf(text: string): EducationEntry["level"] {
  return LEVELS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** @param nowMonth month that "present" means, 12 · year + month */
export function readEducation(lines: readonly Line[], original: string, nowMonth: number): EducationEntry[] {
  return groups(lines).flatMap((group) => {
    const entry = readStudy(group, original, nowMonth);
    return entry ? [entry] : [];
  });
}

/** Lines that belong to one study. */
function groups(lines: readonly Line[]): Line[][] {
  const out: Line[][] = [];
  let has = { degree: false, school: false, dates: false };
  for (const line of lines) {
    const now = { degree: namesDegree(line.text), school: namesSchool(line.text), dates: findDates(line.text).length > 0 };
    const isShort = line.text.length <= 200;
    const repeats = (now.degree && has.degree) || (now.school && has.school) || (now.dates && has.dates && !line.isListed);
    const tells = now.degree || now.school || now.dates;
    const begins = out.length === 0 || (isShort && ((tells && repeats) || (line.kind === "heading" && (has.degree || has.school)) || (line.isListed && tells && (has.degree || has.school))));
    if (begins) {
      out.push([line]);
      has = now;
    } else {
      out.at(-1)?.push(line);
      has = { degree: has.degree || now.degree, school: has.school || now.school, dates: has.dates || now.dates };
    }
  }
  return out;
}

interface Part extends Cell {
  readonly degree: boolean;
  readonly school: boolean;
}

function readStudy(lines: readonly Line[], original: string, nowMonth: number): EducationEntry | null {
  const heads = lines.filter((line) => line.text.length <= 240).slice(0, 4);
  const dates = datesOf(heads, nowMonth);
  const parts = heads.flatMap((line) => partsOf(line, dates));
  const degreePart = parts.find((part) => part.degree && !(part.school && parts.some((other) => other.degree && !other.school))) ?? null;
  const school = parts.find((part) => part.school && part !== degreePart) ?? (degreePart?.school ? degreePart : null);
  if (!degreePart && !school) return unnamed(lines, { parts, dates, original });
  const inside = degreePart && splitDegree(degreePart);
  const field = inside?.field ?? parts.find((part) => part !== degreePart && part !== school && isField(part, degreePart)) ?? null;
  const other = parts.find((part) => part !== degreePart && part !== school && part !== field && part.start > (degreePart?.start ?? 0) && /^[\p{Lu}\p{Script=Han}]/u.test(part.text) && part.text.length > 4) ?? null;
  const institution = school ?? (degreePart ? other : null);
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) return null;
  return {
    degree: factOf(inside?.degree ?? degreePart, original),
    level: levelOf(degreePart?.text ?? ""),
    field: factOf(field, original),
    institution: factOf(institution === degreePart ? (inside?.school ?? institution) : institution, original),
    start: dates.start,
    end: dates.end,
    span: { start: first.start, end: last.end },
  };
}

/** Dates in a section on education without a word for degree or school: what comes first was learned, what follows is where. */
function unnamed(lines: readonly Line[], { parts, dates, original }: { parts: readonly Part[]; dates: StudyDates; original: string }): EducationEntry | null {
  const [degree = null, institution = null] = parts;
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last || !degree || dates.end === null || first.isListed || first.kind === "paragraph" || degree.text.split(/\s+/).length > 9) return null;
  return { degree: factOf(degree, original), level: null, field: null, institution: factOf(institution, original), start: dates.start, end: dates.end, span: { start: first.start, end: last.end } };
}

/** "Mechanical Engineering Stavanger Technical College": a school's name at the end of a part. */
const SCHOOL_AT_END = /^(.*?\S)\s+((?:University|College|Institute|School|Academy) (?:of|at|for) \p{Lu}.*|(?:\p{Lu}[\p{L}'’.-]+ (?:(?:State|Technical|Community|Christian|Business|City|Junior|Polytechnic|International|Central|Northern|Southern|Eastern|Western|High|Business) ){1,2}|\p{Lu}[\p{L}'’.-]+ )(?:University|College|Institute|School|Academy|Conservatoire)\b.*)$/u;

function isField(part: Part, degree: Part | null): boolean {
  if (part.school || part.degree || isPlace(part.text) || /\bgpa\b|\d/i.test(part.text) || /^(?:city|state|usa?|united states)$/i.test(part.text)) return false;
  return part.text.length <= 70 && (degree === null || part.start > degree.start || /\p{Script=Han}/u.test(part.text));
}

/** "BSc Mathematics", "Bachelor of Science in Nursing", "机械制造（大专）" → degree and field. */
function splitDegree(part: Part): { degree: Cell; field: Cell | null; school: Cell | null } {
  const han = /^(.*?)\s*[（(]?((?:硕士研究生|博士|硕士|本科|学士|大专|专科|中专|研究生)(?:学历|学位)?(?:[,，]\s*[^()（）]{1,8})?)[)）]?$/.exec(part.text);
  if (han?.[1] && han[2]) {
    const at = part.start + part.text.indexOf(han[2], han[1].length);
    const rest = { text: han[1], start: part.start, end: part.start + han[1].length };
    return { degree: { text: han[2], start: at, end: at + han[2].length }, field: part.school ? null : rest, school: part.school ? rest : null };
  }
  const short = /^((?:Ph\.?D|M\.?B\.?A|M\.?Sc|M\.?Eng|M\.?Ed|M\.?A|M\.?S|B\.?Sc|B\.?Eng|B\.?Ed|B\.?Tech|B\.?Com|B\.?Mus|B\.?A|B\.?S|HND|HNC|MSc|BSc)\.?)\s+(?:in\s+)?(\p{Lu}.{2,60})$/u.exec(part.text);
  const long = /\b(?:of\s+(?:science|arts|fine arts|business administration|engineering|technology|education|applied science|social work|commerce|laws?)|degree|diploma|certificate)\s+in\s+/i.exec(part.text);
  const cut = short?.[2] ? part.text.length - short[2].length : long ? long.index + long[0].length : null;
  if (cut === null) return { degree: part, field: null, school: null };
  const degree = trimmed(part.text, 0, short ? cut : cut - 4);
  const field = trimmed(part.text, cut, part.text.length);
  const move = (cell: Cell | null): Cell | null => cell && { ...cell, start: cell.start + part.start, end: cell.end + part.start };
  return { degree: move(degree) ?? part, field: move(field), school: null };
}

interface StudyDates {
  readonly start: DateFact | null;
  readonly end: DateFact | null;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

function datesOf(lines: readonly Line[], nowMonth: number): StudyDates {
  for (const line of lines) {
    const range = findRanges(line.text)[0];
    if (range) {
      const spans = [{ start: line.start + range.start, end: line.start + range.end }];
      const start = startFact(range.first, line.start);
      if (range.last) return { start, end: endFact(range.last, line.start), spans };
      const iso = `${Math.floor(nowMonth / 12)}-${String((nowMonth % 12) + 1).padStart(2, "0")}`;
      const at = range.lastSpan ?? range;
      return { start, end: { value: iso, precision: "present", span: { start: at.start + line.start, end: at.end + line.start } }, spans };
    }
  }
  for (const line of lines) {
    const date = findDates(line.text).find((one) => one.from >= 12 * 1950);
    if (date) return { start: null, end: endFact(date, line.start), spans: [{ start: line.start + date.start, end: line.start + date.end }] };
  }
  return { start: null, end: null, spans: [] };
}

function partsOf(line: Line, dates: StudyDates): Part[] {
  let text = line.text;
  // Dates become separators of the same length.
  for (const span of dates.spans) {
    if (span.start < line.end && span.end > line.start) {
      const from = Math.max(0, span.start - line.start);
      const to = Math.min(text.length, span.end - line.start);
      text = text.slice(0, from) + "|".padEnd(to - from) + text.slice(to);
    }
  }
  text = text.replace(/\bCity ?, ?State\b(?: , (?:USA?|United States))?|\bCity ?,(?= [A-Z]{2}\b)/g, (match) => "|".padEnd(match.length));
  const parts: Part[] = [];
  let from = 0;
  for (const match of [...text.matchAll(CUTS), null]) {
    const cell = trimmed(text, from, match ? match.index : text.length);
    if (cell && !/^(?:in|expected|graduated|graduation|state|city|usa?|gpa.*|\d+(?:\.\d+)?)$/i.test(cell.text)) {
      for (const one of withSchoolApart(cell)) {
        parts.push({ text: one.text, start: one.start + line.start, end: one.end + line.start, degree: namesDegree(one.text), school: namesSchool(one.text) });
      }
    }
    if (match) from = match.index + match[0].length;
  }
  return parts;
}

function withSchoolApart(cell: Cell): Cell[] {
  const match = /high school/i.test(cell.text) ? null : SCHOOL_AT_END.exec(cell.text);
  if (match && !namesDegree(match[1] ?? "") && !/^(?:university|college|institute|school|academy) (?:of|at|for) /i.test(match[2] ?? "")) return [cell];
  const [, before = "", school = ""] = match ?? [];
  if (!match || !/^\p{L}/u.test(before)) return [cell];
  const at = cell.end - school.length;
  return [{ text: before, start: cell.start, end: cell.start + before.length }, { text: school, start: at, end: cell.end }];
}

function factOf(cell: Cell | null, original: string): Fact | null {
  return cell && { value: original.slice(cell.start, cell.end), span: { start: cell.start, end: cell.end } };
}

