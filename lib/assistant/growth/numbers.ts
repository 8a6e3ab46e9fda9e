/** @file Numbers as people write them: "4", "2.5", "four", "half", "四", "十二", "两". */
const ENGLISH: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, fifteen: 15, eighteen: 18, twenty: 20, "twenty-four": 24, thirty: 30, forty: 40, hundred: 100, thousand: 1000, half: 0.5, couple: 2 };
const CHINESE: Readonly<Record<string, number>> = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 俩: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 半: 0.5 };

/** Source of an expression that matches one number, without a group. */
export const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+(?:[.]\d+)?|twenty-four|eleven|twelve|fifteen|eighteen|twenty|thirty|forty|three|four|five|six|seven|eight|nine|ten|one|two|half an?|half|a couple of|an?|[一二两三四五六七八九十百千零半]+)`;

/** @returns null for what is no number */
export function numberOf(text: string): number | null {
  const word = text.trim().toLowerCase().replace(/^half an?$/, "half").replace(/^a couple of$/, "couple");
  if (/^\d/.test(word)) return Number(word.replaceAll(",", ""));
  return ENGLISH[word] ?? chineseNumber(word);
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
  return text === "" ? null : total + digit;
}
