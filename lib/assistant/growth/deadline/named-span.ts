/** @file A span of time from today: "in three months", "max 90 days", "within a fortnight", "半年内", "我有三个月". */
import { NUMBER, numberOf } from "../numbers";
import { after } from "./calendar";

const UNIT = "(days?|weeks?|fortnights?|months?|quarters?|years?)";
const LIMIT = "in|within|over|for|during|inside|under|less than|at most|max(?:imum|\\.)?|(?:no|not) (?:more|longer) than|up to|(?<!due )to|take|takes|have|had|got|give me|only|just|need|with|spend|left|next|coming";
const ABOUT = "(?: the)?(?: next| coming)?(?: about| around| roughly| at most)?";
const ANNOUNCED = new RegExp(String.raw`\b(?:${LIMIT})${ABOUT} (${NUMBER})[- ]${UNIT}\b`, "i");
const FOLLOWED = new RegExp(String.raw`\b(${NUMBER})[- ](day|week|fortnight|month|quarter|year)(?:s)? (?:plan|path|horizon|roadmap|timeline|window|from now|from today|at (?:the )?most|max(?:imum)?|tops|left|to go|only|or less|or sooner|is all|are all|(?:be |is |are )?enough|sufficient|to (?:get|become|learn|reach|make it))\b`, "i");
/** In a clause that says nothing else: "a couple of months", "那两周呢？", "两千元，三个月". */
const ALONE = new RegExp(String.raw`(?:^(?:(?:and|what about|how about|ok|make it|about|roughly|around)[, ]*)*|[,;] )(${NUMBER})[- ]${UNIT}(?=\W*$|[,;])`, "i");
const NEXT = /\b(?:in|within|over|during|for) the (?:next|coming) (week|month|quarter|year)\b|\bthis time next (week|month|year)\b/i;

const CHINESE_UNIT = "(天|日|周|星期|礼拜|月|季度|年)";
const CHINESE_SPAN = String.raw`(${NUMBER})\s*(?:个)?(半)?\s*${CHINESE_UNIT}(半)?\s*`;
const CHINESE_FOLLOWED = new RegExp(`${CHINESE_SPAN}(?:的?时间|之?内|以内|里|后|内)`, "i");
const CHINESE_LED = new RegExp(`(?:用|花|给我|给自己|在|未来|最多|至多|不超过|只有|接下来的?|今后|往后|还有|我有|剩下?|就|争取|打算|再过)${CHINESE_SPAN}`, "i");
const CHINESE_DONE = new RegExp(`${CHINESE_SPAN}(?:就|能|可以|把|搞定|学完|学会|学好|拿下|拿到|当上|做到|成为|转到|完成|左右|够|行不行|的计划)`, "i");
const CHINESE_ALONE = new RegExp(String.raw`(?:^(?:那么?|如果|要是|换成|改成|就)?|[，、；,])${CHINESE_SPAN}(?:呢|吧|行吗|可以吗)?(?=[\s\p{P}]*$|[，、；,])`, "iu");

/** @returns null when none is said */
export function namedSpan(question: string, today: string): string | null {
  const found = ANNOUNCED.exec(question) ?? FOLLOWED.exec(question) ?? ALONE.exec(question.trim());
  if (found) return after(found[1] ?? "", found[2] ?? "", today);
  const next = NEXT.exec(question);
  if (next) return after(1, next[1] ?? next[2] ?? "", today);
  const chinese = CHINESE_FOLLOWED.exec(question) ?? CHINESE_LED.exec(question) ?? CHINESE_DONE.exec(question) ?? CHINESE_ALONE.exec(question.trim());
  return chinese ? chineseSpan(chinese, today) : null;
}

/** "半年" is half of one, "一年半" and "一个半月" one and a half. */
function chineseSpan([, count = "", half, unit = "", halfAfter]: RegExpExecArray, today: string): string | null {
  const isHalf = (half ?? halfAfter) !== undefined;
  const n = numberOf(count);
  return n === null ? null : after(n + (isHalf ? 0.5 : 0), unit, today);
}
