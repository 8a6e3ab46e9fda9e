/** @file Numbers as people write them: "4", "2.5", "four", "half", "四", "十二", "两"; and amounts of time in one number each. */
const ENGLISH: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, fifteen: 15, eighteen: 18, twenty: 20, "twenty-four": 24, thirty: 30, forty: 40, "forty-five": 45, fifty: 50, sixty: 60, ninety: 90, hundred: 100, thousand: 1000, half: 0.5, couple: 2 };
const CHINESE: Readonly<Record<string, number>> = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 俩: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 半: 0.5 };

/** Source of an expression that matches one number, without a group. */
export const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+(?:[.]\d+)?|twenty-four|eleven|twelve|fifteen|eighteen|twenty|thirty|forty[- ]five|forty|fifty|sixty|ninety|three|four|five|six|seven|eight|nine|ten|one|two|half an?|half|(?:a )?couple of|an?|[一二两三四五六七八九十百千零半]+)`;

/** @returns null for what is no number */
export function numberOf(text: string): number | null {
  const word = text.trim().toLowerCase().replace("forty five", "forty-five").replace(/^half an?$/, "half").replace(/^(?:a )?couple of$/, "couple");
  if (/^\d/.test(word)) return Number(word.replaceAll(",", ""));
  return ENGLISH[word] ?? chineseNumber(word);
}

const UNIT = String.raw`(?:working )?(?:minutes?|mins?|hours?|hrs?|h|days?|weeks?|months?|years?)\b|个|小时|分钟|钟头|天|日|周|星期|礼拜|月|年`;
const RANGE = new RegExp(String.raw`(?:\b(?:between|from) )?(?<![\d.,-])(?!(?:twenty|forty)[- ](?:four|five))(${NUMBER})\s*(?:-|–|~|～|\bto\b|\bor\b|\band\b|到|至|或)\s*(?:${NUMBER})(?=[- ]?(?:${UNIT}))`, "gi");
const AND_A_HALF = new RegExp(String.raw`\b(${NUMBER}) and a half (minutes?|hours?|days?|weeks?|months?|years?)\b|\b(?:an?|one) (hour|day|week|month|year) and a half\b`, "gi");

/**
 * The question with its amounts of time as one number each: "two and a half months", "2,5 hours", "3 to 6 months", "两三个小时".
 * Of a range the lower end is kept: what keeps to that keeps to the other as well.
 */
export function plainAmounts(question: string): string {
  return question
    .replace(/(?<![\d,])(\d{1,2}),(\d{1,2})(?=\s*(?:hours?|hrs?|h\b|days?|weeks?|months?|years?))/gi, "$1.$2")
    .replace(AND_A_HALF, (_, count: string | undefined, unit: string | undefined, one: string | undefined) => (one ? `1.5 ${one}s` : `${(numberOf(count ?? "") ?? 0) + 0.5} ${unit ?? ""}`))
    .replace(/\b(an?|one) (hour|day|week|month|year) or (?:two|so)\b/gi, "$1 $2")
    .replace(RANGE, "$1")
    .replace(/(?<!(?:周|星期|礼拜)(?=[一二三四五六]))([一二两三四五六七八])[二两三四五六七八九](?=个|小时|天|周|年)/g, "$1");
}

/** Up to 9999: 十二 12, 二十 20, 三千五百 3500. */
function chineseNumber(text: string): number | null {
  let [total, digit] = [0, 0];
  for (const letter of text) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[letter];
    const value = CHINESE[letter];
    if (unit !== undefined) {
      total += (digit === 0 ? 1 : digit) * unit;
      digit = 0;
    } else if (value === undefined) return null;
    else digit = value;
  }
  // "两千五" is 2500, "两百五" 250: a last digit without its unit counts the next smaller one. After 零 and 十 it counts ones.
  const unit = /[百千][一二两三四五六七八九]$/.test(text) ? ({ 百: 10, 千: 100 }[text.at(-2) ?? ""] ?? 1) : 1;
  return text === "" ? null : total + digit * unit;
}
