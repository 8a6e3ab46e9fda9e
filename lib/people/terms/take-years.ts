/**
 * @file Years asked for: "5+ years", "a 2-year", "five (5) years", "at least a decade", "3–5 years", "五年以上经验", "不超过三年" → bounds in years.
 */
import { parseChineseNumber } from "../../knowledge/lexical/numbers";

export interface YearsAsked {
  readonly label: string;
  readonly min: number | null;
  readonly max: number | null;
}

const WORDS: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12, fifteen: 15, twenty: 20, thirty: 30 };
const NUMBER = `(?:\\d+(?:\\.\\d+)?|${Object.keys(WORDS).join("|")})`;
const HAN_NUMBER = "(?:\\d+|[一二两三四五六七八九十]+)";
const ENGLISH = new RegExp(
  `(?:(at most|no more than|not more than|up to|max(?:imum)?(?: of)?|less than|fewer than|under)\\s+|(?:at least|minimum(?: of)?|more than|over)\\s+)?` +
    `(?:(?<![\\w.])(${NUMBER})\\s*(?:-|–|to)\\s*(${NUMBER})|(?<![\\w.])(${NUMBER}))(?:\\s*\\(\\d+\\))?\\s*[+-]?\\s*(?:plus )?(?:or more )?(?:years?|yrs?)(?: (?:or more|plus|or less))?(?:'|’)?(?: of)?(?: (?:work(?:ing)? |relevant |professional |industry )?experience)?` +
    `|(?:at least |over |more than )?(a|two) decades?(?: of)?(?: experience)?`,
  "gi",
);
const CHINESE = new RegExp(`(不超过|最多|少于|不到)?(${HAN_NUMBER})\\s*(?:[-–—~到至]\\s*(${HAN_NUMBER})\\s*)?年(以内|以下)?(?:以上)?(?:的)?(?:工作)?(?:经验|经历)?(?:以上)?`, "g");
const MAX_YEARS = 50;

/** @returns what is asked, and the clause without it */
export function takeYears(clause: string): { years: YearsAsked[]; rest: string } {
  const years: YearsAsked[] = [];
  const take = (whole: string, low: number, bounds: { high?: number; isMost?: boolean }): string => {
    const values = [low, bounds.high ?? low];
    if (values.some((value) => !Number.isFinite(value) || value <= 0 || value > MAX_YEARS)) return whole;
    years.push({ label: whole.trim(), min: bounds.isMost ? null : low, max: bounds.isMost ? low : null });
    return " , ";
  };
  const rest = clause
    .replace(ENGLISH, (whole: string, most: string | undefined, low: string | undefined, high: string | undefined, one: string | undefined, decades: string | undefined) =>
      decades ? take(whole, /two/i.test(decades) ? 20 : 10, {}) : take(whole, toNumber(low ?? one ?? ""), { ...(high ? { high: toNumber(high) } : {}), isMost: most !== undefined }),
    )
    .replace(CHINESE, (whole: string, most: string | undefined, low: string, high: string | undefined, within: string | undefined) =>
      take(whole, toChineseNumber(low), { ...(high ? { high: toChineseNumber(high) } : {}), isMost: most !== undefined || within !== undefined }),
    );
  return { years, rest };
}

function toNumber(text: string): number {
  return WORDS[text.toLowerCase()] ?? Number(text);
}

function toChineseNumber(text: string): number {
  return /^\d/.test(text) ? Number(text) : parseChineseNumber(text);
}
