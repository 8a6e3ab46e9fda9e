/**
 * @file Question type: what kind of thing a good answer to a question holds (a number, an amount of money, a time, a
 * person, a place, a yes or no), and whether a sentence holds one. Rules only, English and Chinese.
 */

export const ANSWER_TYPES = ["money", "duration", "number", "time", "person", "place", "yesno", "steps", "reason", "definition", "open"] as const;
export type AnswerType = (typeof ANSWER_TYPES)[number];

/** First match wins, so the narrow come before the wide. */
const QUESTION_RULES: readonly (readonly [AnswerType, RegExp])[] = [
  ["money", /\bhow (?:much|mcuh)\b.*\b(?:pay|paid|cost|money|claim|spend|reimburse|get|receive|bonus|allowance|cover|\$|€|£|\$\$)|\bhow much (?:is|are|will|does|do|can|would)\b|\b(?:amount|rate|per diem|budget|price|fee|cap)\b|多少钱|多少元|金额|标准是多少|补贴|津贴|倍工资|几倍/],
  ["duration", /\bhow (?:long|soon|early|late|far in advance|often|frequently|regularly)\b|\bhow (?:many|much) (?:\w+ ){0,2}(?:days?|weeks?|months?|years?|hours?|minutes?|time|notice|leave|vacation|holiday|pto)\b|\bhow (?:far ahead|far in advance)\b|\bnotice period\b|多久|多长|几天|几个月|几年|几小时|几周|多少天|多少个?小时|多少个?月|多少年|期限|提前多/],
  ["number", /\bhow (?:many|much|high|big|large|far)\b|\bwhat (?:percent|percentage|number|share|proportion|port)\b|\b(?:maximum|minimum|limit|at most|at least)\b|多少|几个|几次|几人|百分之|比例|上限|下限|最多|最少|至少/],
  ["time", /\bwh?en\b|\bwhat (?:time|date|day|year|month|age)\b|\bwhich (?:day|month|year|date)\b|\bby when\b|\bdeadline\b|什么时候|何时|几点|哪天|几号|哪一年|什么时间|多大|几岁|年龄/],
  ["person", /\bwho(?:m|se|s)?\b|\bwhich (?:person|team|department|manager|group|office|channel|email|address)\b|\bcontact\b|谁|哪个部门|找哪|向谁|由谁|哪个机构|什么部门|哪些人/],
  ["place", /\bwhere\b|\bwhich (?:place|site|room|folder|page|system|tool|app|channel|form)\b|哪里|哪儿|在哪|什么地方|何处/],
  ["reason", /\bwhy\b|\bwhat(?:'s| is) the reason\b|为什么|为何|原因/],
  ["steps", /\bhow (?:do|can|should|would|to|does|is|are|am)\b|\bwhat (?:do|should|must) (?:i|we) do\b|\bprocess\b|\bprocedure\b|\bsteps\b|怎么|如何|怎样|流程|步骤|手续/],
  ["yesno", /^(?:(?:so|and|but|hi|hello|hey|also|ok|wait)[, ]+)?(?:can|could|may|might|must|shall|should|will|would|do|does|did|is|are|am|was|were|has|have|had|dont|don't|isn't|aren't|cn|ok if|okay if)\b|\b(?:am i|are we|can i|do i|do we|is it|is there|does the|is the|are the|may i|must i|should i|will i|will the|allowed to|ok to|okay to|required to)\b|吗|是否|能不能|可不可以|是不是|有没有|要不要|可否|能否|会不会|算不算|用不用|需不需要|该不该/],
  ["definition", /^(?:what(?:'s| is| are| does)|whats|define|meaning of)\b|什么是|是什么|含义|定义|指的是/],
];

/** @returns the type that the question asks for; "open" when nothing tells */
export function questionType(question: string): AnswerType {
  const text = question.toLowerCase().replace(/[’‘]/g, "'");
  return QUESTION_RULES.find(([, rule]) => rule.test(text))?.[0] ?? "open";
}

const NUMBER = "(?:\\d[\\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|half|[〇零一二两三四五六七八九十百千万]+|\\bone|\\ban?\\b)";
const ANSWER_RULES: Readonly<Record<AnswerType, RegExp>> = {
  money: /[$€£¥￥]\s?\\?\d|\\\$\d|\b(?:eur|usd|gbp|rmb|cny|chf|hkd)\s?\d|\d[\d.,]*\s?(?:eur|usd|gbp|rmb|cny|dollars?|euros?|pounds?|yuan|%|percent|per cent|cents?)\b|\d[\d.,]*\s?%|[\d一二两三四五六七八九十百千万]+\s?(?:元|块|倍)|百分之|full pay|\bfree\b|no (?:cost|charge)/i,
  duration: new RegExp(`${NUMBER}[\\s)(\\d-]{0,8}(?:(?:calendar|working|business|full|consecutive|paid|unpaid|scheduled|additional|extra|more)\\s)*(?:days?|weeks?|months?|years?|hours?|hrs?|minutes?|quarters?|times)\\b|${NUMBER}\\s?个?(?:日|天|周|月|年|小时|分钟|星期|次|工作日)|\\b(?:daily|weekly|monthly|quarterly|annually|yearly|immediately|at once|every|once|twice|each (?:week|month|year|day))\\b|当日|立即|每[年月周日天]`, "i"),
  number: new RegExp(`\\d|\\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|once|twice|no limit|unlimited|none)\\b|[〇零一二两三四五六七八九十百千万]+(?:个|名|人|次|倍|元|日|天|周|月|年|小时|%)|百分之`, "i"),
  time: new RegExp(
    `\\b(?:january|february|march|april|may \\d|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|noon|midnight|today|tomorrow|morning|afternoon)s?\\b|\\d{1,2}(?::\\d{2})?\\s?(?:am|pm)\\b|\\b\\d{1,2}:\\d{2}\\b|\\b(?:19|20)\\d{2}\\b|\\b\\d{1,2}(?:st|nd|rd|th)\\b|\\b(?:first|last|after|before|within|by the|until|as soon as|upon|following|beginning|when|once|from the|end of|day of)\\b|${NUMBER}[\\s-](?:days?|weeks?|months?|years?|hours?|quarters?)|[\\d一二两三四五六七八九十百]+\\s?个?(?:日|天|周|月|年|小时|工作日|周岁|岁|点)|之日|届满|以前|以内|之内|当[日月天]|次[日月]|星期|周[一二三四五六日]`,
    "i",
  ),
  person: /\b(?:manager|team|hr|department|group|director|officer|supervisor|ceo|cto|cfo|coo|lead|admin|representative|committee|owner|president|counsel|people|contact|employees?|staff|mentor|buddy|partner|colleagues?|someone|anyone|everyone)\b|@|#\w|\b\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+|部门|机构|单位|工会|委员会|人民政府|仲裁|法院|劳动者|经理|主管|人事|局|厅/u,
  place: /\b(?:at|in|on|via|through|under|inside)\b|https?:|#\w|@|\.(?:com|org|net|io)\b|>|\b(?:office|folder|channel|portal|form|page|site|system|intranet|drive|handbook)\b|在|于|处|所在地|系统|平台|门户/i,
  yesno: /\b(?:not|no|never|may|must|can|cannot|can't|shall|should|allowed|permitted|prohibited|required|eligible|entitled|forbidden|encouraged|expected|only|unless|except|don't|doesn't|won't|isn't|aren't|yes|free to|welcome to|reimburs\w+|covered?|provided?|ok|okay)\b|不得|可以|应当|不能|禁止|不予|有权|必须|不|无需|除外|属于|视为|享受/i,
  steps: /\b(?:please|submit|send|email|contact|ask|fill|complete|request|apply|click|log|go to|notify|report|discuss|inform|use|make sure|follow|open|create|add|sign|call|talk|post|first|then)\b|@|https?:|申请|提交|办理|向|应当|通知|填写|联系/i,
  reason: /\b(?:because|since|due to|so that|in order|to (?:ensure|protect|help|avoid|allow|keep|make)|reason|therefore|as a result|why)\b|因为|由于|为了|因此|所以/i,
  definition: /\b(?:is|are|means?|refers? to|defined as|known as|called|stands for|consists? of|includes?)\b|是指|指|是|包括|称为/i,
  open: /./,
};

/** True when the sentence holds something of the kind asked for. */
export function holdsAnswerType(sentence: string, type: AnswerType): boolean {
  return ANSWER_RULES[type].test(sentence);
}
