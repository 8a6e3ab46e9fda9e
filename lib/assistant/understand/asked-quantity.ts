/**
 * @file Asked quantity: which unit a question wants an amount in (days, money, years of age …), and whether a text has an
 * amount in that unit. Finer than the question type: a passage with a fine in it does not answer "how many days". Rules.
 */

export interface AskedQuantity {
  readonly unit: "money" | "day" | "month" | "year" | "time" | "clock" | "age" | "share" | "count" | "times" | "credit";
}

/** First match wins. */
const ASKED: readonly (readonly [AskedQuantity["unit"], RegExp])[] = [
  ["share", /\bwhat (?:percent|percentage|share|proportion)\b|\bpercentage\b|\bhow many percent\b|百分之几|几个点|比例|几成|打几折|费率/],
  ["age", /\bhow old\b|\b(?:what|minimum|maximum) age\b|多少岁|几岁|多大年[纪龄]|什么年龄/],
  ["clock", /\b(?:what|which) time\b|\bopening hours\b|几点/],
  ["money", /多少钱|多少元|几块|几毛|多少万|几倍|多少倍|工资多少|津贴多少|补贴多少|给多少|赔多少|罚多少|报多少|抵多少|能领多少|月薪|年薪|底薪|\bhow much (?:is|are|will|does|do|can|would|money|may)\b.*\b(?:pay|paid|cost|money|claim|spend|reimburs\w*|get|receive|bonus|allowance|fee|price|salary|contribut\w*)\b|\bwhat(?:'s| is) the (?:\w+ ){0,2}(?:salary|price|fee|rate|allowance|per diem|cost|fine|budget)\b|\bup to (?:what|which) (?:price|value|amount)\b/],
  ["month", /几个月|多少个?月|\bhow many months\b/],
  ["day", /几天|多少天|多少日|\bhow many (?:\w+ ){0,3}days?\b/],
  ["year", /几年|多少年|\bhow many (?:\w+ ){0,2}years?\b/],
  ["times", /几次|多久一次|\bhow (?:often|many times|frequently|regularly)\b/],
  ["credit", /多少学分|多少课时|几个学分/],
  ["time", /多久|多长时间|多长|最长|期限|时效|几个小时|几小时|几分钟|几周|\bhow (?:long|soon|far (?:in advance|ahead))\b|\bhow many (?:\w+ ){0,3}(?:weeks?|hours?|minutes?)\b|\bnotice period\b|\bdeadline\b/],
  ["count", /几个|几名|几人|多少个?人|多少名|多少种|多少分|几种|几份|\bhow many\b/],
];

const CHINESE_NUMBER = "[\\d〇零一二两三四五六七八九十百千万半]+(?:\\.\\d+)?";
const ENGLISH_NUMBER = "(?:\\d[\\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|half|one|an?)";
const PERIOD = `${CHINESE_NUMBER}\\s*个?(?:工作日|小时|星期|分钟|日|天|月|年|周)|${ENGLISH_NUMBER}[\\s)(\\d-]{0,8}(?:(?:calendar|working|business|full|consecutive|paid|unpaid|additional|extra|more)\\s)*(?:days?|weeks?|months?|years?|hours?|hrs?|minutes?|quarters?)\\b`;
const HELD: Readonly<Record<AskedQuantity["unit"], RegExp>> = {
  share: new RegExp(`\\d\\s?%|percent|per cent|百分之|[二三四五]分之|${CHINESE_NUMBER}成|比例`, "i"),
  age: /(?:\d|[一二三四五六七八九十])\s*周?岁|\byears? (?:of age|old)\b|\bage[ds]? (?:of )?\d/i,
  clock: /\d{1,2}[:：]\d{2}|\b\d{1,2}\s?(?:am|pm)\b|[\d一二三四五六七八九十]+点|\bnoon\b|\bmidnight\b/i,
  money: new RegExp(`[$€£¥￥]\\s?\\d|\\b(?:eur|usd|gbp|rmb|cny)\\s?\\d|\\d[\\d.,]*\\s?(?:eur|usd|gbp|dollars?|euros?|pounds?|cents?|%|percent)|${CHINESE_NUMBER}\\s*(?:元|块|倍|%)|百分之|全额|免费|\\bfree\\b|full pay|no (?:cost|charge)`, "i"),
  month: new RegExp(`${CHINESE_NUMBER}\\s*个?月|${ENGLISH_NUMBER}[\\s-]months?`, "i"),
  day: new RegExp(`${CHINESE_NUMBER}\\s*个?(?:工作日|日|天)|${ENGLISH_NUMBER}[\\s)(\\d-]{0,8}(?:\\w+\\s){0,2}(?:days?|weeks?)\\b`, "i"),
  year: new RegExp(`${CHINESE_NUMBER}\\s*年|${ENGLISH_NUMBER}[\\s-](?:\\w+\\s)?years?`, "i"),
  times: new RegExp(`${CHINESE_NUMBER}\\s*次|每[年月周日天季半]|定期|${PERIOD}|\\b(?:daily|weekly|monthly|quarterly|annual|annually|yearly|every|once|twice|each)\\b`, "i"),
  credit: /学分|课时|学时/,
  time: new RegExp(`${PERIOD}|当日|当天|立即|及时|之日起|终身|\\b(?:immediately|at once|until|by the end|within|indefinite\\w*|permanent\\w*)\\b`, "i"),
  count: new RegExp(`${CHINESE_NUMBER}\\s*(?:个|名|人|种|份|项|台|套|双)|${CHINESE_NUMBER}以上|\\d|\\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|one|each|no limit|unlimited)\\b`, "i"),
};

/** @returns null when the question asks for no amount */
export function askedQuantity(question: string): AskedQuantity | null {
  const text = question.toLowerCase().replace(/[’‘]/g, "'");
  const unit = ASKED.find(([, rule]) => rule.test(text))?.[0];
  return unit ? { unit } : null;
}

/** Does the text have an amount in the unit asked for? Numbers of articles and paragraphs do not count. */
export function holdsQuantity(text: string, { unit }: AskedQuantity): boolean {
  return HELD[unit].test(text.replace(/第[\d〇零一二三四五六七八九十百千]+[条款项章节]/g, ""));
}
