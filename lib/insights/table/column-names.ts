/**
 * @file What a column's name says: the target, a protected attribute, an identifier, something known only afterwards.
 * English and Chinese; camelCase, snake_case and spaces are all the same.
 */

/** "EmpJobRole" → "emp job role" */
export const spaced = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .replace(/[_\-./]+/g, " ")
    .toLowerCase()
    .trim();

const PROTECTED =
  /\b(age|ages|aged|agegroup|over ?18|dob|birth|birthday|birthdate|gender|sex|male|female|marital|married|spouse|nationality|citizen|citizenship|country of birth|race|racial|ethnic|ethnicity|hispanic|latino|religion|religious|faith|disability|disabled|pregnan\w*|maternity|orientation|veteran|union member\w*|son|sons|child|children|kids|dependents|smoker|drinker|bmi|body mass index|weight|height|health status|diversity)\b|年龄|性别|婚姻|婚否|国籍|民族|种族|宗教|出生|生育|怀孕|残疾|子女|健康状况|政治面貌/;

/** Attributes that the law protects, and facts about body and family: never learned from, only audited by. */
export const isProtectedName = (name: string): boolean => PROTECTED.test(spaced(name)) && !/work age|司龄|工龄/.test(spaced(name));

const IDENTIFIER = /\b(id|ids|no|nr|num|number|code|index|idx|key|uuid|unnamed|column \d+)\b|编号|工号|序号|^#$/;
const PERSON = /\b(name|first name|last name|surname|email|e mail|mail|phone|mobile|address|ssn|passport)\b|姓名|名字|邮箱|电话|手机|地址|身份证/;

export const isIdentifierName = (name: string): boolean => IDENTIFIER.test(spaced(name));
export const isPersonName = (name: string): boolean => PERSON.test(spaced(name));

const AFTERWARDS = /\b(terminat\w*|termd|term reason|exit|resignation|resigned|leaving|leave (date|reason)|last (working )?day|notice (date|given)|separation|end (date|reason)|quit|attrited|churned)\b|离职(日期|时间|原因)|解除/;

/** Something that is only known once a person has left: a leak when it is no target. */
export const isAfterwardsName = (name: string): boolean => AFTERWARDS.test(spaced(name));

const RESULT = /\b(perf(ormance)?|appraisal|review|evaluation|year end|final|calibrated?)( \w+)? ?(rating|score|result|grade|outcome|band|level)\b|\b(merit|bonus) (increase|award|payout|decision)\b|\bimprovement plan\b|\bpip\b|绩效(评级|等级|评分|得分|结果|考核|改进)|考核(结果|等级|得分)/;
/** Of an earlier period (a year in the name says which), or of somebody else's making: known before the rating. */
const RESULT_BEFORE = /\b(prev|previous|prior|last|past|ago|(19|20)\d\d|earlier|former|before|self|peer|own|code|customer|client|interview|entry|test|exam|credit)\b|去年|上年|上一|上次|上期|以往|历史|往年|年前|前一?年|(19|20)\d\d|自评|互评|面试/;

/** The rating in other words, or what follows from it: a leak beside a rating as the target. */
export const isResultName = (name: string): boolean => RESULT.test(spaced(name)) && !RESULT_BEFORE.test(spaced(name));

/** Most telling first. */
const TARGETS: readonly RegExp[] = [
  /^(attrition|employee attrition|是否离职|离职|离职情况)$/,
  /^(left|has left|is left|leaver|churn|churned|attrited|turnover|quit|resigned|termd|terminated|left company|leave or not|stay or leave|will leave)$/,
  /\b(attrition|turnover|churn)\b|离职/,
  /^(event|status|employment status|employee status|target|label|outcome|y)$/,
];

const PERFORMANCE: readonly RegExp[] = [/^performance ?(rating|score)$/, /\b(performance|rating|appraisal|evaluation) ?(rating|score|result)?\b|绩效/, /^(target|label|outcome|score|y)$/];

/** Names that may be the target, most telling first; empty when none is evident. */
export function guessTargets(names: readonly string[], purpose: "attrition" | "performance"): string[] {
  const patterns = purpose === "attrition" ? TARGETS : PERFORMANCE;
  return [...new Set(patterns.flatMap((pattern) => names.filter((name) => pattern.test(spaced(name)))))];
}

const EVENT = /\b(yes|y|true|1|left|leave|leaves|leaver|leaving|quit|resign\w*|terminat\w*|attrit\w*|churn\w*|exit\w*|gone|former|inactive|dismiss\w*|fired|retire\w*)\b|离职|是|已离/;
const STAY = /\b(leave of absence|(on|parental|maternity|paternity|sick) leave|sabbatical|furlough\w*|future start|no|false|0|stay\w*|active|current|employed|existing|retained|not|still)\b|在职|否|未离|留任|休假|产假|停薪留职/;

/** Does this value of a target say that somebody left? null: the word does not tell. */
export function meansLeft(value: string): boolean | null {
  const word = spaced(value);
  if (/\bno longer\b/.test(word)) return true;
  if (STAY.test(word)) return false;
  return EVENT.test(word) ? true : null;
}
