/**
 * @file Is a question about what people said in surveys and leaving interviews: what they complain about, how it sounds, by group. How
 * to complain, when a survey is and whether it is anonymous are for the documents; one person's mood is nobody's business.
 */
import { withoutCourtesy } from "./courtesy";

const EN = {
  people: String.raw`(?:people|employees|staff|colleagues|workers|everyone|everybody|leavers?|teams?|departments?|engineers?|technicians?|they|those who left|folks)`,
  says: String.raw`(?:complain(?:s|ed|ing)?|say(?:s|ing)?|said|tell(?:ing)?|told|mention(?:s|ed|ing)?|writ(?:e|es|ing)|wrote|comment(?:s|ed|ing)?|criticis(?:e|es|ed|ing)|criticiz(?:e|es|ed|ing)|raise|raised|bring up|brought up|think|feel|feeling|praise|like|dislike|want|wish|unhappy|dissatisfied|frustrated|annoyed|happy|satisfied)`,
  source: String.raw`(?:(?:employee |staff |pulse |engagement |exit |satisfaction |annual |latest |last )*surveys?(?: comments?| answers?| results?)?|exit (?:interviews?|comments?|conversations?|surveys?)|leaving interviews?|(?:survey|exit|employee|staff|free-?text|open) (?:comments?|feedback|answers?|remarks?)|comments?|feedback)`,
  mood: String.raw`(?:mood|morale|sentiment|atmosphere|tone)`,
  theme: String.raw`(?:themes?|topics?|issues?|complaints?|concerns?|grievances?|pain points?|problems?|subjects?)`,
} as const;
const NEAR = String.raw`[^.?!]{0,60}?`;
const { people, says, source, mood, theme } = EN;

const ASKED_IN_ENGLISH: readonly RegExp[] = [
  String.raw`\bwhat\b${NEAR}\b${people}\b${NEAR}\b(?:complain\w*|criticis\w*|criticiz\w*|unhappy|dissatisfied|frustrated|annoyed|praise)\b`,
  String.raw`\bwhat (?:is|are|was|were) ${NEAR}\b${people}\b${NEAR}\b(?:complaining|unhappy|dissatisfied|frustrated|annoyed|happy|satisfied)\b`,
  String.raw`\b(?:what|how|which)\b${NEAR}\b${people}\b${NEAR}\b${says}\b${NEAR}\b${source}\b`,
  String.raw`\b(?:what|how)\b${NEAR}\b${source}\b${NEAR}\b(?:say|says|said|tell|tells|about|show|shows|sound|sounds)\b`,
  String.raw`\b(?:what|which)\b${NEAR}\b${theme}\b${NEAR}\b(?:in|from|of|come up|comes up|came up)\b${NEAR}\b(?:${source}|${people})\b`,
  String.raw`\b(?:main|most (?:common|frequent)|top|biggest|recurring|common) ${theme}\b${NEAR}\b(?:${source}|${people})\b`,
  String.raw`\b${source}\b${NEAR}\b(?:main|top|common) ${theme}\b`,
  String.raw`\b(?:summari[sz]e|sum up|summary of|overview of)\b${NEAR}\b${source}\b`,
  String.raw`\b(?:what|how)(?:'s| is| was| are)? ${NEAR}\b${mood}\b`,
  String.raw`\bhow (?:negative|positive|critical|happy|unhappy|satisfied)\b${NEAR}\b(?:${source}|${people})\b`,
  String.raw`\bhow (?:do|does|did|are) ${NEAR}\b${people}\b${NEAR}\bfeel(?:ing)?\b`,
  String.raw`\bwhat (?:do|did) ${people} (?:say|think|write|tell us) (?:about|of)\b`,
  String.raw`\bwhere (?:is|are) ${NEAR}\b(?:${mood}|comments?)\b${NEAR}\b(?:worst|best|most|negative|lowest)\b`,
].map((pattern) => new RegExp(pattern, "iu"));

const ZH_PEOPLE = "(?:员工|大家|人们|同事|离职(?:员工|人员|者)|他们|团队|部门|部|组)";
const ZH_SOURCE = "(?:调查|问卷|意见|留言|评论|反馈|离职面谈|离职访谈|离职调查)";
const ASKED_IN_CHINESE: readonly RegExp[] = [
  `${ZH_PEOPLE}[^。？?]{0,16}(?:抱怨|吐槽|不满|反映|反馈|批评|吐露)[^。？?]{0,8}(?:什么|哪些|哪方面|最多|主要)`,
  `(?:抱怨|吐槽|不满|反映)(?:最多|最主要|主要)?(?:的)?(?:是|有)?(?:什么|哪些|哪方面)`,
  `${ZH_SOURCE}[^。？?]{0,14}(?:说了?什么|主要(?:说|讲|谈|是|反映|集中)|什么(?:主题|问题|内容|意见)|哪些(?:主题|问题|内容|意见)|提到(?:了)?(?:什么|哪些|最多))`,
  `(?:主要|最常见|最多|哪些|什么)(?:的)?(?:主题|问题|意见|抱怨|诉求)[^。？?]{0,12}(?:${ZH_SOURCE}|${ZH_PEOPLE})`,
  `${ZH_PEOPLE}[^。？?]{0,6}对[^。？?]{1,12}(?:有(?:什么|哪些)(?:意见|看法|不满)|怎么看|满意吗|不满)`,
  `${ZH_PEOPLE}[^。？?]{0,8}(?:情绪|士气|氛围|心情)[^。？?]{0,6}(?:怎么样|如何|怎样|好吗|差|最)`,
  `(?:总结|汇总|概括)[^。？?]{0,12}${ZH_SOURCE}`,
  `(?:哪个|哪些)[^。？?]{0,6}(?:部门|团队|组)[^。？?]{0,10}(?:情绪|士气|不满|抱怨|负面)`,
].map((pattern) => new RegExp(pattern, "u"));

/** Rules, one's own, one person's, and what else is said or complained about. */
const OTHERWISE: readonly RegExp[] = [
  /\b(?:polic(?:y|ies)|procedures?|process|hotline|whistle\w*|grievance (?:procedure|policy|process)|anonym\w*|confidential\w*|deadline|works council|ombuds\w*|entitle\w*|allowed|must|should|have to|has to|rights?)\b/i,
  /\b(?:how|where|when|whom?|who) (?:do|does|can|could|should|must|to|may|is|are) (?:i|we|you|one|someone|somebody|an? \w+|people|employees|staff|complaints?|comments?|feedback|surveys?) (?:complain|submit|file|make|raise|report|give|fill|answer|take part|participate|handled|sees?|reads?|sent|collected|stored|done|held|run)\b/i,
  /\bwhen (?:is|are|was|will)\b|\bhow (?:often|long|many)\b|\bwho (?:sees|reads|has access|gets|analyses|analyzes|runs|owns)\b/i,
  /\b(?:i|i'm|i've|i'd|i'll|mine)\b|\bmy\b(?! (?:own )?(?:teams?|departments?|units?|divisions?|groups?|people|staff))|\b(?:his|her|him)\b/i,
  /\b(?:customers?|clients?|users?|suppliers?|candidates?|applicants?|r[ée]sum[ée]s?|visitors?|guests?|reviewers?|tenants?|neighbou?rs?)\b/i,
  /\b(?:what (?:does|do|did) (?:the |our |this )?(?:handbook|policy|law|contract|document|manual|agreement|company|employer|guideline)s? say)\b|\b(?:questions?|tips?|exam|training) feedback\b|\b(?:comments? (?:field|box|function)|leave (?:a |your )?(?:comments?|feedback|reviews?))\b/i,
  /(?:怎么|如何|怎样|向谁|去哪|哪里|在哪)(?:可以|能|去|才能)?(?:投诉|举报|提|反映|填|参加|提交)|投诉(?:流程|渠道|电话|制度|处理)|匿名|保密|什么时候|何时|意见箱|制度|政策|规定|流程/,
  /我(?!们)|本人|自己|客户|用户|顾客|供应商|候选人|应聘|简历/,
];

/** @param question one question as typed */
export function asksAboutComments(question: string): boolean {
  const asked = withoutCourtesy(question);
  if (OTHERWISE.some((pattern) => pattern.test(asked))) return false;
  return [...ASKED_IN_ENGLISH, ...ASKED_IN_CHINESE].some((pattern) => pattern.test(asked));
}

/** Asks about leaving interviews only. */
export const asksOfLeavers = (question: string): boolean => /\bexit\b|\bleav(?:ers?|ing)\b|\bleft\b|离职/iu.test(question);
