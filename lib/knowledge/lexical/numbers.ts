/**
 * @file Numbers in words: "twelve" → 12 and 三个月 → 3月, so that a question in digits meets a text in words.
 */

/** "one" is left out: it is a pronoun far more often than a number. */
export const ENGLISH_NUMBERS: ReadonlyMap<string, string> = new Map(
  [
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
      .split(" ")
      .map((word, index) => [word, String(index + 2)] as const),
    "twenty thirty forty fifty sixty seventy eighty ninety hundred"
      .split(" ")
      .map((word, index) => [word, String(index * 10 + 20)] as const),
  ].flat(),
);

const DIGITS = new Map([..."〇零一二两三四五六七八九"].map((char, index) => [char, [0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9][index] ?? 0]));
const SCALES = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
  ["万", 10_000],
]);
/** Units of quantity → the form they are indexed in. */
const UNITS = new Map(Object.entries({ 天: "日", 日: "日", 月: "月", 年: "年", 周: "周", 星期: "周", 礼拜: "周", 小时: "小时", 周岁: "岁", 岁: "岁", 倍: "倍", 元: "元", 块: "元", 次: "次", 人: "人" }));
const QUANTITY = /(\d+(?:\.\d+)?|[〇零一二两三四五六七八九十百千万]+)\s*个?(周岁|星期|礼拜|小时|天|日|月|年|周|岁|倍|元|块|次|人)/gu;

/**
 * Value of a Chinese numeral up to 99,999,999.
 *
 * @example parseChineseNumber("十五") // 15
 */
export function parseChineseNumber(numeral: string): number {
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const char of numeral) {
    const scale = SCALES.get(char);
    if (scale === undefined) digit = digit * (section === 0 && digit > 0 ? 10 : 1) + (DIGITS.get(char) ?? 0);
    else if (scale === 10_000) {
      total += (section + digit) * scale;
      section = 0;
      digit = 0;
    } else {
      section += (digit || 1) * scale;
      digit = 0;
    }
  }
  return total + section + digit;
}

/** Quantities of a normalised text in one spelling: 三个月, 3个月 and 3月 all give "3月". */
export function chineseQuantities(text: string): string[] {
  const found: string[] = [];
  for (const [, numeral = "", unit = ""] of text.matchAll(QUANTITY)) {
    const value = /^\d/.test(numeral) ? Number(numeral) : parseChineseNumber(numeral);
    found.push(`${value}${UNITS.get(unit) ?? unit}`);
  }
  return found;
}
