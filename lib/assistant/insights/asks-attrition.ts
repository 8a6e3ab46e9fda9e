/**
 * @file Is a question about why people leave, or where most of them do, in everyday words too? What the policies answer (notice, leave
 * of absence, one's own resignation), a candidate's last job, customers and things left lying about are no such questions.
 */
import { withoutCourtesy } from "./courtesy";

const ENGLISH = {
  /** Many of them: one person's leaving is no figure. */
  people: String.raw`(?:people|employees|staff|colleagues|workers|everyone|everybody|folks|talent|personnel|women|men|newcomers|joiners|seniors?|juniors?|managers|engineers|technicians|developers|nurses|analysts|representatives|reps|team members|hires|they|(?:so|too|that|this) many)`,
  go: String.raw`(?:quit(?:s|ting)?|leav(?:e|es|ing)|left|depart(?:ed|ing)?|resign(?:s|ed|ing)?|walk(?:ed|ing)? (?:out|away)|jump(?:ed|ing)? ship|go(?:ne|ing)? (?:away|elsewhere)|exit(?:ed|ing)?|stay)`,
  gone: String.raw`(?:resignations?|departures|leavers|quits|exits|exodus|people (?:leaving|quitting|resigning)|staff (?:leaving|losses)|retention)`,
  lose: String.raw`(?:los(?:e|es|ing|t)|bleed(?:s|ing)?|shed(?:s|ding)?|(?:can(?:no|')t|fails? to|struggles? to) (?:keep|hold|retain))`,
  why: String.raw`(?:why|how come|what (?:makes|made|drives|drove|pushes|causes?|caused|leads?|is making|is driving)|what(?:'s| is) (?:behind|causing|driving|making)|(?:reasons?|causes?|grounds))`,
  group: String.raw`(?:departments?|teams?|groups?|units?|divisions?|roles?|jobs?|positions?|sites?|offices?|locations?|functions?|area|part of the company|managers?)`,
  most: String.raw`(?:most|more|highest|largest|biggest|worst|fastest|fewest|least|lowest)`,
} as const;

const { people, go, gone, lose, why, group, most } = ENGLISH;
/** Words between two of a pattern; a question mark ends the question. */
const NEAR = String.raw`[^.?!]{0,50}?`;

const ASKED_IN_ENGLISH: readonly RegExp[] = [
  String.raw`\b${why}\b${NEAR}\b${people}\b${NEAR}\b${go}\b`,
  String.raw`\b${why}\b${NEAR}\b(?:${gone}|${lose}\b${NEAR}\b${people})\b`,
  String.raw`\b${why} (?:don't|do not|won't|doesn't|does not)\b${NEAR}\b(?:stay|stick around)\b`,
  String.raw`\b${why}\b${NEAR}\b${people}\b${NEAR}\b(?:out of|away from)\b`,
  String.raw`\b(?:make|makes|making|made|drive|drives|cause|causes) (?:\w+ )?${people} (?:to |want to )?${go}\b`,
  String.raw`\b${people} ${go}\b${NEAR}\b(?:because|due to)\b`,
  String.raw`\b(?:which|what) (?:\w+ ){0,2}?${group}\b${NEAR}\b(?:most|more) ${people} (?:go|going|gone|walk)\b(?! to\b)`,
  String.raw`\bwhy (?:can(?:no|')t|can not|couldn't|could not)\b${NEAR}\b(?:keep|hold|retain)\b${NEAR}\b${people}\b`,
  String.raw`\b(?:which|what|whose) (?:\w+ ){0,2}?${group}\b${NEAR}\b${lose}\b${NEAR}\b(?:${people}|${most})\b`,
  String.raw`\b(?:which|what|whose) (?:\w+ ){0,2}?${group}\b${NEAR}\b${most}\b${NEAR}\b(?:${gone}|${go})\b`,
  String.raw`\b(?:which|what|whose) (?:\w+ ){0,2}?${group}\b${NEAR}\b${people}\b${NEAR}\b${go}\b`,
  String.raw`\b(?:which|what) (?:\w+ ){0,2}?${group}\b${NEAR}\b${go}\b${NEAR}\b${most}\b`,
  String.raw`\bwhere\b${NEAR}\b(?:${people}\b${NEAR}\b${go}\b|${lose}\b${NEAR}\b${people}\b|${gone}\b)`,
  String.raw`\bwho ${lose}\b${NEAR}\b${most}\b${NEAR}\b${people}\b`,
  String.raw`\bhow many (?:of )?(?:our |the |\w+ )?${people}\b${NEAR}\b${go}\b`,
  String.raw`\bhow many\b${NEAR}\b${people}\b${NEAR}\b(?:did|have|do|has|does)\b${NEAR}\b${lose}\b`,
  String.raw`\b(?:share|percentage|proportion|rate|number)\b${NEAR}\b(?:${gone}|${people}\b${NEAR}\b${go})\b`,
  String.raw`\b(?:do|are|is|does|did)\b${NEAR}\b(?:more|most|fewer)\b${NEAR}\b${people}\b${NEAR}\b${go}\b`,
  String.raw`\b(?:is|are|does|do)\b${NEAR}\b${lose}\b${NEAR}\b(?:more|too many|so many|the most)\b${NEAR}\b(?:${people}|others)\b`,
].map((pattern) => new RegExp(pattern, "iu"));

const NAMED = /\battrition\b|\bturnover\b|\b(?:quit|leaver|leaving|resignation|departure|exit) rates?\b/i;

/** 走 alone is any way of going; with people it is leaving. */
const GO_ZH = "(?:离职|辞职|跳槽|流失|离开|走人|走掉|出走|走的人|走得|留不住|[待呆]不[住久长]|干不[久长]|(?:人|员工|同事|大家)[^。？?，,]{0,8}走)";
const ASKED_IN_CHINESE: readonly RegExp[] = [
  `(?:为什么|为何|为啥|什么原因|怎么(?:这么|那么|会|都|老|总|有这么)|是什么(?:让|导致|造成|使))[^。？?]{0,24}${GO_ZH}`,
  `${GO_ZH}[^。？?]{0,14}(?:为什么|为何|为啥|原因|怎么(?:这么|那么)|(?:这么|那么|太|特别|最)(?:多|高|严重|快|厉害|频繁))`,
  `(?:为什么|为何|为啥|怎么)[^。？?]{0,16}(?:走了|要走|走)(?:这么|那么|很|好)?多?(?:人|员工|同事)`,
  `(?:哪个|哪些|哪一个|哪几个|哪里|哪儿|哪类|什么)[^。？?]{0,12}${GO_ZH}`,
  `(?:哪个|哪些|哪一个|哪里|哪儿|什么)[^。？?]{0,12}走(?:了|的|得)?(?:最|比较|更|这么)?多?(?:人|员工|的人)?[^。？?]{0,4}(?:最多|最少|最快|多)`,
  `(?:人|员工|同事|大家)[^。？?]{0,4}(?:怎么|为什么|为何|为啥)[^。？?]{0,6}走`,
  `(?:多少|几个|几名)(?:人|员工|同事)[^。？?]{0,12}(?:离职|辞职|离开|跳槽|走了|走掉)`,
  `(?:离职|辞职|走了|走掉|流失|跳槽)(?:了|的)?(?:有)?(?:多少|几个|几名)(?:人|员工|同事)?`,
].map((pattern) => new RegExp(pattern, "u"));
const NAMED_IN_CHINESE = /离职|流失|人员流动|流动率/;

/** Whom the documents answer, and what only sounds like leaving. */
const OTHERWISE: readonly RegExp[] = [
  // Rules.
  /\bnotice\b|\bpolic(?:y|ies)\b|\bprocedures?\b|\bprocess\b|\bchecklist\b|\bresign\b(?=[^?]*\b(?:must|should|do|need)\b[^?]*\b(?:one|someone|you|i)\b)|\bexit interviews?\b|\bseverance\b|\bhandover\b|\boff-?boarding\b|\breference letters?\b|\bcounter ?offers?\b/i,
  /\b(?:how (?:do|can|should|must|to)|(?:when|if|before|after|once|what happens (?:when|if|to)|what if)) (?:i|we|you|one|someone|somebody|an? \w+|people|employees|staff|they)\b[^?]*\b(?:quit|leave|leaves|left|resign|resigns|lose|loses|go|exit)\b/i,
  /\b(?:i|i'm|i've|i'd|i'll|mine)\b|\bmy\b(?! (?:own )?(?:teams?|departments?|units?|divisions?|groups?|people|staff))/i,
  /\b(?:what|which) (?:happens|rules?|laws?|documents?|forms?|steps?|benefits?|rights?|pay|payments?)\b/i,
  // Leave of absence, leaving for the day, leaving things.
  /\b(?:annual|sick|parental|maternity|paternity|unpaid|paid|family|medical|study|bereavement|compassionate|carer'?s?|vacation|holiday|garden(?:ing)?|shared|special|compensatory|adoption) leave\b|\b(?:on|take|takes|taking|took|taken|of|for|request|use|uses|days?) leave\b|\b(?:get|gets|have|has|more|much|most|their) leave\b(?!\s+(?:us|the company|so|the most|most|in|from)\b)|\bleave (?:days?|balance|entitlement|request|requests|of absence|allowance|calendar|year|types?|early|late|home|on time|at \d|by \d|for (?:the day|lunch|a while)|feedback|comments?|reviews?|notes?|messages?|their|its|his|her|a|an|it|things|stuff|(?:the|their) (?:office|desk|building|laptop|lights?|site|room|car|keys?)|work (?:early|late|at|on))\b/i,
  /\bleaving (?:early|late|home|on time|at \d|feedback|comments?|their|a|an|(?:the )?(?:office|desk|building|lights?|room)|party|parties|gifts?|work (?:early|late|at)|dates?)\b/i,
  /\b(?:is|are|was|were|days?|hours?|weeks?|money|budget|time|places?|seats?|spots?|much|how many) left\b(?! (?:the (?:company|firm|team|department)|us|support|sales|since|last|this))|\b(?:days?|hours?|weeks?|leave|vacation|holidays?|budget|money)\b[^?]*\bhave left\b|\bleft (?:over|hand|side|unread|blank|on|to|handed|behind|out|out of|in the (?:queue|budget|pool|pipeline|plan|list))\b|\bquit (?:the |a |an )?(?:plan|app|program(?:me)?|smoking|course|training|insurance|pension|scheme|session|meeting|chat|union|club|window|software)\b|\b(?:quit|leave|leaving|left|exit(?:ing)?) (?:the |a |an |our |their )?(?:plan|app|program(?:me)?|course|training|insurance|pension|scheme|session|meetings?|call|chat|union|club|window|software|system|waiting list|queue)\b/i,
  /\bstay\b[^?]{0,20}\b(?:at (?:a |the )?hotel|overnight|hotel|late|home|logged|healthy|safe|up to date|in touch)\b/i,
  /\blos(?:e|es|ing|t)\b[^?]{0,20}\b(?:access|badge|keys?|laptop|phone|card|luggage|receipt|days?|benefits?|weight|money|pay|vacation|holiday|rights?|passwords?|documents?|interest|focus)\b/i,
  // Others than employees; turnover that is money.
  /\b(?:candidates?|applicants?|applications?|r[ée]sum[ée]s?|cvs?|customers?|clients?|users?|subscribers?|suppliers?|visitors?|guests?)\b|\bturnover\b[^?]{0,30}\b(?:euros?|eur|usd|dollars?|million|revenue|tax|vat)\b|\b(?:annual|sales|company|net|gross|yearly|inventory|stock) turnover\b/i,
  /\b(?:experience|skilled|expert|background|worked) (?:in|with|on|at)\b/i,
  // 中文：制度、手续、本人、请假，以及并非员工离开的说法。
  /(?:离职|辞职)(?:手续|流程|证明|申请|补偿|金|规定|制度|通知|政策|交接|面谈|工资|信|报告|日期|当天|当月|前|后|时(?!间)|之前|之后|以后|要|需要|需|应|应该|必须|怎么办|怎样办|如何办|怎么算|能|可以|有没有|赔|的?(?:手续|流程|程序|步骤|规定|补偿|赔偿))|(?:怎么|如何|怎样|要|想|能|可以|申请|提出|办理?)(?:提出)?(?:离职|辞职)(?!的|率|人|这么|那么)|提前(?:多久|几天|多少天|一个月)|通知期|竞业/,
  /(?:离职|辞职)(?:的)?(?:员工|人员)的?[^。？?]{0,6}(?:社保|档案|工资|账号|权限|电脑|证明|合同|邮箱|奖金|公积金|资料|数据|信息)|政策|制度|规定/,
  /我(?!们)|本人|自己/,
  /客户|用户|顾客|候选人|应聘者|求职者|简历|数据流失|供应商/,
  /走(?:流程|审批|程序|账|廊|路|访|步|势|查)|(?:流程|审批|报销|手续|程序)[^。？?]{0,8}走|离开(?:办公室|工位|座位|会议|岗位|现场(?!服务)|园区|大楼|办公区|电脑|时)|(?:走|离开)(?:时|前)要?/,
];

/** @param question one question as typed */
export function asksAboutAttrition(question: string): boolean {
  const asked = withoutCourtesy(question);
  if (OTHERWISE.some((pattern) => pattern.test(asked))) return false;
  return [NAMED, NAMED_IN_CHINESE, ...ASKED_IN_ENGLISH, ...ASKED_IN_CHINESE].some((pattern) => pattern.test(asked));
}
