/**
 * @file readResumeCard: who a résumé is about, at a glance: name, title, location, years. By rules, from what the text
 * says; null when it does not say. Full profiles are another module's work.
 */
import { systemClock, type Clock } from "../core/clock";
import type { Span } from "../core/types";
import { splitSentences } from "../knowledge/chunk/sentences";
import type { ExtractedDocument } from "../knowledge/types";
import { coveredMonths, findDateRanges } from "./date-ranges";
import { isChineseName, isJobTitle } from "./job-words";
import { isInTwoScripts, withoutAside } from "./written-name";
import { CONTACT, experienceSpans, headerCells, toCells, type Cell } from "./resume-lines";

/** A value and the place in the text that says so. */
export interface CardField<T> {
  readonly value: T;
  readonly span: Span;
}

export interface ResumeCard {
  readonly name: CardField<string> | null;
  readonly title: CardField<string> | null;
  readonly location: CardField<string> | null;
  /** Years of work, one decimal. The span is the statement ("8 years of experience") or the first dated job. */
  readonly years: CardField<number> | null;
}

const NAME_LABEL = /^(?:姓\s*名|full name|name)\s*[:：]\s*/i;
const TITLE_LABEL = /^(?:求职意向|应聘职位|应聘岗位|目标职位|意向岗位|意向职位|期望职位|现任职位|职位|职务|job title|position|title)\s*[:：]\s*/i;
const PLACE_LABEL = /^(?:现居住地|现居地|现居|居住地|所在地|所在城市|工作地点|期望城市|通讯地址|联系地址|住址|地址|城市|location|address|city|based in)\s*[:：]?\s*/i;
const ENGLISH_NAME = /^\p{Lu}[\p{L}'’.-]*(?:\s+(?:(?:de|da|van|von|der|den|la|le|bin|al|el)\s+)*\p{Lu}[\p{L}'’.-]*){1,3}$/u;
const PLACE = /^\p{Lu}[\p{L}.'’ -]{1,30},\s*(?:[A-Z]{2}(?:\s+\d{5})?|(?:the\s+)?\p{Lu}[\p{L}.' ]{2,30})(?:,\s*\p{Lu}[\p{L}. ]{2,30})?$/u;
const CHINESE_PLACE = /^(?:中国)?(?:(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海)省?|\p{Script=Han}{2,8}(?:省|自治区))?(?:北京|上海|天津|重庆|广州|深圳|杭州|南京|苏州|成都|武汉|西安|长沙|郑州|青岛|厦门|宁波|无锡|合肥|济南|福州|大连|沈阳|昆明|佛山|东莞|珠海|常州|嘉兴|绍兴|温州|宜昌|南昌|石家庄|哈尔滨|长春|香港|澳门|台北|\p{Script=Han}{2,4}(?=市))(?:市)?(?:\p{Script=Han}{1,6}[区县]|\p{Script=Han}{2})?$/u;
const PLACEHOLDER = /\bcity\s*,\s*state\b/i;
const COMPANY = /\b(?:Ltd|Limited|Inc|GmbH|BV|LLC|PLC|AG|SA|Corp)\b/;
const HONORIFIC = /^(?:dr|prof|ir|ing|mr|mrs|ms|dipl\.?-ing)\.?\s+/i;
const NOT_A_NAME = /^(?:curriculum vitae|résumé|resume|cv|personal details|contact|profile|page \d+)$|简历|履历/i;
const MAX_YEARS = 55;

/**
 * @param document a résumé as extracted
 * @param clock    "now" for jobs that go on; default the system's
 */
export function readResumeCard(document: ExtractedDocument, clock: Clock = systemClock): ResumeCard {
  const header = headerCells(document);
  const name = readName(header);
  return {
    name,
    title: readTitle(document, header, name),
    location: readLocation(header),
    years: statedYears(document) ?? yearsFromDates(document, clock),
  };
}

function labelled(cells: readonly Cell[], label: RegExp): CardField<string> | null {
  for (const [i, cell] of cells.entries()) {
    const match = label.exec(cell.text);
    if (match && match[0].length < cell.text.length) {
      const value = firstFact(cell.text.slice(match[0].length));
      const start = cell.start + match[0].length;
      if (value !== "") return { value, span: { start, end: start + value.length } };
    }
    // A table's label cell, its value in the next cell of the row.
    const next = cells[i + 1];
    if (next && next.line === cell.line && label.test(`${cell.text}：`) && cell.text.length <= 8) {
      return { value: next.text, span: { start: next.start, end: next.end } };
    }
  }
  return null;
}

/** "张伟 性别：男" → "张伟": up to the next labelled fact. */
function firstFact(text: string): string {
  return (text.split(/\s{2,}|[,，;；]\s*(?=\S{1,6}[:：])|\s+(?=\S{1,6}[:：])/)[0] ?? "").trim();
}

function readName(header: readonly Cell[]): CardField<string> | null {
  const stated = labelled(header, NAME_LABEL);
  if (stated && (isChineseName(stated.value) || isInTwoScripts(stated.value) || ENGLISH_NAME.test(withoutAside(stated.value)))) return stated;
  const hasContact = header.some((cell) => CONTACT.test(cell.text));
  for (const [i, cell] of header.slice(0, 4).entries()) {
    const [plain = "", rest = ""] = splitName(cell.text);
    if (plain === "" || NOT_A_NAME.test(plain) || isJobTitle(plain)) continue;
    const offset = cell.start + cell.text.indexOf(plain);
    const field = { value: plain, span: { start: offset, end: offset + plain.length } };
    if (isChineseName(plain)) return { ...field, value: plain.replace(/\s/g, "") };
    if (isInTwoScripts(plain)) return field;
    const bare = withoutAside(plain.replace(HONORIFIC, ""));
    const titleBelow = isJobTitle(rest) || header.slice(i + 1, i + 3).some((next) => isJobTitle(next.text));
    const capitals = bare === bare.toUpperCase();
    if (ENGLISH_NAME.test(bare) && (hasContact || (titleBelow && !capitals))) return field;
  }
  return null;
}

/** "Curriculum vitae of Ida Brandt, buyer" → the name and what follows its comma. */
function splitName(text: string): string[] {
  const bare = text
    .replace(/^(?:curriculum vitae|résumé|resume|cv)\s*(?:of|[-–—:])\s*/i, "")
    .replace(/(?:的)?(?:个人)?简历$/, "");
  const comma = /[,，]/.exec(bare)?.index ?? bare.length;
  return [bare.slice(0, comma).trim(), bare.slice(comma + 1).trim()];
}

function readTitle(document: ExtractedDocument, header: readonly Cell[], name: CardField<string> | null): CardField<string> | null {
  for (const cell of header.slice(0, 8)) {
    if (CONTACT.test(cell.text) || /[:：]/.test(cell.text)) continue;
    const behindName = name && cell.start <= name.span.start && name.span.end < cell.end;
    const text = behindName ? cell.text.slice(name.span.end - cell.start).replace(/^[\s,，–—-]+/, "") : cell.text;
    if (cell.start === name?.span.start && !behindName) continue;
    if (isJobTitle(text) && findDateRanges(text).length === 0) return { value: text, span: { start: cell.end - text.length, end: cell.end } };
  }
  return latestJobTitle(document) ?? labelled(header, TITLE_LABEL);
}

/** Title of the first dated job: the line with the dates, or the line above or below it. */
function latestJobTitle(document: ExtractedDocument): CardField<string> | null {
  const section = experienceSpans(document)[0];
  if (!section) return null;
  const cells = toCells(document, section).slice(0, 8);
  const dated = cells.findIndex((cell) => findDateRanges(cell.text).length > 0);
  if (dated === -1) return null;
  const line = cells[dated]?.line ?? 0;
  const near = cells.filter((cell) => Math.abs(cell.line - line) <= 2).sort((a, b) => Math.abs(a.line - line) - Math.abs(b.line - line));
  for (const cell of near) {
    const range = findDateRanges(cell.text)[0];
    const before = range ? cell.text.slice(0, range.start) : cell.text;
    const after = range ? cell.text.slice(range.end) : "";
    for (const part of [...before.split(/\s+[-–—@]\s+|[,，]\s*|\bat\b/), ...after.split(/\s+[-–—@]\s+|[,，]\s*/)]) {
      const title = part.trim().replace(/^[-•\s]+|[\s,;:（(–—-]+$/g, "");
      const start = cell.start + cell.text.indexOf(title);
      if (isJobTitle(title) && !/company name/i.test(title)) return { value: title, span: { start, end: start + title.length } };
    }
  }
  return null;
}

function readLocation(header: readonly Cell[]): CardField<string> | null {
  const stated = labelled(header, PLACE_LABEL);
  if (stated && !PLACEHOLDER.test(stated.value) && !CONTACT.test(stated.value)) return stated;
  for (const cell of header) {
    if (PLACEHOLDER.test(cell.text) || COMPANY.test(cell.text) || isJobTitle(cell.text)) continue;
    // Facts set side by side come as one cell: the place stands before the phone number or the address.
    const place = (cell.text.split(/\s+(?=[+\d(]|[\w.+-]+@|[（(])|[（(]/)[0] ?? "").trim();
    if (PLACE.test(place) || CHINESE_PLACE.test(place)) {
      return { value: place, span: { start: cell.start, end: cell.start + place.length } };
    }
  }
  return null;
}

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, fifteen: 15,
  twenty: 20, thirty: 30, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10, 十五: 15, 二十: 20,
};
const NUMBER = `(\\d{1,2}(?:\\.5)?|${Object.keys(NUMBER_WORDS).filter((word) => /[a-z]/.test(word)).join("|")})`;
const STATED_ENGLISH = new RegExp(`\\b${NUMBER}\\s*\\+?\\s*(?:years?|yrs?)\\b['’]?(?:\\s+of)?(?:\\s+[\\w/&,-]+){0,6}?\\s+(?:experience|expertise)`, "gi");
const STATED_ENGLISH_AFTER = new RegExp(`experience\\s*(?:of|:|for|over|spanning)?\\s*(?:over|more than|about)?\\s*${NUMBER}\\s*\\+?\\s*(?:years?|yrs?)`, "gi");
const STATED_CHINESE = /(\d{1,2}|[一二两三四五六七八九十]{1,2})\s*年(?:以上|多|余)?(?:的)?[^。；，\n\d]{0,12}(?:经验|工作经历|从业)/g;

/** Largest number of years that one sentence of the text states as experience, before or in the sections on work. */
function statedYears(document: ExtractedDocument): CardField<number> | null {
  const end = experienceSpans(document)[0]?.start ?? document.text.length;
  let best: CardField<number> | null = null;
  for (const sentence of splitSentences(document.text, { start: 0, end })) {
    const text = document.text.slice(sentence.start, sentence.end);
    for (const pattern of [STATED_ENGLISH, STATED_ENGLISH_AFTER, STATED_CHINESE]) {
      for (const match of text.matchAll(pattern)) {
        const raw = (match[1] ?? "").toLowerCase();
        const value = NUMBER_WORDS[raw] ?? Number(raw);
        if (!(value > 0 && value <= MAX_YEARS) || (best && best.value >= value)) continue;
        const start = sentence.start + match.index;
        best = { value, span: { start, end: start + match[0].length } };
      }
    }
  }
  return best;
}

/** Months covered by the dated jobs, overlaps counted once. Only where the résumé has a section on work. */
function yearsFromDates(document: ExtractedDocument, clock: Clock): CardField<number> | null {
  const ranges = experienceSpans(document).flatMap((section) =>
    findDateRanges(document.text.slice(section.start, section.end)).map((range) => ({
      ...range,
      start: range.start + section.start,
      end: range.end + section.start,
    })),
  );
  const first = ranges[0];
  if (!first) return null;
  const now = new Date(clock.now());
  const months = coveredMonths(ranges, 12 * now.getUTCFullYear() + now.getUTCMonth());
  const value = Math.round((months / 12) * 10) / 10;
  return value > 0 && value <= MAX_YEARS ? { value, span: { start: first.start, end: first.end } } : null;
}
