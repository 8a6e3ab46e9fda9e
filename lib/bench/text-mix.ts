/**
 * @file Text mix: invented HR sentences in English and Chinese, in the lengths that Cadre meets: questions,
 * sentences and passages. Seeded; no real text.
 */
import { createRng } from "../core/rng";

type Language = "en" | "zh";

const PARTS: Record<Language, { who: string[]; does: string[]; what: string[]; when: string[]; ask: string[] }> = {
  en: {
    who: ["The line manager", "Every new starter", "A part-time colleague", "The payroll team", "Whoever works nights", "The site nurse", "An apprentice", "The works council"],
    does: ["confirms", "may carry over", "has to record", "is refunded for", "must hand in", "can swap", "keeps a copy of", "receives"],
    what: ["unused annual leave", "the signed overtime sheet", "travel receipts under the daily limit", "a doctor's note", "the phased return plan", "safety shoes and their replacement", "two paid volunteering days", "the exit interview form"],
    when: ["within ten working days", "before the end of March", "after six months of service", "unless a shift lead has agreed otherwise", "as soon as the system is back", "in the month that follows", "without giving a reason", "on the first day of absence"],
    ask: ["How long does it take until", "Do I need approval when", "Who decides whether", "What happens if"],
  },
  zh: {
    who: ["部门负责人", "新入职的员工", "兼职同事", "薪酬小组", "上夜班的人", "厂区医务室", "学徒", "职工代表"],
    does: ["须在系统中确认", "可以结转", "应当登记", "能够报销", "必须提交", "可以调换", "需要保存", "将收到"],
    what: ["未休的年休假", "签字的加班单", "限额以内的差旅票据", "医生出具的证明", "逐步复工计划", "劳保鞋及其更换申请", "两天带薪志愿者假", "离职面谈表"],
    when: ["十个工作日之内", "三月底以前", "入职满六个月之后", "除非班组长另有约定", "系统恢复之后", "次月", "无须说明理由", "缺勤的第一天"],
    ask: ["请问多久以后", "是否需要批准才", "由谁决定", "如果发生变化"],
  },
};

/** Share of texts by length in tokens: a question box, single sentences, and the passages of an index. */
export const LENGTH_MIX = [
  { share: 0.4, minTokens: 5, maxTokens: 20, what: "questions" },
  { share: 0.35, minTokens: 20, maxTokens: 80, what: "sentences" },
  { share: 0.25, minTokens: 80, maxTokens: 200, what: "passages" },
] as const;

/** One text in three is Chinese. */
const CHINESE_SHARE = 1 / 3;

/**
 * @param count number of texts
 * @param countTokens of the encoder in use; lengths are drawn evenly within each class of LENGTH_MIX
 */
export function makeTextMix(count: number, countTokens: (text: string) => number, seed = 5): string[] {
  const random = createRng(seed);
  return Array.from({ length: count }, (_, at) => {
    const language: Language = random() < CHINESE_SHARE ? "zh" : "en";
    const kind = classOf((at + 0.5) / count);
    const wanted = kind.minTokens + Math.floor(random() * (kind.maxTokens - kind.minTokens + 1));
    return grow(language, { wanted, isQuestion: kind === LENGTH_MIX[0], random, countTokens });
  })
    .map((text) => ({ text, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ text }) => text);
}

function classOf(position: number): (typeof LENGTH_MIX)[number] {
  let sum = 0;
  return LENGTH_MIX.find((kind) => position < (sum += kind.share)) ?? LENGTH_MIX[2];
}

/** Adds sentences until the text is long enough, then cuts at a word so that it is not too long. */
function grow(
  language: Language,
  how: { wanted: number; isQuestion: boolean; random: () => number; countTokens: (text: string) => number },
): string {
  const { wanted, isQuestion, random, countTokens } = how;
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? "";
  const { who, does, what, when, ask } = PARTS[language];
  const glue = language === "en" ? " " : "";
  let text = isQuestion ? pick(ask) : "";
  while (countTokens(text) < wanted) {
    const clause = language === "en" ? [pick(who), pick(does), `${pick(what)},`, pick(when)] : [pick(who), pick(when), pick(does), pick(what)];
    text += (text === "" ? "" : glue) + clause.join(glue) + (language === "en" ? "." : "。");
  }
  const pieces = language === "en" ? text.split(" ") : [...text];
  while (countTokens(pieces.join(glue)) > wanted) pieces.pop();
  return pieces.join(glue);
}
