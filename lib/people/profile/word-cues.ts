/**
 * @file What tells an organisation, a place and a degree from other short texts, English and Chinese. Cues, not a
 * gazetteer: a name that carries none is told by where it stands.
 */
import { isJobTitle } from "../job-words";

const ORGANISATION =
  /\b(?:company name|ltd|limited|inc|incorporated|gmbh|b\.?v|n\.?v|llc|llp|plc|corp|corporation|co|company|companies|group|holdings?|partners|associates|services|systems|solutions|technologies|industries|enterprises|international|consulting|hospital|clinic|medical cent(?:er|re)|health(?:care)?|infirmary|university|college|school|academy|institute|museum|library|bank|insurance|agency|department of|ministry|council|authority|foundation|association|society|church|army|navy|air force|hotel|restaurant|store|studio|labs?|laborator(?:y|ies)|works|factory|foundry|plant|yard|s\.?a|s\.?p\.?a|a\.?g|oy|ab|sarl|kg|stichting|ingenieurb.ro|self[- ]employed|freelance|own business)\b\.?/i;
const CHINESE_ORGANISATION = /(?:公司|集团|厂|院|研究所|事务所|设计所|中心|银行|医院|学校|大学|学院|协会|基金会|工作室|科技|股份|有限|商行|酒店|商城|超市|饭店|政府|委员会|管理局|分局|支行|分行|物流|生物|电子|药业|制造|实业|部队|总局|分公司|事业部|园区)(?:[(（][^()（）]{1,14}[)）])?$/;
/** Where an organisation's name may end inside a run of characters; the second list only before a title. */
const CHINESE_ENDS = /有限责任公司|有限公司|股份公司|分公司|公司|集团|研究院|设计院|研究所|事务所|医院|大学|学院|学校|银行|支行|分行|工厂|总厂|分厂|厂|中心|协会|工作室|酒店|超市|代理/g;
const CHINESE_WEAK_ENDS = /[院所局店站社馆队校仓会行部]/g;
const WHOLE_TITLE = /^(?:实习生|经理|主管|总监|专员|助理|顾问|会计|出纳|教师|讲师|医生|护士|主任|班长|组长|店长|厂长)$/;
const PLACE = /^(?:\p{Lu}[\p{L}.'’-]*\s?){1,3},\s*(?:[A-Z]{2}(?:\s+\d{5})?|(?:the\s+)?\p{Lu}[\p{L}.' ]{2,30})(?:,\s*\p{Lu}[\p{L}. ]{1,30})?$/u;
const PLACEHOLDER_PLACE = /^city\s*,?\s*(?:state)?$|^state$|^city\s*,\s*state/i;
const CHINESE_PLACE = /^(?:中国)?(?:北京|上海|天津|重庆|广州|深圳|杭州|南京|苏州|成都|武汉|西安|长沙|郑州|青岛|厦门|宁波|无锡|合肥|济南|福州|大连|沈阳|昆明|佛山|东莞|珠海|常州|香港|澳门|台北|江苏|浙江|广东|四川|湖北|湖南|山东|河北|河南|安徽|福建|江西)(?:省|市)?(?:\p{Script=Han}{1,4}[市区县]|\p{Script=Han}{2})?(?:[(（][^()（）]{1,8}[)）])?$/u;
const DEGREE =
  /\b(?:ph\.?\s?d|doctor(?:ate)?(?: of)?|d\.?phil|m\.?b\.?a|m\.?ed|m\.?f\.?a|m\.?p\.?a|m\.?s\.?w|m\.?sc|m\.?eng|m\.?phil|m\.?a|m\.?s|masters?(?:'s|’s)?|b\.?sc|b\.?eng|b\.?ed|b\.?tech|b\.?com|b\.?b\.?a|b\.?mus|b\.?f\.?a|b\.?a|b\.?s|bachelors?(?:'s|’s)?|a\.?a\.?s|a\.?s|a\.?a|associates?(?:'s|’s)? (?:of|in|degree|science|arts)|associates?(?:'s|’s)?(?= ?[:,])|diploma|dipl\.?-ing|d\.?i\.?|j\.?d|juris doctor|ged|g\.?e\.?d|g\.?c\.?s\.?e|a[- ]levels?|hnd|hnc|nvq|btec|mbo|hbo|vmbo|pgce|pgde|foundation degree|graduate degree|high school|secondary school|abitur|apprenticeship|certificate|coursework|degree|minor|major|technician|licen[cs]iada?)\b/i;
const CHINESE_DEGREE = /博士后?|硕士|研究生|本科|学士|大专|专科|中专|高中|职高|技校|高职|MBA|EMBA|双学位|函授/;
const SCHOOL = /\b(?:university|univ|college|school|academy|institute|polytechnic|seminary|conservatoire|conservatory|hogeschool|universit.|hochschule|technikerschule|berufsschule|gymnasium|lyc.e|campus|guilds)\b\.?|学院|大学|学校|中学|技校|党校|研究院/i;

export type Cue = "title" | "organisation" | "place" | null;

/** What a short text by itself says it is. */
export function cueOf(text: string): Cue {
  const bare = text.trim();
  if (isPlace(bare)) return "place";
  if (/^company name\b/i.test(bare)) return "organisation";
  const org = ORGANISATION.test(bare) || CHINESE_ORGANISATION.test(bare);
  const title = isJobTitle(bare);
  // "Keersluis Contractors": people in the plural, with a name before them, are a firm.
  if (title && !org && /^\p{Lu}.*\s\p{Lu}\p{L}+(?:ors|ers|ists|ants|ians)$/u.test(bare) && !/[,/&]\s*\S+$/.test(bare)) return "organisation";
  // "Restaurant manager" names both; what stands last in a name decides: "Health Partners" against "Bank teller".
  if (title && org) return titleEnds(bare) ? "title" : "organisation";
  // "急诊科护师, 苏州某三级医院": a title before a comma.
  const [first = "", ...more] = bare.split(/[,，]\s*/);
  if (!title && more.length > 0 && isJobTitle(first) && !isOrganisation(first)) return "title";
  return title ? "title" : org ? "organisation" : null;
}

function titleEnds(text: string): boolean {
  const [firstPiece = text, ...more] = text.split(/[,，]\s*/);
  if (CHINESE_ORGANISATION.test(text)) return more.length > 0 && isJobTitle(firstPiece) && !CHINESE_ORGANISATION.test(firstPiece);
  const words = (text.split(/\s*(?:,|\bof\b|\bfor\b|\bin\b|\(|\/|&)\s*/i)[0] ?? text).split(/\s+/);
  const last = words.at(-1) ?? "";
  return isJobTitle(last) || (/^(?:[ivx]+|\d)$/i.test(last) && isJobTitle(words.at(-2) ?? ""));
}

export function isPlace(text: string): boolean {
  return PLACEHOLDER_PLACE.test(text) || (PLACE.test(text) && !ORGANISATION.test(text) && !isJobTitle(text)) || CHINESE_PLACE.test(text);
}

export function isOrganisation(text: string): boolean {
  return ORGANISATION.test(text) || CHINESE_ORGANISATION.test(text);
}

/** "苏州澜港自动化有限公司调试主管" → where the organisation ends; null when it is not one run of both. */
export function chineseOrganisationEnd(text: string): number | null {
  const ends = (pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match.index + match[0].length).filter((end) => end >= 4 && end <= text.length - 2);
  const strong = ends(CHINESE_ENDS).at(-1);
  if (CHINESE_ORGANISATION.test(text)) return null;
  const weak = ends(CHINESE_WEAK_ENDS).filter((end) => isJobTitle(text.slice(end)));
  if (strong === undefined) return weak.at(-1) ?? null;
  if (/^(?:有限|股份|集团|分公司|总公司|[(（])/.test(text.slice(strong))) return weak.at(-1) ?? null;
  // 某研究院智能装备所|实习生: a further part of the name, when what follows is nothing but a title's own word.
  return weak.find((end) => end > strong && WHOLE_TITLE.test(text.slice(end))) ?? strong;
}

export function namesDegree(text: string): boolean {
  return DEGREE.test(text) || CHINESE_DEGREE.test(text);
}

export function namesSchool(text: string): boolean {
  return SCHOOL.test(text);
}

/** "1967年3月出生": a date of birth in running text, no post. */
export function isBirth(text: string): boolean {
  return /\d\s*[年月日]\s*(?:出生|生(?!产|活|效|命|态|物))/.test(text);
}

/** No work: time between jobs that the résumé names itself. */
export function isBreak(text: string): boolean {
  return /\b(?:career break|parental leave|maternity|paternity|sabbatical|gap year|family leave|looked after|caring for|unemployed|house ?wife|house ?husband|home ?maker|stay[- ]at[- ]home (?:mum|mom|mother|dad|father|parent)|raising (?:a|my|our) (?:child|children|family|son|daughter)|full[- ]time (?:mum|mom|mother|dad|father))\b|空窗|待业|育儿|产假|休养|全职(?:妈妈|爸爸|太太|主妇|带娃|宝妈|奶爸)|家庭主[妇夫]|在家带(?:孩子|娃)|间隔年/i.test(text);
}
