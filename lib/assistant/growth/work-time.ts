/** @file Hours that somebody works, or cannot learn in, are no hours for learning: "I work 38 hours a week", "每周工作四天", "not on Friday afternoons". */
import { NUMBER } from "./numbers";

const UNIT = "(?:hours?|hrs?|h|days?|nights?|shifts?)";
const DAY_PART = "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?|evenings?|mornings?|afternoons?)";
const FORMS: readonly RegExp[] = [
  // "work 4 hours a week on my English" is learning; "after work 2 hours a day" as well.
  new RegExp(String.raw`(?<!\b(?:after|before|besides?|during|outside|alongside|to|from|at)(?: my)? )\b(?:work(?:s|ing)?|overtime|employed|contracted|(?:contract|shift|week|job) is)\b(?: only| just| for| about| around| of)*(?: part[- ]time| full[- ]time| nights?| days?| shifts?)*,?(?: for| about)? ${NUMBER}\s*${UNIT}(?: (?:an?|per|each|every) (?:day|week|month)\b|/week| weekly)?(?! (?:on|at) (?:my|the|it|this|learning))`, "gi"),
  new RegExp(String.raw`\b(?:not?|can't|cannot|except|never|busy|work(?:ing)?)(?: on| at| in)?(?: the)? (?:${DAY_PART} ?)+`, "gi"),
  /\b24 (?:hours|h) a day\b|\b\d{1,2}[- ]hours? (?:week|shift|contract)\b/gi,
  new RegExp(`(?:(?:每|一)个?(?:周|天|日|星期|礼拜|月))?(?:只|要|都|一般)?(?:(?:工作|上班|干活)(?:(?:每|一)个?(?:周|天|日|星期|月))?${NUMBER}个?半?(?:小时|钟头|天)|上${NUMBER}个?半?(?:小时|钟头|天)的?班)`, "g"),
  /(?:每?(?:周|星期)[一二三四五六日天]|周末|晚上)(?:上午|下午|晚上)?(?:都|也)?(?:不行|不能|没空|没时间|要上班|上班|值班|开会)/g,
];

/** @returns the question without the hours that are not for learning */
export const withoutWorkTime = (question: string): string => FORMS.reduce((text, form) => text.replace(form, " "), question);
