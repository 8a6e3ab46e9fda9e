/** @file Languages of teaching. A language that somebody wants to learn, uses at work or does not understand is none. */
import type { PlanConstraints } from "../../contracts/growth";

const LANGUAGES: readonly (readonly ["en" | "zh" | "nl" | "de", string, string])[] = [
  ["en", "english", "英语|英文"],
  ["zh", "(?:mandarin )?chinese|mandarin", "中文|汉语|普通话"],
  ["nl", "dutch", "荷兰语"],
  ["de", "german", "德语|德文"],
];
const ANY = "(?:english|chinese|mandarin|dutch|german)";
const ANY_CHINESE = "(?:英语|英文|中文|汉语|普通话|荷兰语|德语|德文)";
const NOT_TAUGHT = [
  // Refused, or not understood.
  new RegExp(String.raw`\b(?:nothing|not?|never|except)(?: (?:\w+ )?in)? ${ANY}\b|\b(?:don't|do not|can't|cannot) (?:speak|understand|read|know) ${ANY}\b`, "gi"),
  new RegExp(`(?:不懂|不会|看不懂|听不懂|不要|不想要|不用)(?:说|看|用)?${ANY_CHINESE}的?`, "g"),
  // Used at work, or to be learned.
  new RegExp(String.raw`\b(?:better|fluent|fluently|good|confident|write|writing|talk|present|presenting|presentations?|negotiat\w+|communicat\w+|emails?|letters?|reports?|speak (?:freely|up|well)) (?:\w+ ){0,3}?in ${ANY}\b|\bin ${ANY} (?:with|to) (?:\w+ )?(?:customers?|clients?|suppliers?|colleagues?)\b`, "gi"),
  new RegExp(`用${ANY_CHINESE}(?:跟|和客|和同|和供|与|写|交流|沟通|谈|开会|汇报|演讲)`, "g"),
];
/** "中英文都可以" names both. */
const bothNamed = (text: string): string => text.replace(/中英文|中英双语|英中文/g, "中文或英文");

/** @returns empty when no language of teaching is said */
export function parseLanguages(text: string): PlanConstraints["languages"] {
  const question = NOT_TAUGHT.reduce((rest, form) => rest.replace(form, " "), bothNamed(text));
  return LANGUAGES.filter(([, english, chinese]) => {
    const taught = new RegExp(String.raw`\b(?:in|taught in|held in|speak|understand)(?: only| either)? (?:${ANY}(?:,| or| and|/) ?)*(?:${english})\b(?! (?:speaking|b[12]|level|exam))|\b(?:${english})(?:[- ](?:language|taught|speaking))?[ -](?:only|courses?|classes|training|material)\b|\bonly (?:${english})\b|\blanguages?: (?:${ANY}(?:,| or| and) )*(?:${english})\b|\b(?:${english})(?: or ${ANY})*(?: is| are| would be)? (?:fine|ok(?:ay)?|preferred)\b`, "i");
    const list = `(?:${ANY_CHINESE}(?:或者?|和|、))*(?:${chinese})(?:(?:或者?|和|、)${ANY_CHINESE})*`;
    const zh = new RegExp(`(?:用|以)(?:[^，。]{0,6}(?:或者?|和|、))?(?:${chinese})(?:授课|上课|学|讲|教)?|(?:${chinese})(?:授课|的课程?|讲授|教学|上课)|(?:只|仅)(?:能|想|看得?|听得?)?(?:懂|会|用|要|上|看|选|学)?(?:说|讲)?(?:${chinese})(?!水平)|(?:${chinese})(?:的)?(?:课|材料|资料|教材|版)|(?:最好是?|要|全|语言[：:])${list}(?:的|$|[，。])|${list}的?(?:都行|都可以|就行|就可以|就好|也行|优先)|^${list}的$`);
    return taught.test(question) || zh.test(question);
  }).map(([language]) => language);
}
