/**
 * @file A goal in the asker's own words, where no name and no skill is recognised: "move into sales", "想往数据方向走". Only
 * what follows a word of becoming or learning, up to the next limit or clause; nothing is guessed.
 */

const ENGLISH = /\b(?:become|becoming|get to be|be trained as|train as|retrain as|qualify as|work as|mov(?:e|ing) (?:over )?(?:in)?to|switch(?:ing)? (?:over )?to|chang(?:e|ing) (?:over )?to|get(?:ting)? into|go(?:ing)? into|grow(?:ing)? into|break(?:ing)? into|better at|transfer(?:ring)? (?:in)?to|work(?:ing)? in|work(?:ing)? towards?|interested in|learn(?:ing)?(?: about| how to)?|brush up(?: on)?|study(?:ing)?)\s+(?:an? |the |my |some |more )?((?:[\p{L}\p{N}+#&-]+ ?){1,4})/iu;
const CHINESE = /(?:成为|当上|转行(?:去)?做|转(?:做|到|成|去|行到|岗到)|改行做|往|学(?:会|习|一下|点)?|补一?补|对)(?:一[名个位]|一下)?([\p{Script=Han}A-Za-z0-9+#]{2,10}?)(?:方向|发展|走|这行|岗位?|感兴趣|有兴趣|的|，|。|？|,|\?|$)/u;
/** Where the goal's words end, and words that name no goal. */
const ENDS = /\b(?:where|how|what|when|which|who|with|within|by|until|before|after|in|on|for|from|but|and then|next|one day|someday|this|that|it|please|so|if|at|here|there|again|soon|or|i)\b/i;
const NO_GOAL = /^(?:more|better|something|anything|things|stuff|new|else|another|other|job|role|position|career|first|next|then|me|my|to|be|do|become|course|courses|plan|skills?|什么|哪些|哪里|哪个|点什么|新的?|东西|其他|别的|课|课程|培训|技能|这个|那个|上|下|前|工作|岗位|它|我|你|自己)\b|什么|怎么|哪|吗|安排|计划|清单|^(?:点?啥|新|东西|其他|别的|这|那|我)|^(?:\d|an? (?:hour|day|week|month))|^[\d一二两三四五六七八九十半]+个?半?(?:小时|钟头|分钟|天)/i;

/** @returns the words, trimmed, at most 60 characters; null when there are none */
export function freeTarget(question: string): string | null {
  const english = ENGLISH.exec(question)?.[1]?.split(ENDS)[0]?.trim();
  const found = english !== undefined && english !== "" ? english : CHINESE.exec(question)?.[1]?.trim();
  return found === undefined || found.length < 2 || NO_GOAL.test(found) ? null : found.slice(0, 60);
}
