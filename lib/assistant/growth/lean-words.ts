/** @file What a turn says besides limits and small words. Nothing: it can only change the answer before it. */
import { NUMBER } from "./numbers";

const MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec";
const SMALL = "ok|okay|so|and|but|then|hm+|well|also|too|please|thanks|thank|you|can|could|would|will|might|should|it|its|it's|that|this|these|those|the|a|an|one|ones|is|are|be|was|i|i'm|i'd|i'll|we|me|my|for|to|of|in|at|on|by|from|with|without|within|as|or|if|what|how|about|instead|rather|maybe|perhaps|lets|let|make|made|keep|change|set|do|does|don't|not|no|any|some|something|anything|there|have|has|had|got|get|give|show|need|want|like|only|just|even|really|bit|little|much|more|less|than|over|under|below|up|until|till|before|latest|most|least|max|maximum|minimum|possible|still|all|everything|nothing|such|same|other|another|extra|additional|longer|later|back|out|now|look|looks|work|works|way|take|takes|cover|try|use|go|run|say|put|into|too|very|so|afterwards|after|am|who|could|else|because|spend|afford|cost|costs|price|prices|money|expensive|pricey|costly|dear|lower|save";
const LIMITS = "budget|deadline|date|end|mid|middle|beginning|start|hours?|hrs?|h|minutes?|mins?|days?|weeks?|weekly|months?|monthly|years?|per|each|every|next|summer|autumn|spring|winter|christmas|easter|euros?|eur|€|pounds?|gbp|yuan|cny|rmb|quid|cheaper|cheap|cheapest|fast|faster|fastest|quick|quicker|quickest|quickly|sooner|soon|earlier|shorter|short|shortest|slow|slower|long|deep|deeper|deepest|depth|thorough|detail|detailed|shallow|superficial|free|online|remote|remotely|virtual|virtually|english|chinese|mandarin|dutch|german|language|languages|taught|extend|extended|push|pushed|move|moved|stretch|shift|postpone|prolong|delay|delayed|shorten|bring|forward|finish|finished|done|ready|time|speed|classroom|classrooms|class|classes|exams?|exam|certificates?|projects?|reading|books|option|options|version|variant|alternative";
const ASKED = "plan|plans|courses?|course|steps?|step|first|second|third|fourth|fifth|last|mentors?|mentoring|coach|coaches|tutors?|experts?|gaps?|skills?|missing|miss|lack|careers?|roles?|jobs?|posts?|positions?|moves?|learning|path|people|anyone|someone";
const ENGLISH = new RegExp(String.raw`(?<![\p{L}\d])(?:${SMALL}|${LIMITS}|${MONTHS}|${ASKED}|${NUMBER}|\d+(?:st|nd|rd|th|k)?)(?![\p{L}\d])`, "giu");
const CHINESE = /那么?|如果|要是|的话|换成|改成|改为|改|换|能不能|可不可以|可以|有没有|还有|有|没有|能|只要|只|再|更|用|以|到|至|为|呢|吗|吧|的|得|了|就|想|要|请|帮我|给我|给|我|你|它|他|这个|那个|这|这些|在|是|行|怎么样|如何|一下|一点儿?|一些|点儿?|些|最|比较|稍微|太|全部?|都|不要|不|别|只能|最多|至少|不超过|控制|以内|之内|以下|内|每|一?个?(?:小时|钟头|分钟)|周|星期|礼拜|天|日|号|月份?|年|季度|底|初|中旬|前|之前|以前|后|明|今|来年|春天?|夏天?|秋天?|冬天?|春节|圣诞|半|个|多|少|增加|减少|花|钱|块钱?|元|欧元?|英镑|人民币|预算|费用|经费|便宜|省|贵|免费|快|慢|早|晚|久|长|短|深入|深|扎实|系统|全面|浅|加|线上|在线|网课|网上|线下|面授|远程|课程?|上课|授课|讲|语言|版本?|方案|计划|步骤?|第|延长|延期|推迟|推荐|推|拖|延|放宽|缩短|提前|顺延|宽限|期限|截止|时间|日期|完成|学完|英语|英文|中文|汉语|普通话|荷兰语|德语|德文|导师|师傅|教练|专家|找|差距|还差|还缺|缺|什么|哪些|技能|职业|发展|其他|别的|岗位|下一|出路|考证|考试|项目|阅读|看书|同样|另外|做|学|谁|带|安排|目标|[一二两三四五六七八九十百千万零\d]/g;

/** @returns the words that are neither limits nor small words nor what can be asked for, "" without any */
export const leftOver = (text: string): string =>
  text
    .replace(/[’']s\b/gi, " ")
    .replace(/’/g, "'")
    .replace(ENGLISH, " ")
    .replace(CHINESE, " ")
    .replace(/[^\p{L}\d]+/gu, " ")
    .trim();

const LANGUAGE_NAMES = /\b(?:in |taught in )?(?:english|chinese|mandarin|dutch|german)\b|(?:用|以)?(?:英语|英文|中文|汉语|普通话|荷兰语|德语|德文)/gi;

/** The turn without the languages it names. */
export const withoutLanguages = (text: string): string => text.replace(LANGUAGE_NAMES, " ").replace(/\s+/g, " ").trim();
