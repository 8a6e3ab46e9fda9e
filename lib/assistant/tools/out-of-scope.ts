/**
 * @file Out of scope: what an HR assistant is not for (weather, news, code, poems, sums, translations). Strict patterns:
 * a question that might be about working life goes to the documents, which can say no by themselves.
 */
import { say } from "../answer/say";
import { phrasesIn } from "../phrases";
import { NOTHING_RETRIEVED, type Tool } from "./tool";

const TOPICS: readonly RegExp[] = [
  /\b(?:what(?:'s| is)|how(?:'s| is)|will it|is it going to) (?:the )?(?:weather|rain|snow|temperature)\b(?!.*\b(?:policy|office|closed?|work)\b)|\bweather forecast\b|天气(?:怎么样|如何|预报)|会不会下雨|今天下雨/i,
  /\b(?:write|compose|draft|tell|give|make up)\b[^.?!]{0,20}\b(?:poem|joke|song|story|essay|haiku|limerick|recipe)\b|讲个?(?:笑话|故事)|写(?:一?首|个)?(?:诗|歌|小说)/i,
  /\b(?:write|debug|refactor)\b(?: me)?(?: an?| some| this| my)?[^.?!]{0,15}\b(?:code|function|script|computer program|regex|sql query|python|javascript|typescript|java|c\+\+)\b(?!.*\b(?:candidate|resume|experience|skills?|polic|allowed)\w*)|写(?:一?段|个)?(?:代码|程序|脚本|函数)/i,
  /\b(?:who (?:won|will win|is winning)|(?:football|soccer|basketball|cricket|tennis) (?:score|match|game)|world cup|super bowl|olympics)\b|(?:足球|篮球)(?:比分|比赛)|世界杯/i,
  /\b(?:president|prime minister|king|queen) of (?:the )?(?:united states|us|usa|u\.s\.|america|china|france|russia|germany|uk|united kingdom|england|spain|india|japan|netherlands)\b|\bwho should i vote for\b|\b(?:trump|biden|putin|brexit)\b|\bthink (?:about|of) (?:the )?(?:election|government|war)\b|(?:总统|总理|首相)是谁|投票给谁/iu,
  /\b(?:capital|population|currency) of \p{Lu}\p{L}+|\bhow (?:far|tall|old|heavy|big) is (?:the )?(?:moon|sun|earth|mount|everest|eiffel)|首都(?:是|在)|人口是多少/u,
  /\b(?:stock price|share price|bitcoin|crypto|exchange rate|lottery)\b(?!.*\b(?:option|vest|grant|expense|claim|reimburs|polic|allow|invest|pay)\w*)|(?:今天|现在|目前).{0,8}(?:股价|比特币|汇率)|比特币|买彩票/i,
  /^\s*(?:what(?:'s| is) )?\d+(?:\.\d+)?\s*[-+*/x×÷^]\s*\d+(?:\.\d+)?\s*(?:=|\?|？)?\s*$|\bsolve (?:this|the) equation\b|等于几|等于多少/i,
  /\btranslate\b[^.?!]{0,60}\b(?:into|to) (?:english|chinese|french|german|spanish|dutch|japanese)\b|(?:把|将).{0,30}翻译成/i,
  /\b(?:recommend|suggest)\b[^.?!]{0,20}\b(?:movie|film|restaurant|song|tv show|series|video game)s?\b|推荐.{0,6}(?:电影|餐厅|歌|电视剧|游戏)/i,
  /\b(?:meaning of life|are you (?:human|alive|sentient|chatgpt|an ai)|which (?:language )?model are you|do you love me)\b|你是(?:人|机器人|ChatGPT)|生命的意义/i,
  /\b(?:ignore|disregard|forget)\b[^.?!]{0,30}\b(?:previous|prior|above|all|your)\b[^.?!]{0,20}\b(?:instruction|rule|prompt|direction)s?\b|\b(?:reveal|print|show)\b[^.?!]{0,15}\bsystem prompt\b|忽略.{0,8}(?:指令|指示|规则|提示)/i,
];

/** Sureness of a question that is none for the documents. */
export const OUT_OF_SCOPE_SURE = 0.95;

/** What the fixed patterns say; what reviewers teach moves it (registry.ts). @param question as typed */
export function isOutOfScope(question: string): boolean {
  return TOPICS.some((topic) => topic.test(question));
}

export const outOfScope: Tool = {
  name: "out-of-scope",
  capability: null,
  recognise: ({ original }) => (isOutOfScope(original) ? OUT_OF_SCOPE_SURE : 0),
  run: ({ language }, { tell }) => {
    const phrases = phrasesIn(language);
    say(phrases.outOfScope, tell);
    const answer = { outcome: "out_of_scope" as const, text: phrases.outOfScope, citations: [], candidates: [], confidence: 1, suggestions: [...phrases.helpSuggestions] };
    return Promise.resolve({ ...NOTHING_RETRIEVED, answer });
  },
};
