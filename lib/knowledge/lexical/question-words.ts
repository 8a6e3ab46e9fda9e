/**
 * @file Words of a question that say nothing about its subject: articles, pronouns, auxiliaries, question words,
 * politeness. Dropped from questions only, and kept when nothing else is left.
 */

/** English, normalised, without apostrophes (the tokenizer takes them out: "don't" → "dont"). */
const ENGLISH = `
a an the this that these those some any each every either both such
i me my mine myself we us our ours ourselves you your yours yourself he him his she her hers it its they them their theirs one ones
am is are was were be been being do does did doing done have has had having can could may might must shall should will would ought
dont doesnt didnt cant cannot couldnt wont wouldnt shouldnt isnt arent wasnt werent havent hasnt hadnt aint
im ive id ill youre youve theyre weve hes shes thats whats wheres whos hows theres lets gonna wanna gotta
what which who whom whose when where why how whether if then than so as at by for from in into of off on onto or out over to up upon with
and but nor not no yes about above after again against all also although always among because before below between down during else
ever few further here just like least less many more most much near never now often only other others own per quite rather really
same since still there though through thus too toward towards under until very via well while within without yet
get gets got getting give gives given go goes going gone know knew let make makes made say says said see seem take takes tell told
thing things stuff way want wants wanted need needs needed happen happens happened think use used using try trying ask asking
find found look looking mean means please thanks thank hi hello hey ok okay sorry kindly dear
someone something anyone anything everyone everything somebody anybody nobody nothing
able allowed possible supposed actually basically exactly currently already right sure question wondering wonder curious
explain describe show help guide information info regarding concerning etc
t s d ll re ve m o u r
`;

/** Chinese: question words, particles, pronouns, auxiliaries. Longest match is not needed: bigrams are looked up whole. */
const CHINESE = `
的 了 吗 呢 吧 啊 呀 嘛 我 我们 你 你们 您 他 她 它 他们 她们 这 那 这个 那个 这些 那些 这样 那样 这种 什么 怎么 怎样 怎么办 怎么样 如何 为什么 为何
哪 哪些 哪个 哪里 哪儿 谁 多少 多久 多长 几 是 是否 是不是 有没有 能 能不能 可以 可不可以 可否 会 会不会 应该 应当 需要 要 想 请 请问 谢谢 您好 你好
在 和 与 及 或 或者 跟 把 被 让 给 对 对于 关于 就 才 都 也 还 还是 又 再 很 太 最 更 不 没 没有 已经 正在 如果 的话 因为 所以 但 但是 而 而且 那么 然后
一下 一个 时候 情况 情况下 知道 告诉 说 个 等 之 其 所 以 于 从 到 由 为 向 比 上 下 里 中 后 前 时 吗我 我想 想问 问一下 我的 我在 能否 算不算 合不合 行不行
`;

const words = (list: string): Set<string> => new Set(list.trim().split(/\s+/));
const english = words(ENGLISH);
const chinese = words(CHINESE);

/** @param surface normalised, not stemmed */
export function isQuestionWord(surface: string): boolean {
  return english.has(surface) || chinese.has(surface);
}

/** True for a Chinese character that carries grammar only; bigrams that begin or end with one are noise. */
export function isFunctionCharacter(char: string): boolean {
  return char.length === 1 && chinese.has(char);
}
