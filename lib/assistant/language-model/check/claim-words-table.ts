/**
 * @file The word tables of the citation check: which words a sentence may use freely, which stand for each other, and
 * which change the meaning so much that the passage must have them. Stricter than the retrieval thesaurus on purpose:
 * there maternity meets paternity, here it must not. Written by us; to extend, add a word to a line.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** English words that claim nothing by themselves. Negations, bounds, conditions and modal verbs are not among them. */
export const GLUE_ENGLISH = words(`
a an the this that these those such own same
i me my we us our ours you your yours yourself he him his she her hers it its they them their theirs one
am is are was were be been being do does did done have has had having
to of in on at as by for from into with and or than then there here so also too both that which who whom whose what how
will would can could may might must shall should need needs needed please note simply therefore thus hence moreover furthermore
please according accordingly policy policies document documents handbook states state stated says say section rule rules provides provide
applies apply applied regarding about concerning case cases means
get gets got give gives given entitled entitlement eligible able receive receives take takes
`);

/** Chinese words and particles that claim nothing by themselves. */
export const GLUE_CHINESE = words(`
的 了 着 过 地 得 之 其 所 以 和 与 及 或 或者 以及 并 并且 而 而且 则 即 也 都 就 还 再 又 在 于 从 到 向 对 对于 关于 由 为 是 有 会 将 把 被 让 给 按 按照 根据 依据
您 你 我 他 她 它 我们 你们 他们 您的 这 那 该 此 本 各 个 可 可以 能 能够 应 应当 应该 须 必须 需 需要 要 请 规定 制度 文件 政策 条款 条 其中 另外 此外 因此 所以 如下 即可 进行 享有 享受
`);

/** One line per meaning: each word stands for the others on its line, whatever the inflection. */
export const SYNONYMS = `
employee staff worker personnel
manager supervisor
company employer organization organisation firm
next following subsequent
start begin commence
end finish conclude
send submit hand file forward provide upload
buy purchase
tell inform notify report
ask request
allow permit
pay paid salary wage remuneration
holiday vacation
leave absence
ill sick unwell illness sickness
doctor physician medical
certificate note
approve authorize authorise sign
each per every any all
year annual annually yearly calendar-year
month monthly
week weekly
day daily
reimburse refund repay
remote remotely home
enter record register log
answer respond reply
carry transfer roll
lapse expire forfeit lost
unused remaining untaken
limit cap ceiling
building premises office
bring take
contain include comprise
work job
`
  .trim()
  .split("\n")
  .map((line) => line.split(" "));

/**
 * Words that may never be supplied by the sentence: who acts, kinds of leave and pay, order, time, share, opposites.
 * The passage (its text, not its headings alone) must have them, or a synonym from the table above.
 */
export const HARD_ENGLISH = words(`
manager supervisor director hr lead chief ceo board union council government law lawyer court police doctor customer client candidate
applicant contractor freelancer intern apprentice trainee student visitor guest spouse partner husband wife child children parent mother father
son daughter brother sister grandparent relative friend colleague
man men woman women male female
full part time full-time part-time permanent temporary fixed
paid unpaid sick maternity paternity parental adoption annual public bereavement dental breakfast lunch dinner
gross net taxable minimum maximum half double twice triple
all every each none most some few always sometimes usually often rarely
before after during until since within outside except including excluding unless only if
daily weekly monthly quarterly annually yearly hourly
first second third fourth fifth sixth seventh eighth ninth tenth last final
monday tuesday wednesday thursday friday saturday sunday weekend weekday
january february march april june july august september october november december
more less higher lower increase decrease rise reduce extend shorten
open closed free charge optional voluntary mandatory compulsory required automatic automatically
working calendar business consecutive
accept reject refuse deny lose keep end terminate dismiss dismissal resign fire suspend guarantee promise
immediately soon later early late
`);

export const HARD_CHINESE = words(`
经理 主管 总监 董事 董事长 总经理 部门经理 人事 人力资源部 工会 政府 法院 医生 医院 客户 实习生 配偶 丈夫 妻子 子女 父母 父亲 母亲 男 女 男性 女性
全职 兼职 全日制 非全日制 试用期 带薪 无薪 全薪 半薪 病假 年假 产假 陪产假 婚假 丧假 事假 育儿假 加班 工作日 休息日 法定节假日 自然日
之前 以前 之后 以后 期间 以内 之内 以外 之外 除外 每天 每日 每周 每月 每年 每季度 首次 第一 第二 第三 最后 全部 所有 一半 双倍 两倍 三倍
增加 减少 提高 降低 延长 缩短 自愿 强制 自动 立即 免费 收费 解雇 辞退 辞职 终止 拒绝 同意 保证
`);

/** Each raises a clause's count of denials by one. "-n't" is taken apart before. */
export const DENIALS = words("not no never none nobody nothing neither nor without cannot prohibited prohibit prohibits forbidden forbid forbids banned ban bans refused refuse denied deny unable ineligible disallowed excluded unlawful");
/** Chinese characters that deny, wherever they stand; HARMLESS_CHINESE is taken out before they are counted. */
export const DENIALS_CHINESE = /[不没無无未勿莫禁]|并非|不得/gu;
export const HARMLESS_CHINESE = /不仅|不但|不同|不断|不论|无论|不管|未来|不妨|不久|不时|除非|无薪|未成年/gu;

/** Words that narrow what is said; leaving one out makes a sentence claim more than the passage does. */
export const RESTRICTIONS = words("only unless except solely exclusively provided");
export const RESTRICTIONS_CHINESE = ["除非", "仅", "只", "除外", "除了"] as const;

export const DUTY = words("must shall required mandatory compulsory obliged obligated 必须 须 应当 应该 需要");
export const CHOICE = words("may can could might optional voluntary 可以 能够");

/** What follows is a number, in digits or words. */
const NUMBER = "(?= (?:\\d|[$€£¥]|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a hundred)\\b))";
const before = (phrases: string): RegExp => new RegExp(`\\b(?:${phrases})\\b${NUMBER}`, "g");

/** How many, written with words around a number → one sign beside it. Applied in this order, on normalised text. */
export const BOUNDS: readonly (readonly [RegExp, string])[] = [
  [before("(?:no|not) (?:more|longer|later|higher) than|(?:does |do |must |may )?not exceed(?:ing)?|(?:a |the )?maximum of|at (?:the )?most|up to(?: and including)?|within"), " ≤ "],
  [before("(?:no|not) (?:less|fewer|shorter) than|(?:a |the )?minimum of|at (?:the )?least"), " ≥ "],
  [before("more than|(?<!carry |roll )over|above|exceed(?:s|ing)?|longer than"), " > "],
  [before("less than|fewer than|under|below|shorter than"), " < "],
  [before("about|approximately|around|roughly|almost|nearly"), " ≈ "],
  [/\bor (?:more|longer|above|over|older)\b|\bat (?:the )?least\b/g, " ≥ "],
  [/\bor (?:less|fewer|below|under|shorter|younger)\b|\bat (?:the )?most\b/g, " ≤ "],
  [/以上/g, " ≥ "],
  [/以下|以内|之内/g, " ≤ "],
  [/不得?超过|最多|至多|不多于|不高于/g, " ≤ "],
  [/不得?少于|不得?低于|至少|最少|不短于/g, " ≥ "],
  [/超过|多于|高于/g, " > "],
  [/少于|低于|不足|不满/g, " < "],
  [/大约|约为|左右/g, " ≈ "],
];
