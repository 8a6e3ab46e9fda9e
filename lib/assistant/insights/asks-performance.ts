/**
 * @file Is a question about how results are foreseen: next quarter's performance of a group, which group does best, what results rest
 * on, or (to be answered by group only) who. How reviews, ratings and bonuses work is for the documents; so is one's own.
 */
import { withoutCourtesy } from "./courtesy";

const EN = {
  /** What people achieve. */
  subject: String.raw`(?:(?:work |job |team |staff |employee )?performance|ratings?|results|output|productivity|under-?perform\w*|over-?perform\w*|performers?|perform)`,
  foreseen: String.raw`(?:forecasts?|forecasted|outlook|predict(?:ed|s|ion|ions)?|project(?:ed|ion|ions)|expect(?:ed)?|foresee|foreseen|anticipat\w+|trend\w*|looking|going to|will|develop(?:s|ing)?|next (?:month|quarter|half|year|period|cycle|review)|coming (?:months?|quarters?|half|year)|upcoming (?:quarter|months)|(?:rest|end) of the year|q[1-4])`,
  group: String.raw`(?:departments?|teams?|groups?|units?|divisions?|sites?|functions?|areas?|parts? of the company)`,
  most: String.raw`(?:best|worst|highest|lowest|strongest|weakest|better|worse|top|poorest|most|least)`,
  drives: String.raw`(?:drives?|driving|influences?|affects?|matters?|explains?|determines?|improves?|lowers?|raises?|behind|(?:rests?|depends?) on|predicts?|goes with|lead(?:s|ing)? to)`,
} as const;
const NEAR = String.raw`[^.?!]{0,60}?`;
const { subject, foreseen, group, most, drives } = EN;

const ASKED_IN_ENGLISH: readonly RegExp[] = [
  String.raw`\b${subject}\b${NEAR}\b${foreseen}\b`,
  String.raw`\b${foreseen}\b${NEAR}\b${subject}\b`,
  String.raw`\b(?:which|what) (?:\w+ ){0,2}?${group}\b${NEAR}\b${most}\b${NEAR}\b${subject}\b`,
  String.raw`\b(?:which|what) (?:\w+ ){0,2}?${group}\b${NEAR}\b(?:perform|performs|performing|underperforms?|does|do|doing)\b${NEAR}\b${most}\b`,
  String.raw`\b(?:which|what) (?:\w+ ){0,2}?${group}\b${NEAR}\bunder-?perform\w*\b`,
  String.raw`\b(?:what|which|why)\b${NEAR}\b${drives}\b${NEAR}\b${subject}\b`,
  String.raw`\bhow (?:is|are|do|does|did|has|have|well (?:is|are|do|does))\b${NEAR}\b(?:performing|perform|performed)\b`,
  String.raw`\bhow (?:is|are)\b${NEAR}\b${subject}\b${NEAR}\b(?:in|at|of|by|across)\b`,
  String.raw`\bwho\b${NEAR}\b(?:${most}|poor|low|high|weak|strong)\b${NEAR}\b(?:performers?|perform|performing|ratings?|results)\b`,
  String.raw`\bwho(?:'s| is| are| will)?\b${NEAR}\bunder-?perform\w*\b`,
  String.raw`\b(?:list|rank|show|name) ${NEAR}\b(?:(?:low|poor|weak|top|under|high)[- ]?performers?|under-?performing)\b`,
  String.raw`\bforecast (?:for|of|in|by)\b${NEAR}\b(?:${group}|months?|quarter)\b`,
].map((pattern) => new RegExp(pattern, "iu"));

const ZH_SUBJECT = "(?:绩效|业绩|评级|评分|考评结果|考核结果|工作表现|产出)";
const ASKED_IN_CHINESE: readonly RegExp[] = [
  `(?:预测|预计|预估|预期|展望|走势|趋势|下(?:个|一)?(?:季度|月|半年|年度?|期|周期)|未来|接下来|明年|今后)[^。？?]{0,24}${ZH_SUBJECT}`,
  `${ZH_SUBJECT}[^。？?]{0,20}(?:预测|预计|预估|展望|走势|趋势|会不会|会(?:下滑|下降|上升|变|提高|好转|怎|如何)|将会?|变化趋势)`,
  `(?:哪个|哪些|哪一个|哪几个|什么)[^。？?]{0,10}(?:部门|团队|小组|组|群体|地点)[^。？?]{0,14}${ZH_SUBJECT}[^。？?]{0,8}(?:最|更|较|好|差|高|低)`,
  `(?:什么|哪些|哪个)(?:因素|原因|方面|东西)?[^。？?]{0,8}(?:影响|决定|拉低|提高|驱动)[^。？?]{0,10}${ZH_SUBJECT}`,
  `${ZH_SUBJECT}[^。？?]{0,8}(?:取决于|受(?:什么|哪些)|由什么|与什么有关|的依据)`,
  `谁[^。？?]{0,12}(?:${ZH_SUBJECT})[^。？?]{0,10}(?:最|会|差|低|好|高|下滑|不达标)`,
  `谁[^。？?]{0,10}(?:预计|预测|可能|会)[^。？?]{0,10}(?:不达标|表现(?:不佳|差)|${ZH_SUBJECT})`,
  `(?:部门|团队|小组|部|组)[^。？?]{0,8}${ZH_SUBJECT}[^。？?]{0,6}(?:怎么样|如何|怎样|好不好)`,
].map((pattern) => new RegExp(pattern, "u"));

/** Rules and one's own; what else performs or has results. */
const OTHERWISE: readonly RegExp[] = [
  /\b(?:polic(?:y|ies)|procedures?|process|rules?|guidelines?|forms?|templates?|deadlines?|criteria|scale|calibration (?:meeting|round)|appeal\w*|disput\w*|object(?:ion)? to|improvement plans?|pips?|entitle\w*|allowed|responsible|in charge|approves?|signs?|conducts?|carr(?:y|ies) out|must|should|have to|has to|need to)\b/i,
  /\bhow (?:is|are|does|do) (?:the |a |an |our )?(?:annual |yearly |mid-?year |individual )?(?:performance|ratings?|results) (?:reviews?|appraisals?|evaluat\w+|assess\w+|measured|rated|managed|management|calculated|decided|bonus\w*|pay|talks?|conversations?|cycles?|work|works|weighted|determined|made)\b/i,
  /\b(?:performance|annual|rating|year-end|yearly) (?:reviews?|appraisals?|evaluations?|talks?|conversations?|meetings?|bonus\w*|pay|management|cycles?|agreements?|goals?|criteria|scale|related)\b(?![^?]*\b(?:forecast|predict|expected|trend|outlook)\b)/i,
  /\b(?:bonus(?:es)?|pay ?rise|salary|salaries|raise|promotion|dismiss\w*|fired|termination|warning letters?)\b/i,
  /\b(?:i|i'm|i've|i'd|i'll|mine)\b|\bmy\b(?! (?:own )?(?:teams?|departments?|units?|divisions?|groups?|people|staff))|\b(?:your|his|her)\b/i,
  /\b(?:candidates?|applicants?|r[ée]sum[ée]s?|cvs?|customers?|clients?|suppliers?|vendors?|products?|pumps?|machines?|drives? (?:units?|train)|motors?|engines?|valves?|systems?|servers?|websites?|apps?|software|networks?|batter(?:y|ies)|tests?|audits?|surveys?|exams?|blood|medical|search|financial|revenue|sales (?:figures|results|numbers|forecast)|stock|share price|investments?|funds?|energy|environmental|safety (?:audits?|performance|results|record|figures)|elections?|lottery)\b(?! (?:and|&))/i,
  /\b(?:experience|skilled|expert|background) (?:in|with)\b|\bperform (?:a|an|the|their|this|these|maintenance|work|tasks?|duties|checks?|inspections?)\b/i,
  /(?:绩效|业绩)(?:考核|评估|评价|面谈|管理|奖金|工资|改进|目标|合同|申诉|周期|制度|流程|规定|办法)(?![^。？?]*(?:预测|预计|走势|趋势|展望))|制度|政策|规定|流程|申诉|奖金|工资|薪|晋升|怎么(?:评|算|考|打|申|填)|如何(?:评|计|考|打|申|填)|什么时候|何时/,
  /我(?!们)|本人|自己|候选人|应聘|简历|客户|供应商|产品|设备|系统|水泵|机器|考试|体检|财务(?!部|组|团队)|股/,
];

/** @param question one question as typed */
export function asksAboutPerformance(question: string): boolean {
  const asked = withoutCourtesy(question);
  if (OTHERWISE.some((pattern) => pattern.test(asked))) return false;
  return [...ASKED_IN_ENGLISH, ...ASKED_IN_CHINESE].some((pattern) => pattern.test(asked));
}

/** Asks for persons: answered by group, and told so. */
export const asksForPersons = (question: string): boolean => /\bwho(?:se|m|'s)?\b|\b(?:list|rank|name|names of)\b|\bwhich (?:employees?|people|persons?|colleagues?|staff|individuals?|workers?)\b|谁|名单|哪(?:些|个|位|几个)(?:人|员工|同事)|排名|排行/iu.test(question);

/** Asks what results rest on. */
export const asksForDrivers = (question: string): boolean => new RegExp(String.raw`\b(?:what|which|why)\b[^?]*\b${drives}\b|\bwhy\b|为什么|为何|因素|影响|取决|原因|依据`, "iu").test(question);
