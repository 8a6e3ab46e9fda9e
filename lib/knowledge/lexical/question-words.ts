/**
 * @file Words of a question that say nothing about its subject: articles, pronouns, auxiliaries, question words,
 * politeness. Dropped from questions only, and kept when nothing else is left. "ill" and "id" are such words only where
 * they are typed for "I'll" and "I'd", "tell" only in "tell me".
 */

/** English, normalised, without apostrophes (the tokenizer takes them out: "don't" → "dont"). */
const ENGLISH = `
a an the this that these those some any each every either both such
i me my mine myself we us our ours ourselves you your yours yourself he him his she her hers it its they them their theirs one ones
am is are was were be been being do does did doing done have has had having can could may might must shall should will would ought
dont doesnt didnt cant cannot couldnt wont wouldnt shouldnt isnt arent wasnt werent havent hasnt hadnt aint
im ive youre youve theyre weve hes shes thats whats wheres whos hows theres lets gonna wanna gotta
what which who whom whose when where why how whether if then than so as at by for from in into of off on onto or out over to up upon with
and but nor not no yes about above after again against all also although always among because before below between down during else
ever few further here just like least less many more most much near never now often only other others own per quite rather really
same since still there though through thus too toward towards under until very via well while within without yet
get gets got getting give gives given go goes going gone know knew let make makes made say says said see seem take takes told
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
有 些 样 该 啥 啥时候 咋 咋办 什么时候 哪天 还有 不算 得了 人的 到底 究竟 一般 请教 麻烦 想知道 是不是该 该不该
`;

/**
 * Everyday words that carry little and that formal texts hardly use, so that a rare chance match would weigh much.
 * They count below other words instead of not at all.
 */
const SOFT_ENGLISH = `
come comes coming came back put puts putting keep keeps keeping start starts starting turn turns turned end ends ended wait waiting
bit couple lot lots little big small good bad nice great hard easy maybe probably thinking thought plan planning plans
instead far last next later today tomorrow yesterday new old different certain kind sort type types whole main simply matter matters
deal sit sits stand people guy guys folks person hear heard talk talked call called bring brings brought run runs running
ready sure fine bother care wish hope hopefully worry worried seems seem looks look looking feel feels felt believe
day night morning afternoon evening week today's someone's everyone's place places point points whatever whichever
again anymore already anyway around away alone along almost especially everything usually normally generally suddenly
`;

const SOFT_CHINESE = `
看 找 打 拿 去 来 走 做 弄 搞 干 抓 带 刚 刚刚 自己 别人 人家 有人 大家 家里 东西 什么东西 事情 事 问题 后果 结果 每天 今天 明天 昨天 现在 今年 去年 明年
以后 之后 之前 以前 先 第一 有点 有些 同样 特别 一直 老是 总是 经常 突然 还要 多 少 好 坏 大 小 新 老 高 低 长 短 快 慢 早 晚 几天 几个 几年 多少钱 之内 以内
这边 那边 那里 这里 出来 进去 起来 下来 过来 回来 上来 回去 回家 喜欢 觉得 认为 听说 怀疑 打算 准备 发现 遇到 碰到 变成 拿到 收到 给我 叫 叫我 让我 要我 跟我
这种 合理 合法 犯法 行吗 对吗 好吗 怎么算 怎么处理 办 管 行 写 讲 听 放 用 坐 花 收 挂 换 当 住 想要 必须 允许 一步 别 不想 不管 不让 不给 非要 硬 硬要 只 只有 只要
老板说 公司说 他说 给人 过 完 成 着 到 得 地 个人 人 家 天 去哪 哪种 一天 一次 一年 几点 几次 跟着 不去 我去 最晚 一定 外面 处理 帮 送 错 写的 说好 才能 还能 都能 都要 也要 就要 就是 不是 不能 没人 没说 说是 算是 那 就
`;

/** What follows "I'll" and "I'd" typed without an apostrophe, and hardly ever an illness or an identity card. */
const AFTER_I_WILL = `be have need get take miss lose go still never probably also just only like love rather prefer want`;
/** What stands before the adjective: "get ill", "photo id". */
const BEFORE_ILL_OR_ID = `am is are was were be been being get gets got getting fall falls fell fallen falling become becomes became feel feels feeling too very so seriously mentally terminally chronically critically an my your our their the photo`;

const words = (list: string): Set<string> => new Set(list.trim().split(/\s+/));
const english = words(ENGLISH);
const chinese = words(CHINESE);
const afterIWill = words(AFTER_I_WILL);
const beforeIllOrId = words(BEFORE_ILL_OR_ID);
const soft = words(SOFT_ENGLISH + SOFT_CHINESE);

/** @param surface normalised, not stemmed */
export function isQuestionWord(surface: string): boolean {
  return english.has(surface) || chinese.has(surface);
}

/**
 * True for a word that is one of these only beside its neighbours: "ill be away", but not "if I get ill"; "id like", but not
 * "id card"; "tell me", but not "whom do I tell".
 *
 * @param before @param surface @param after normalised, not stemmed; "" at the question's ends
 */
export function isQuestionWordHere(before: string, surface: string, after: string): boolean {
  if (surface === "ill" || surface === "id") return afterIWill.has(after) && !beforeIllOrId.has(before);
  return surface === "tell" && (after === "me" || after === "us");
}

/** True for everyday words that weigh less than others. @param surface normalised, not stemmed */
export function isSoftWord(surface: string): boolean {
  return soft.has(surface);
}

/** Of the phrases of both Chinese lists, those that ask. */
const ASKING = /[怎什哪谁几]|多少|多久|多长|如何|为何|是不是|有没有|能不能|会不会|可不可|[是能可]否/;
const isAsking = (phrase: string): boolean => ASKING.test(phrase) && (chinese.has(phrase) || soft.has(phrase));
const LONGEST_ASKING = [...chinese, ...soft].reduce((longest, phrase) => (isAsking(phrase) ? Math.max(longest, phrase.length) : longest), 0);

/**
 * Characters of phrases that only ask, 怎么算 in 加班怎么算: none of them, nor a pair with one, is a word that a document could
 * lack. The longest phrase wins; it begins and ends where words do.
 *
 * @param run Chinese characters, normalised
 * @param isBoundary does a word begin at this place, or the run end?
 * @returns one flag per character
 */
export function askingCharacters(run: string, isBoundary: (at: number) => boolean): boolean[] {
  const asks = Array.from(run, () => false);
  for (let at = 0; at < run.length; ) {
    let length = isBoundary(at) ? Math.min(LONGEST_ASKING, run.length - at) : 0;
    while (length > 1 && !(isBoundary(at + length) && isAsking(run.slice(at, at + length)))) length--;
    if (length > 1) asks.fill(true, at, at + length);
    at += Math.max(1, length);
  }
  return asks;
}

/** True for a Chinese character that carries grammar only; bigrams that begin or end with one are noise. */
export function isFunctionCharacter(char: string): boolean {
  return char.length === 1 && chinese.has(char);
}
