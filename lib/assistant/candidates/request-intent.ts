/**
 * @file Is a question a search for people? Rules in both languages: strict ones that hold for anyone (and lead to a
 * refusal without the capability), and wide ones that only a recruiter's question is read with.
 */
import type { Language } from "../../core/types";

const ROLE =
  "(?:engineers?|developers?|programmers?|architects?|analysts?|accountants?|auditors?|designers?|managers?|directors?|consultants?|nurses?|teachers?|technicians?|mechanics?|electricians?|welders?|operators?|administrators?|assistants?|specialists?|coordinators?|recruiters?|chefs?|cooks?|lawyers?|scientists?|researchers?|writers?|sales(?:people|person|man|woman| reps?| representatives?)?|representatives?|officers?|supervisors?|buyers?|planners?|drivers?|clerks?|trainers?|bankers?|controllers?|machinists?|marketers?|translators?|buchhalter)";
const PEOPLE = `(?:candidates?|applicants?|someone|somebody|anyone|anybody|people|persons?|profiles?|r[eé]sum[eé]s?|cvs?|${ROLE})`;

const STRICT: readonly RegExp[] = [
  new RegExp(`^(?:(?:please|can you|could you|pls|hi|hey|help me|i (?:want|need|would like|'d like) (?:you )?to)[ ,]*)*(?:find|search|source|shortlist|show|list|recommend|suggest|get|give|rank|compare|look(?:ing)? for|i(?:'m| am) looking for|we(?:'re| are) looking for|(?:i|we) need|we want)(?: me| us| for| up| all| the| any| some| an?| our| best| top| good| \\d+| most \\w+| senior| junior| experienced)* (?:[\\w+#./-]+ ){0,4}${PEOPLE}\\b`, "i"),
  /\b(?:candidates?|applicants?|r[eé]sum[eé]s?|cvs?)\b[^?]{0,30}\b(?:with|who|having|fluent|experienced|skilled|for the)\b/i,
  /\bwho(?:'s| is| are)? (?:(?:of|among|in) (?:the|our) (?:candidates?|applicants?|pool) )?(?:has|have|knows?|speaks?|worked (?:as|in|with)|fluent|certified|experienced|skilled|qualified)\b[^?]{0,60}\b(?:experience|years?|skills?|degree|certif\w+|licen[cs]e|english|mandarin|chinese|german|french|spanish|dutch|python|java|sql|excel|sap|background|in|with)\b(?!.*\b(?:access|approve|authority|permission|right to|keys?)\b)/i,
  /\b(?:best|strongest|most suitable|right) (?:candidate|applicant|fit|match|person) for\b/i,
  /\b(?:which|what) (?:candidates?|applicants?)\b/i,
  /\bhow many (?:candidates?|applicants?|r[eé]sum[eé]s?|cvs?)\b|\b(?:are there|do we have|have we got)\b[^?]{0,20}\b(?:candidates?|applicants?|r[eé]sum[eé]s?|cvs?)\b/i,
  /\b(?:show|open|read|see|give me|find)\b[^?]{0,30}\b(?:r[eé]sum[eé]|cv)\b(?! template| format| polic| guid| layout)/i,
  /(?:找|搜索|搜|查找|寻找|筛选|推荐|列出|物色|需要)(?!谁|哪)(?:一下|一个|一名|一位|几个|几名|几位|出|些|个|名|位|有|会|懂|具有|具备)*.{0,24}(?:的人|候选人|人选|应聘者|简历|人才|工程师|开发|程序员|会计|经理|主管|专员|设计师|分析师|技术员|技师|顾问|销售|护士|教师|律师|翻译|助理|总监|者)/,
  /(?:谁|哪些人|哪位|哪个候选人|哪些候选人|候选人中).{0,4}(?:会(?!议|批|审|通知|收到|得到)|懂|精通|熟悉|做过|有.{0,12}(?:经验|证书|背景|年)|持有|能说|会说|具备)/,
  /(?:候选人|应聘者|简历).{0,10}(?:中|里|有没有|有多少|几个|推荐|排名)|有(?:没有|多少|几个).{0,16}(?:候选人|应聘者|简历|经验的人)/,
];

/** Only read for those who may search: a bare description of a person. */
const WIDE: readonly RegExp[] = [
  /^(?:please )?(?:an(?:y|other) )?(?:someone|somebody|anyone|anybody|person|people|hands?)\b[^?]*\b(?:who|with|that|able|from|for)\b/i,
  new RegExp(`^(?:an? |the |senior |junior |experienced |bilingual |certified |lead |principal |\\p{L}+ ){0,4}${ROLE}\\b[^?]{0,40}\\b(?:with|who|having|experienced in|experience|fluent|skilled in|speaking|based in|in|\\d+\\+? years?)\\b(?!.*\\?)`, "iu"),
  new RegExp(`\\b\\d+\\+? ?(?:years?|yrs?)(?: of)? (?:experience|exp)\\b|\\b(?:experience|skills?|background) (?:in|with)\\b.*\\b${ROLE}\\b`, "i"),
  /^.{0,30}(?:工程师|开发|会计|经理|专员|设计师|分析师|技术员|销售|主管)[，,、 ].{0,30}(?:经验|年|英语|证书|熟悉|精通|会)/,
];

/** What asks about rules, not people. */
const ABOUT_RULES =
  /^(?:(?:so|and|hi|hello|hey|ok)[ ,]+)*(?:how(?! many (?:candidates?|applicants?|r[eé]sum[eé]s?|cvs?))|what(?! (?:candidates?|applicants?))|when|where|why|can (?!you (?:find|show|list|recommend|suggest|search))|could (?!you (?:find|show|list|recommend|suggest|search))|may|must|should|is (?!there)|do (?!we have)|does|will|am)\b|\b(?:polic(?:y|ies)|procedure|process for|rules? (?:for|on|about)|allowed|bonus|guideline|retention)\b|流程|规定|制度|政策|怎么|如何|多久|能不能|可以.*吗|奖金|保存|保留/i;

export type CandidateIntent = "strict" | "wide" | null;

/** What the assistant itself writes when it offers the other reading; it must be read as meant. */
const SAID_PEOPLE = /^(?:find candidates|找候选人)\s*[:：]/i;
const SAID_POLICIES = /^what do the policies say about\b|^制度里怎么规定[:：]/i;

/** A request that is certain to be read as one for people. */
export function peopleRequest(wanted: string, language: Language): string {
  return language === "zh" ? `找候选人：${wanted}` : `Find candidates: ${wanted}`;
}

/** A question that is certain to be read as one about policies. */
export function policyRequest(subject: string, language: Language): string {
  const bare = subject.replace(/[?？。.!！\s]+$/u, "");
  return language === "zh" ? `制度里怎么规定：${bare}？` : `What do the policies say about ${bare}?`;
}

export function isSaidPolicies(question: string): boolean {
  return SAID_POLICIES.test(question.trim());
}

/** True for the form of a question about rules: "how long …", "what is the policy …". */
export function isAboutRules(question: string): boolean {
  return ABOUT_RULES.test(question.trim());
}

/** @param question as understood */
export function candidateIntent(question: string): CandidateIntent {
  const text = question.trim();
  if (SAID_PEOPLE.test(text)) return "strict";
  if (ABOUT_RULES.test(text)) return null;
  if (STRICT.some((rule) => rule.test(text))) return "strict";
  if (/[?？]|\b(?:i|we|my|our|you|your)\b|我|你/i.test(text)) return null;
  return WIDE.some((rule) => rule.test(text)) ? "wide" : null;
}
