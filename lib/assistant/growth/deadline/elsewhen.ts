/**
 * @file What a question says of other times than its last day is taken out before that day is looked for: the past ("for two
 * years I have been …"), a beginning ("from January on"), what comes again and again ("every spring", "8 hours a month").
 */
import { NUMBER } from "../numbers";
import { CHINESE_MONTH_NUMBER, MONTH } from "./calendar";

const SPAN = String.raw`${NUMBER}[- ](?:days?|weeks?|months?|quarters?|years?)`;
const TIME = String.raw`(?:${MONTH}|spring|summer|autumn|fall|winter|q[1-4]|week|month|quarter|year)`;
const WHEN = String.raw`(?:(?:early|mid|late|last|next|this|the|(?:start|beginning|end) of)[- ])*(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? )?(?:${TIME}(?: \d{1,2}\b(?!\d))?(?:,? 20\d{2})?|20\d{2}(?:-\d{2}-\d{2})?)\b`;
/** What has a last day although it stands in the past: "I was told to be ready by June", "I've been hoping to". */
const AHEAD = "(?:told|asked|given|set|to|hop\\w+|think\\w*|thought|plann\\w+|want\\w+|wonder\\w+|try\\w*|look\\w+|going|mean\\w*|dream\\w*|consider\\w*)";
const DID = String.raw`(?:(?:been|was|were|had) (?!${AHEAD}\b)|did|held|spent|took|started|began|joined|moved|worked|trained|came|passed|completed|finished|changed|left|got here|arrived|became|studied|learned|learnt)`;
const ENGLISH: readonly RegExp[] = [
  // A beginning.
  new RegExp(String.raw`\b(?:since|as of|as from|from|(?:start|begin)(?:ning|ing)?(?: (?:learning|studying|training|with (?:it|this|that)|it))?(?: in| on| from| after)?)\s+${WHEN}(?: on(?:wards?)?\b)?`, "gi"),
  new RegExp(String.raw`\b(?:start|begin)(?:ning|ing)?(?: (?:learning|studying|training|with (?:it|this|that)|it))? in ${SPAN}\b`, "gi"),
  new RegExp(String.raw`(?:\b(?:not|nothing|away|busy)|n't)(?: (?:start|begin|learn|do (?:it|anything)|have time|possible))? (?:before|until|till) ${WHEN}`, "gi"),
  // The past.
  new RegExp(String.raw`\bfor ${SPAN}(?: now| already)?,? (?:i|we)(?:'ve| have)\b`, "gi"),
  new RegExp(String.raw`(?<!\b(?:if|suppose|say) )\b(?:i|we|they|he|she)(?:'ve| have| had)?(?: only| just| already| last| once| now)* ${DID}\b.*?(?=\b(?:and|but|so|then)\b|[,.;!?]|$)`, "gi"),
  new RegExp(String.raw`\b(?:last|past|previous) ${TIME}\b(?! of)|\b(?:so far|earlier|already) this (?:year|month|quarter)\b`, "gi"),
  // Experience and age.
  new RegExp(String.raw`\b${SPAN}'? (?:of )?(?:\w+ )?(?:experience|ago|old|behind|under my belt|as an?|service)\b|\b(?:have|got|with) ${NUMBER} years? (?:in|at|on) (?!total|all)\w+`, "gi"),
  // Again and again.
  new RegExp(String.raw`\b(?:every|each|once an?|twice an?|times an?|per)\s+(?:single |other |second )?(?:${TIME}|day)\b`, "gi"),
  new RegExp(String.raw`\b${NUMBER}\s*(?:hours?|hrs?|h|minutes?|mins?|days?|evenings?|mornings?|afternoons?)\s+(?:[a-z]+ ){0,2}?(?:an?|over an?|in an?)\s+(?:day|week|month|quarter|year)\b`, "gi"),
];

const CHINESE_UNIT = "(?:天|日|周|星期|礼拜|月|季度|年)";
const CHINESE_SPAN = `${NUMBER}\\s*个?半?${CHINESE_UNIT}半?`;
const CHINESE_WHEN = String.raw`(?:(?:20\d{2}\s*年|今年|明年|去年|前年)?\s*${CHINESE_MONTH_NUMBER}\s*月(?:份|底|末|初|中旬)?(?:\d{1,2}[日号])?|20\d{2}\s*年|[今明去前]年|[下上]个?(?:月|季度|周)|(?:第?[一二三四]季度)|[春夏秋冬]天)`;
const CHINESE: readonly RegExp[] = [
  new RegExp(`(?:自从|自|从)${CHINESE_WHEN}(?:开始|起|以来|以后)?|${CHINESE_WHEN}(?:就)?(?:开始|起(?!码)|以来|入职|加入|进厂|进公司|调来|来的)`, "g"),
  new RegExp(`${CHINESE_SPAN}(?:以|之)?后(?:再|才)开始`, "g"),
  new RegExp(String.raw`(?:去年|前年|上个?(?:月|季度|周|星期))(?:\s*${CHINESE_MONTH_NUMBER}\s*月)?(?:底|末|初)?`, "g"),
  // "三个月前" is in the past, "三月前" is not.
  new RegExp(`(?<![上下\\d])(?!20\\d{2})${NUMBER}\\s*(?:个半?月|[年周天]|个?(?:星期|礼拜))(?:多)?(?:之?前|以前|以来)|(?:过去|最近|近)的?这?${CHINESE_SPAN}`, "g"),
  new RegExp(`了(?:有|将近|快)?${CHINESE_SPAN}|${NUMBER}年[^，。；？]{0,8}(?:经验|经历|工龄)|(?:入职|工作|从业|任职)(?:已经|才|快|刚)?有?了?${CHINESE_SPAN}(?:(?:以|之)?后)?`, "g"),
  new RegExp(`第${NUMBER}(?:个(?:月|星期)|年|周|天)|今年\\d+岁|每(?:隔|个)?(?:${NUMBER}个?)?${CHINESE_UNIT}|一个?${CHINESE_UNIT}(?=(?:就|只|最多|大概|大约|能|学|有)*${NUMBER}\\s*(?:次|个?小时|个?钟头|分钟|天|晚))`, "g"),
];

/** "from January to June": the end of it counts. */
const FROM_TO = new RegExp(String.raw`\b(?:from )?${WHEN} to (?=(?:the )?${WHEN})`, "gi");

/** @returns the question without what is said of other times */
export const withoutElsewhen = (question: string): string => [...ENGLISH, ...CHINESE].reduce((text, form) => text.replace(form, " "), question.replace(FROM_TO, "until "));
