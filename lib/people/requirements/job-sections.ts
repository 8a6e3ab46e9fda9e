/**
 * @file Job sections: a job description's text → its lines, each under the section that it stands in. Headings are told
 * by marks (#, bold, a colon) and by what they say, in English and Chinese. Reads no requirement.
 */
import type { ReadingCue } from "../../contracts/taught-reading";
import { trimSpan } from "../../knowledge/chunk/sentences";
import { isJobTitle } from "../job-words";
import { headingMeans } from "./reading-cues";

/** `intro`: before the first heading. `offer`: about the company, pay, how to apply: nothing there is asked of anyone. */
export type JobSectionKind = "intro" | "title" | "must" | "nice" | "experience" | "education" | "languages" | "place" | "duties" | "offer" | "other";

export interface JobLine {
  readonly section: JobSectionKind;
  /** Bullets and numbering cut off; `text.slice(start, end)` of the description. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Behind a bullet or a number: a point of a list. */
  readonly isItem: boolean;
}

/** First match wins, so the narrower names stand first. */
const HEADINGS: readonly (readonly [JobSectionKind, RegExp])[] = [
  ["title", /^(?:job|position|role)?\s*title$|^(?:position|role|vacancy|we are looking for|opening)$|^(?:职位|岗位|招聘|应聘)?(?:名称|职位|岗位)$/i],
  ["nice", /nice[- ]to[- ]have|preferred|preferable|bonus|desir(?:ed|able)|advantage|a plus|optional|加分|优先/i],
  ["offer", /\b(?:about (?:us|the company|our)|who we are|company (?:profile|overview|description)|we offer|our offer|what we offer|benefits|perks|compensation|salary|pay|how to apply|to apply|apply|equal opportunit\w*|contact|working hours|hours|additional information)\b|公司(?:介绍|简介)|关于我们|福利|待遇|薪资|薪酬范围|联系方式|应聘方式|工作时间/i],
  ["place", /^(?:job |work )?location$|^place of work$|^workplace$|^based in$|工作(?:地点|地址|城市)/i],
  ["education", /^(?:required |minimum )?education(?:al)?(?: requirements?| background| qualifications?)?$|^学历(?:要求)?$|^教育(?:背景|要求)$/i],
  ["languages", /^languages?(?: skills| requirements?)?$|^语言(?:要求|能力)?$/i],
  ["experience", /^(?:required|minimum|work|previous|relevant|job|professional|recommended)?d?\s*(?:work )?experiences?(?: required| requirements?| needed)?$|^(?:工作)?经验(?:要求)?$/i],
  ["must", /requir|qualif|must[- ]have|essential|skills|competenc|what you(?:'ll| will)? (?:need|bring)|you (?:have|bring|are)|who you are|your profile|the profile|expect|candidate|looking for|criteria|prerequisit|knowledge|abilities|任职|要求|资格|条件|技能|能力|我们希望|期望你|^(?:你|您)?(?:必须|应当?|须|需要?)具备$|^必备(?:项)?$/i],
  ["duties", /responsib|duties|tasks|what you(?:'ll| will)? do|day[- ]to[- ]day|\brole\b|summary|overview|description|purpose|objective|the job|the position|职责|工作内容|岗位描述|职位描述|你将|负责/i],
];

const MARKED = /^\s*(?:#{1,6}\s+|\*\*|__|【)/;
const BULLET = /^(?:\s*(?:[-–—•*·▪◦●○■□➢✓✔>]+|\(?\d{1,2}[.)、．）]|[（(]\d{1,2}[)）]|[一二三四五六七八九十]+[、.．]|[①-⑳]|[a-z][.)])\s*)+/i;
/** What a printed page says of itself: no part of the description. */
const PAGE_FOOT = /(?:\bpage\s*\d+\s*(?:of|\/)\s*\d+|第\s*\d+\s*页\s*[，,/]?\s*共\s*\d+\s*页)\s*$/i;
const MAX_HEADING_CHARS = 48;
const MAX_HEADING_WORDS = 8;
/** "Location: Leeds", "工作地点：苏州": these names may carry their text on the same line. */
const INLINE = /^([^:：]{2,40})[:：]\s*(\S.*)$/su;

/** Under a heading that recruiters taught. */
const TAUGHT = { must: "must", nice: "nice", none: "offer", one: "other" } as const satisfies Record<ReadingCue["means"], JobSectionKind>;

/** @param cues what recruiters taught of headings @returns non-empty lines in order, headings left out */
export function readJobLines(text: string, cues: readonly ReadingCue[] = []): JobLine[] {
  const lines: JobLine[] = [];
  let section: JobSectionKind = "intro";
  let at = 0;
  for (const raw of text.split("\n")) {
    const start = at;
    at += raw.length + 1;
    if (raw.trim() === "" || /^\s*[-=_*]{3,}\s*$/.test(raw) || PAGE_FOOT.test(raw)) continue;
    const heading = taughtHeading(raw, cues) ?? readHeading(raw);
    if (heading === null) {
      pushLine(lines, { text, start, end: start + raw.length }, section);
      continue;
    }
    // "# Automation Engineer" above everything is the title, whatever it is called.
    if (heading.kind === "other" && lines.length === 0 && isJobTitle(plain(raw))) {
      pushLine(lines, { text, start, end: start + raw.length }, "title");
      continue;
    }
    section = heading.kind;
    if (heading.rest > 0) pushLine(lines, { text, start: start + heading.rest, end: start + raw.length }, section);
  }
  return lines;
}

/**
 * What stands over a place of the text: the nearest heading before it, known or not: a line of its own that is marked, ends in a
 * colon, stands over a list or alone behind an empty line; or what stands before a colon on the place's own line.
 *
 * @returns its bare words; null when none is near
 */
export function headingOver(text: string, at: number): string | null {
  const end = text.indexOf("\n", at);
  const lines = text.slice(0, end < 0 ? text.length : end).split("\n");
  const own = lines.pop() ?? "";
  const label = BULLET.test(own) ? undefined : INLINE.exec(plain(own))?.[1];
  if (label !== undefined && label.split(/\s+/).length <= 3) return plain(label);
  let below = own;
  for (const [i, raw] of [...lines.entries()].reverse()) {
    if (raw.trim() === "") continue;
    const bare = plain(raw);
    const isShort = bare !== "" && bare.length <= MAX_HEADING_CHARS && bare.split(/\s+/).length <= MAX_HEADING_WORDS && !/[.。;；,，!?]$/.test(bare);
    const stands = MARKED.test(raw) || /[:：]\s*\**\s*$/.test(raw) || (!BULLET.test(raw) && (BULLET.test(below) || (lines[i - 1] ?? "").trim() === ""));
    if (readHeading(raw) !== null || (isShort && stands && (!BULLET.test(raw) || MARKED.test(raw)))) return INLINE.test(bare) ? null : bare;
    below = raw;
  }
  return null;
}

/** A heading that recruiters taught, on a line of its own or before a colon. */
function taughtHeading(raw: string, cues: readonly ReadingCue[]): { kind: JobSectionKind; rest: number } | null {
  if (cues.length === 0 || (BULLET.test(raw) && !MARKED.test(raw) && !/^[一二三四五六七八九十]+[、.．]/.test(raw.trim()))) return null;
  const bare = plain(raw);
  const whole = headingMeans(bare, cues);
  if (whole !== null) return { kind: TAUGHT[whole], rest: 0 };
  const [, name, rest] = INLINE.exec(bare) ?? [];
  const means = name === undefined ? null : headingMeans(plain(name), cues);
  return means === null || rest === undefined ? null : { kind: TAUGHT[means], rest: raw.lastIndexOf(rest) };
}

/** @returns the section that a line opens, and where on the line its own text begins (0: nothing follows); null for no heading */
function readHeading(raw: string): { kind: JobSectionKind; rest: number } | null {
  const isMarked = MARKED.test(raw);
  const bare = plain(raw);
  const inline = INLINE.exec(bare);
  if (inline) {
    const kind = kindOf(plain(inline[1] ?? ""));
    const rest = inline[2] ?? "";
    const isLabel = kind === "title" || kind === "place" || kind === "education" || kind === "languages" || (isMarked && kind !== null) || (kind !== null && !BULLET.test(raw) && (inline[1] ?? "").split(/\s+/).length <= 3);
    return kind !== null && isLabel && !BULLET.test(raw) ? { kind, rest: raw.lastIndexOf(rest) } : null;
  }
  const isColon = /[:：]\s*\**\s*$/.test(raw);
  if (bare.length > MAX_HEADING_CHARS || bare === "" || (!isMarked && /[.。;；,，!?]$/.test(bare))) return null;
  const kind = kindOf(bare);
  if (BULLET.test(raw) && !isMarked && !isColon && !/^[一二三四五六七八九十]+[、.．]/.test(raw.trim())) return null;
  if (kind !== null && (isMarked || isColon || bare.split(/\s+/).length <= 5)) return { kind, rest: 0 };
  return isMarked && /^\s*#/.test(raw) ? { kind: "other", rest: 0 } : null;
}

/** Does the reader that ships know what stands under it? @param words without marks and colon */
export const isKnownHeading = (words: string): boolean => kindOf(words) !== null;

function kindOf(name: string): JobSectionKind | null {
  return HEADINGS.find(([, rule]) => rule.test(name))?.[0] ?? null;
}

/** A heading's words: marks, numbering and the closing colon cut off. */
function plain(raw: string): string {
  return raw.replace(/[#*_【】]+/g, " ").replace(BULLET, "").replace(/\s*[:：]\s*$/, "").trim();
}

function pushLine(lines: JobLine[], { text, start, end }: { text: string; start: number; end: number }, section: JobSectionKind): void {
  const raw = text.slice(start, end);
  const lead = BULLET.exec(raw)?.[0].length ?? 0;
  const marks = /^(?:#{1,6}\s+|\*\*|__)*/.exec(raw.slice(lead))?.[0].length ?? 0;
  const span = trimSpan(text, { start: start + lead + marks, end: start + raw.replace(/[\s*_]+$/, "").length });
  if (span.end > span.start) lines.push({ section, text: text.slice(span.start, span.end), ...span, isItem: lead > 0 && !/^\s*\*\*/.test(raw) });
}
