/**
 * @file statedYears: what a résumé itself claims ("8 years of experience", 拥有8年以上经验), outside its job descriptions.
 */
import type { Line } from "./lines";
import type { Section } from "./sections";
import type { Fact, SectionKind } from "./types";

const WORDS: Readonly<Record<string, number>> = {
  two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, fifteen: 15, nineteen: 19,
  twenty: 20, thirty: 30, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10, 十一: 11, 十二: 12, 十五: 15, 二十: 20,
};
const NUMBER = `(\\d{1,2}(?:\\.5)?|${Object.keys(WORDS).filter((word) => /[a-z]/.test(word)).join("|")})`;
const PATTERNS = [
  new RegExp(`\\b${NUMBER}\\s*\\+?\\s*(?:years?|yrs?)\\b['’]?(?:\\s+of)?(?:\\s+[\\w/&,-]+){0,6}?\\s+(?:experience|expertise)`, "gi"),
  new RegExp(`experience\\s*(?:of|:|for|over|spanning)?\\s*(?:over|more than|about)?\\s*${NUMBER}\\s*\\+?\\s*(?:years?|yrs?)`, "gi"),
  /(\d{1,2}|[一二两三四五六七八九十]{1,2})\s*年(?:以上|多|余)?(?:的)?[^。；，\n\d]{0,12}(?:经验|工作经历|从业)/g,
  /工作年限\s*[:：|]\s*(\d{1,2})\s*年/g,
];
const MAX_YEARS = 55;
const SAYS = new Set<SectionKind>(["header", "summary", "objective", "personal", "skills", "other"]);

/** The largest number claimed; null when nothing is. */
export function statedYears(sections: readonly Section[], original: string): Fact<number> | null {
  let best: Fact<number> | null = null;
  for (const line of sections.filter((section) => SAYS.has(section.kind)).flatMap((section) => section.lines)) {
    for (const claim of claimsOf(line, original)) if (!best || claim.value > best.value) best = claim;
  }
  return best;
}

function claimsOf(line: Line, original: string): Fact<number>[] {
  return PATTERNS.flatMap((pattern) => [...line.text.matchAll(pattern)]).flatMap((match) => {
    const raw = (match[1] ?? "").toLowerCase();
    const value = WORDS[raw] ?? Number(raw);
    const start = line.start + match.index;
    const end = start + match[0].length;
    return value > 0 && value <= MAX_YEARS && original.slice(start, end) !== "" ? [{ value, span: { start, end } }] : [];
  });
}
