/**
 * @file Phrases of a request for people that are not what is looked for: the frame around it, what is only wished for,
 * what does not matter, what is not wanted. Rule set in both languages; parse-request.ts applies it.
 */

/** Words of the request itself, anywhere. */
const FRAME =
  /\b(?:please|pls|can you|could you|would you|help me|i (?:want|need|would like|'d like)(?: you)? to|i(?:'m| am) looking for|we(?:'re| are) looking for|we need|i need|find|search(?: for)?|look(?:ing)? for|source|shortlist|show|list|recommend|suggest|give|get|rank|compare|me|us|we|all|any|some|the|best|top|good|suitable|matching|right|strong|candidates?|applicants?|someone|somebody|anyone|anybody|people|persons?|profiles?|r[eé]sum[eé]s?|cvs?|who(?:'s)?|has|have|having|had|is|are|was|can|could|would|knows?|speaks?|speaking|speaker|worked|works|working|with|that|which|for|an?|of|in the pool|do we have|are there|how many|among|from|our|their|they|should|must|ideally|preferably|also|already|both|very|really|yet|fluent(?:ly)?|proficient|experienced?|experience|skilled|skills?|knowledge|background|familiar|expertise|role|position|job|as|in|on|at|to|up|into|based|located|living|near|local|least|minimum|more|than|over|ok|okay|only|just|those|these|them|they|ones?|do|does|wants?|wanting|willing|able|doesn'?t|don'?t)\b/gi;
const CHINESE_LEADING =
  /^(?:请|帮我|帮忙|我想|我要|我们|需要|想要|给我|找到|找出|寻找|查找|搜索|筛选|推荐|列出|物色|找|招聘|招|一下|一个|一名|一位|几个|几名|几位|些|哪些|哪位|谁|只要|还要|有没有|有过|有(?![效限色])|会说|能说|会用|会(?![计议])|能够|能(?![力源耗])|懂得|懂|精通|熟悉|熟练|掌握|擅长|具备|具有|持有|拥有|做过|干过|从事过?|在(?![线校读职])|来自|想转|想|并且|而且|同时|最好|必须|要(?!求)|可以|愿意|应对|一定|候选人|简历|其中|谁|的|[\s，。、：:])+/;
const CHINESE_TRAILING = /(?:的人选|的人|人选|候选人|应聘者|求职者|人才|的?简历|者|工作经验|经验|经历|背景|以上|至少|能力|流利|熟练|相关|优先|吗|呢|附近|的|[\s，。、])+$/;

/** Clauses that say what does not matter. */
const TOLERATED =
  /\b(?:doesn'?t|does not|don'?t|do not|needn'?t|need not|no) (?:need|have|has)(?: to)?\b[^,;.?!]*|(?:^|(?<=[,;.]))[^,;.?!]*\b(?:is|are) (?:fine|ok|okay|acceptable|not (?:needed|required|necessary|important))\b|\bno [\p{L}\s]{2,30}(?:needed|required|necessary)\b|(?:不需要|无需|不要求|不限)[^，。；、]*|[^，。；、]*(?:也行|也可以|也可|不限|均可)/giu;
/** What is not wanted; the group is its name. */
const UNWANTED =
  /(?:\b(?:but )?(?:not(?! (?:only|necessarily|just))|no(?! (?:matter|preference|more than))|without|excluding|except(?: for)?|other than)\s+(?:any |an? |the |from )?|\bnon-)((?!\b(?:need|have)\b)[^,;.?!]+?)(?=\s*(?:[,;.?!]|$|\b(?:and|but|or|with|who)\b))|(?:不要|不含|不会|排除|除了|非)([^，。；、的]{1,12}?)(?=的|以外|之外|，|。|；|、|$)/giu;
const OPTIONAL = /\b(?:ideally|preferably|nice to have|a plus|a bonus|would be (?:nice|good|great)|if possible|preferred|optional(?:ly)?|bonus)\b|最好|优先|加分|更好|若能/i;

/** Cuts the request's own words off one piece. */
export function withoutFrame(piece: string): string {
  const chinese = /\p{Script=Han}/u.test(piece);
  const bare = (chinese ? piece.trim().replace(CHINESE_LEADING, "").replace(CHINESE_TRAILING, "") : piece).replace(OPTIONAL, " ").replace(FRAME, " ");
  return bare.replace(/["“”()（）:：'’]/g, " ").replace(/\s+/g, " ").replace(/^[-–—.\s]+|[-–—.\s]+$/g, "").trim();
}

/** True for a clause that only wishes ("ideally", "最好"). */
export function isOptional(clause: string): boolean {
  return OPTIONAL.test(clause);
}

/** Takes what does not matter and what is not wanted out of a request. */
export function takeExceptions(request: string): { rest: string; unwanted: string[] } {
  const unwanted: string[] = [];
  const tolerant = request.replace(TOLERATED, " , ");
  const rest = tolerant.replace(UNWANTED, (_, english: string | undefined, chinese: string | undefined) => {
    unwanted.push((english ?? chinese ?? "").trim());
    return " , ";
  });
  return { rest, unwanted: unwanted.map(withoutFrame).filter((one) => one !== "") };
}
