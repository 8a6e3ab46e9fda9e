/** @file Every sentence that growth says in the chat, in both languages. */
import { dayText } from "../../core/standing-text";
import type { PlanConstraints } from "../../contracts/growth";

interface PlanFigures {
  readonly title: string;
  readonly steps: number;
  readonly hours: number;
  readonly finish: string;
  readonly from: number;
  readonly to: number;
  readonly limits: string;
}
interface MoreFigures {
  readonly hours: number;
  readonly weekly: boolean;
  /** In all, until the deadline. */
  readonly total: number;
  readonly title: string;
  readonly limits: string;
  /** Coverage of the plan in force, and with the hours, 0–1. */
  readonly before: number;
  readonly after: number;
  readonly added: readonly string[];
  readonly dropped: readonly string[];
  readonly finishBefore: string | null;
  readonly finishAfter: string | null;
}
interface StepFigures {
  readonly order: number;
  readonly title: string;
  readonly reason: string;
  readonly summary: string;
  readonly later: readonly string[];
}
interface CareerFigures {
  readonly covered: number;
  readonly hours: number | null;
  readonly months: number | null;
  readonly people: number;
}
interface Situation {
  readonly site: string;
  readonly contract: string;
  readonly department: string;
  readonly startedOn: string;
  readonly years: number;
}

export interface ChatWords {
  readonly whichTarget: string;
  readonly targetExamples: readonly string[];
  unclear(title: string): string;
  /** A kind of occupation was named: which one? */
  which(title: string, choices: readonly string[]): string;
  /** An occupation that is not known; the nearest by name. */
  nearest(title: string, choices: readonly string[]): string;
  /** After an answer about an occupation: whose picture it is. */
  readonly occupationSource: string;
  noGap(title: string): string;
  gap(title: string, percent: number, open: readonly string[]): string;
  readonly state: Readonly<Record<"have" | "partly" | "missing", string>>;
  limits(constraints: PlanConstraints): string;
  plan(figures: PlanFigures): string;
  /** A deadline that is past, or too far. @param last the latest day that a plan may have */
  deadline(last: string): string;
  /** Figures that no plan can be made with. */
  readonly limitsOut: string;
  /** @param help what would make a first step possible; null: not known */
  noSteps(title: string, limits: string, help: string | null): string;
  /** No course teaches any of it, whatever the limits. @param open what is missing, most important first */
  notTaught(title: string, open: readonly string[]): string;
  more(figures: MoreFigures): string;
  readonly moreUnknown: string;
  /** The budget is to be changed by a share or sum, and none is set, or in another currency. */
  readonly noBudgetYet: string;
  hours(n: number): string;
  step(figures: StepFigures): string;
  courseNotInPlan(title: string, summary: string): string;
  readonly noPlanYet: string;
  readonly mentorForWhat: string;
  readonly mentor: string;
  readonly shares: string;
  mentors(skills: readonly string[], mentors: number, experts: number): string;
  noMentor(skills: readonly string[]): string;
  careers(from: string | null): string;
  readonly noCareers: string;
  careerDetail(figures: CareerFigures): string;
  situation(facts: Situation): string;
  readonly askPlan: string;
  readonly askMentor: string;
  readonly askStep: string;
  /** @param hours a week, two more than now */
  askMore(hours: number): string;
  askGapFirst(title: string): string;
}

const round = (n: number): string => String(Math.round(n * 10) / 10);
const percent = (share: number): string => round(share * 100);
/** Less is a matter of rounding. */
const LEAST_GAIN = 0.001;
const isEarlier = ({ finishBefore, finishAfter }: MoreFigures): boolean => finishBefore !== null && finishAfter !== null && finishAfter < finishBefore;
const LANGUAGES = { en: { en: "English", zh: "Chinese", nl: "Dutch", de: "German" }, zh: { en: "英语", zh: "中文", nl: "荷兰语", de: "德语" } } as const;
const AIMS = { en: { most: "", fastest: ", the fastest way", cheapest: ", the cheapest way", deepest: ", in depth" }, zh: { most: "", fastest: "，最快方案", cheapest: "，最省钱方案", deepest: "，最深入方案" } } as const;
const KINDS = { en: { course: "courses", project: "projects", certification: "certificates", mentoring: "mentoring", reading: "reading" }, zh: { course: "课程", project: "实践项目", certification: "认证", mentoring: "带教", reading: "自学阅读" } } as const;
const CONTRACTS: Readonly<Record<string, string>> = { permanent: "无固定期限合同", "fixed-term": "固定期限合同", "part-time": "非全日制", apprentice: "学徒合同" };

const english: ChatWords = {
  whichTarget: "What would you like to work towards? Name a role, an opening or a skill, and I compare it with your profile.",
  targetExamples: ["What am I missing to become a PLC engineer?", "A plan for project management with 3 hours a week"],
  unclear: (title) => `I recognise no skill in “${title}”. Name a role, a tool or a method, and I can compare it with your profile.`,
  which: (title, choices) => `“${title}” can mean several things. Which do you mean: ${choices.slice(0, -1).join(", ")}${choices.length > 1 ? " or " : ""}${choices.at(-1) ?? ""}? You can also name it more exactly.`,
  nearest: (title, choices) => `I don't know “${title}”, neither as a role here nor as an occupation. Nearest by name: ${choices.join(", ")}. You can also name the skills that it needs.`,
  occupationSource: "A general picture of the occupation (facts: O*NET, CC BY 4.0); an employer may ask for more.",
  noGap: (title) => `Your profile already shows everything that ${title} asks for.`,
  gap: (title, percent, open) => `Your profile covers ${percent} % of what ${title} asks for. The largest open points: ${open.join(", ")}. Only you see this.`,
  state: { have: "there", partly: "partly", missing: "missing" },
  limits: ({ hoursPerWeek, deadline, budget, languages, kinds, online, aim }) => `${round(hoursPerWeek)} hours a week until ${deadline}${budget ? `, at most ${budget.amount} ${budget.currency}` : ""}, in ${languages.map((language) => LANGUAGES.en[language]).join(" or ")}${kinds ? `, only ${kinds.map((kind) => KINDS.en[kind]).join(", ")}` : ""}${online ? ", online only" : ""}${AIMS.en[aim]}`,
  plan: ({ title, steps, hours, finish, from, to, limits }) => `A plan for ${title} within your limits (${limits}): ${steps} ${steps === 1 ? "step" : "steps"}, ${round(hours)} hours, done by ${finish}. It brings you from ${from} % to ${to} %. Nothing is stored until you begin it.`,
  deadline: (last) => `Choose a deadline after today and not later than ${last}.`,
  limitsOut: "No plan can be made with these figures: hours a week must lie above 0 and at most at 60, and the budget must not be negative.",
  noSteps: (title, limits, help) => `Within these limits (${limits}) the catalogue has no step that brings you closer to ${title}. ${help ?? "More hours, a later date, another language or a budget may help."}`,
  notTaught: (title, open) => `The catalogue teaches nothing of what you lack for ${title}: ${open.join(", ")}. More hours would not change that; a mentor may know the way, or those who look after training here can add a course.`,
  more: (figures) => {
    const { hours, weekly, total, title, limits, before, after, added, dropped, finishBefore, finishAfter } = figures;
    const quoted = (titles: readonly string[]) => titles.map((each) => `“${each}”`).join(", ");
    const said = `${round(hours)} more ${hours === 1 ? "hour" : "hours"}${weekly ? ` a week (${round(total)} in all)` : ""} on top of what you have now (${limits})`;
    const gained = after - before >= LEAST_GAIN;
    const outcome = gained
      ? `would bring you to ${percent(after)} % of ${title} instead of ${percent(before)} %${added.length > 0 ? `, with ${quoted(added)}` : ""}${dropped.length > 0 ? ` in place of ${quoted(dropped)}` : ""}`
      : isEarlier(figures)
        ? `would not bring you further than ${percent(before)} % of ${title}, but you would be done by ${finishAfter} instead of ${finishBefore}`
        : before >= 1 ? `would not bring you further: the plan already covers all of ${title}` : `would not bring you closer to ${title} than ${percent(before)} %: something else holds you back`;
    return `${said} ${outcome}. Your hours stay as they are until you say otherwise.`;
  },
  noBudgetYet: "No budget is set in that currency, so I cannot change it by that. Say a sum, for example “at most 500 euros”.",
  moreUnknown: "I could not work out in time what these hours would buy. Please ask again, or open the plan.",
  hours: (n) => `${round(n)} h`,
  step: ({ order, title, reason, summary, later }) => `Step ${order}, “${title}”: ${reason}${summary ? ` ${summary}` : ""}${later.length > 0 ? ` It comes before ${later.map((each) => `“${each}”`).join(", ")}, which needs it.` : ""}`,
  courseNotInPlan: (title, summary) => `“${title}” is not in your plan. ${summary}`,
  noPlanYet: "You have no plan yet. Name a goal, and I make one with a reason for every step.",
  mentorForWhat: "What would you like to learn from a mentor? Name a skill, or the role that you work towards.",
  mentor: "mentor",
  shares: "shares this skill",
  mentors: (skills, mentors, experts) => `For ${skills.join(", ")}: ${[mentors > 0 ? `${mentors} ${mentors === 1 ? "mentor" : "mentors"} with a place free` : "", experts > 0 ? `${experts} ${experts === 1 ? "colleague" : "colleagues"} who chose to be found` : ""].filter(Boolean).join(" and ")}. You can ask one of them under Mentors & network.`,
  noMentor: (skills) => `Nobody who opted in covers ${skills.join(", ")} at present. Fill in a mentoring card, and the next round looks for you.`,
  careers: (from) => (from ? `From ${from}, these roles are nearest, by moves that colleagues made and by skills:` : "These roles are nearest to what your profile shows:"),
  noCareers: "The company has not described its roles yet, so I cannot say which are near.",
  careerDetail: ({ covered, hours, months, people }) => [`you cover ${covered} %`, hours === null ? "the catalogue does not teach all of it" : hours === 0 ? "nothing to learn first" : `about ${round(hours)} hours of learning, ${months} ${months === 1 ? "month" : "months"} at your pace`, people > 0 ? `${people} colleagues made this move` : ""].filter(Boolean).join("; "),
  situation: ({ site, contract, department, startedOn, years }) => `Your record: ${site}, ${department}, ${contract}, since ${dayText(startedOn, "en")} (${years} ${years === 1 ? "year" : "years"}).`,
  askPlan: "Make me a plan for it",
  askMentor: "Who could mentor me in this?",
  askStep: "Why the first step?",
  askMore: (hours) => `And with ${round(hours)} hours a week?`,
  askGapFirst: (title) => (title === "" ? "" : `What am I missing to become ${/^[aeiou]/i.test(title) ? "an" : "a"} ${title}?`),
};

const chinese: ChatWords = {
  whichTarget: "您想朝哪个方向发展？说出一个岗位、在招职位或技能，我会与您的档案比对。",
  targetExamples: ["成为PLC工程师我还差什么？", "每周3小时，给我一份项目管理学习计划"],
  unclear: (title) => `“${title}”中没有识别出技能。请说出岗位、工具或方法，我再与您的档案比对。`,
  which: (title, choices) => `“${title}”可以指不同的职业。您指的是哪一个：${choices.slice(0, -1).join("、")}${choices.length > 1 ? "，还是" : ""}${choices.at(-1) ?? ""}？也可以说得更具体一些。`,
  nearest: (title, choices) => `我不认识“${title}”：公司没有这个岗位，职业表里也没有。名称最接近的有：${choices.join("、")}。您也可以说出它需要的技能。`,
  occupationSource: "以上是该职业的一般要求（事实依据：O*NET，CC BY 4.0），具体雇主的要求可能更多。",
  noGap: (title) => `“${title}”的要求您的档案已全部具备。`,
  gap: (title, percent, open) => `您的档案已覆盖“${title}”要求的 ${percent}%。最主要的差距：${open.join("、")}。只有您能看到。`,
  state: { have: "已具备", partly: "部分具备", missing: "缺少" },
  limits: ({ hoursPerWeek, deadline, budget, languages, kinds, online, aim }) => `每周 ${round(hoursPerWeek)} 小时，到 ${deadline} 为止${budget ? `，不超过 ${budget.amount} ${budget.currency}` : ""}，${languages.map((language) => LANGUAGES.zh[language]).join("或")}授课${kinds ? `，只含${kinds.map((kind) => KINDS.zh[kind]).join("、")}` : ""}${online ? "，仅线上" : ""}${AIMS.zh[aim]}`,
  plan: ({ title, steps, hours, finish, from, to, limits }) => `按您的条件（${limits}）为“${title}”排出的计划：共 ${steps} 步、${round(hours)} 小时，${finish} 前完成，覆盖率从 ${from}% 提升到 ${to}%。开始之前不会保存。`,
  deadline: (last) => `请选择今天之后、不晚于 ${last} 的期限。`,
  limitsOut: "按这些数字无法制定计划：每周学习时间须大于 0 且不超过 60 小时，预算不能为负数。",
  noSteps: (title, limits, help) => `在这些条件下（${limits}），课程目录中没有能让您更接近“${title}”的步骤。${help ?? "可以增加时间、推迟期限、换一种语言或提高预算。"}`,
  notTaught: (title, open) => `您要成为“${title}”所缺的${open.join("、")}，课程目录里都没有。增加时间也无济于事；可以请教导师，或请培训负责人增设课程。`,
  more: (figures) => {
    const { hours, weekly, total, title, limits, before, after, added, dropped, finishBefore, finishAfter } = figures;
    const quoted = (titles: readonly string[]) => titles.map((each) => `“${each}”`).join("、");
    const said = `在现有条件（${limits}）之外，${weekly ? "每周" : ""}再多 ${round(hours)} 小时${weekly ? `（共 ${round(total)} 小时）` : ""}`;
    const gained = after - before >= LEAST_GAIN;
    const outcome = gained
      ? `，“${title}”的覆盖率可达 ${percent(after)}%，而不是 ${percent(before)}%${added.length > 0 ? `，新增${quoted(added)}` : ""}${dropped.length > 0 ? `，取代${quoted(dropped)}` : ""}`
      : isEarlier(figures)
        ? `，覆盖率仍为 ${percent(before)}%，但可在 ${finishAfter} 完成，而不是 ${finishBefore}`
        : before >= 1 ? `也不会更进一步：计划已覆盖“${title}”的全部要求` : `也不会比 ${percent(before)}% 更接近“${title}”：限制在别处`;
    return `${said}${outcome}。在您另行说明之前，每周时间保持不变。`;
  },
  noBudgetYet: "目前没有设定该币种的预算，因此无法按此调整。请直接给出金额，例如“不超过 500 欧元”。",
  moreUnknown: "没能及时算出这些小时能带来什么。请再问一次，或打开计划页面查看。",
  hours: (n) => `${round(n)} 小时`,
  step: ({ order, title, reason, summary, later }) => `第 ${order} 步“${title}”：${reason}${summary}${later.length > 0 ? `它排在${later.map((each) => `“${each}”`).join("、")}之前，因为后者需要它。` : ""}`,
  courseNotInPlan: (title, summary) => `“${title}”不在您的计划中。${summary}`,
  noPlanYet: "您还没有计划。说出一个目标，我会排出计划，并说明每一步的理由。",
  mentorForWhat: "您想向导师学习什么？说出一项技能，或您想从事的岗位。",
  mentor: "导师",
  shares: "公开了这项技能",
  mentors: (skills, mentors, experts) => `关于${skills.join("、")}：${[mentors > 0 ? `有 ${mentors} 位导师尚有名额` : "", experts > 0 ? `另有 ${experts} 位同事愿意被查找` : ""].filter(Boolean).join("，")}。可在“导师与交流”中提出请求。`,
  noMentor: (skills) => `目前没有自愿加入的同事涵盖${skills.join("、")}。填写导师卡后，下一轮匹配会为您寻找。`,
  careers: (from) => (from ? `从“${from}”出发，按同事的实际转岗和技能相近程度，最近的岗位有：` : "与您的档案最接近的岗位有："),
  noCareers: "公司尚未描述各岗位，因此无法判断哪些与您接近。",
  careerDetail: ({ covered, hours, months, people }) => [`您已覆盖 ${covered}%`, hours === null ? "课程目录未能覆盖全部要求" : hours === 0 ? "无需先学习" : `约需学习 ${round(hours)} 小时，按您的节奏 ${months} 个月`, people > 0 ? `有 ${people} 位同事走过这条路` : ""].filter(Boolean).join("；"),
  situation: ({ site, contract, department, startedOn, years }) => `您的记录：${site}，${department}，${CONTRACTS[contract] ?? contract}，自${dayText(startedOn, "zh")}起（${years} 年）。`,
  askPlan: "为此给我一份计划",
  askMentor: "谁可以带我学这个？",
  askStep: "为什么有第一步？",
  askMore: (hours) => `如果每周${round(hours)}小时呢？`,
  askGapFirst: (title) => (title === "" ? "" : `成为${title}我还差什么？`),
};

export const CHAT = { en: english, zh: chinese } as const;
