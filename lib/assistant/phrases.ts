/**
 * @file Every sentence that Cadre itself says in an answer, in both languages. Anything else in an answer is quoted.
 */
import type { Language } from "../core/types";

/** What else than documents somebody can ask about: theirs by role, and only while its module is on. */
export type HelpTopic = "ask-hr" | "growth" | "candidates" | "recruiting" | "insights";

export interface Phrases {
  readonly answered: string;
  readonly answeredOne: string;
  readonly conflict: string;
  readonly closest: string;
  /** @param date `YYYY-MM-DD` */
  verified(date: string): string;
  /** Something held at the time asked about; what holds now follows. */
  readonly history: string;
  /** Nothing applies to the asker; the documents say it for others, or said it once. */
  readonly elsewhere: string;
  readonly none: string;
  readonly outOfScope: string;
  readonly greeting: string;
  readonly thanks: string;
  readonly help: string;
  /** A sentence more of the help, and questions that can be asked. */
  readonly helpWith: Readonly<Record<HelpTopic, { readonly says: string; readonly asks: readonly string[] }>>;
  readonly deniedCandidates: string;
  readonly deniedPolicies: string;
  candidates(count: number, parts: readonly string[]): string;
  readonly noCandidates: string;
  readonly candidatesUnclear: string;
  readonly helpSuggestions: readonly string[];
}

const english: Phrases = {
  answered: "This is what the documents say:",
  answeredOne: "This is what the document says:",
  conflict: "The documents do not agree on this. Both are shown; ask the policy's owner which one holds:",
  closest: "I found no clear answer in the documents. These are the nearest passages, not an answer:",
  history: "This is how it was, and what holds now where the documents say so:",
  elsewhere: "No document that applies here answers this. These do not apply, but they answer it for others or for another time:",
  verified: (date) => `HR has answered this question. HR-verified on ${date}:`,
  none: "The documents I can read for you do not say. HR can answer this, and add it to the documents.",
  outOfScope:
    "That is not something I can help with. I answer questions about your company's policies, training and working life from its own documents, always with the passage quoted.",
  greeting: "Hello. Ask me anything about your company's policies, and I will quote what the documents say.",
  thanks: "You are welcome.",
  help: "I answer questions from your company's own documents and quote the passage each answer rests on. When the documents do not say, I tell you so. You can ask in English or Chinese, and follow up on an answer.",
  helpWith: {
    "ask-hr": { says: "What they do not say you can send to HR.", asks: [] },
    growth: { says: "Of your growth I tell you what you lack for a role, how to get there, and who could mentor you.", asks: ["What am I missing to become a data scientist?"] },
    candidates: { says: "I look for people in résumés and quote the lines that match.", asks: ["Find someone with Python and SQL", "Who speaks Mandarin and has worked in sales?"] },
    recruiting: { says: "For the openings that you work on I say who meets what, and draft letters.", asks: [] },
    insights: { says: "From people insights I read out why people leave, how results stand and what comments are about.", asks: ["Why do people leave us?"] },
  },
  deniedCandidates: "Searching candidates is for recruiters. With your role I can answer questions about policies and working life.",
  deniedPolicies: "Your role does not include questions about policies.",
  candidates: (count, parts) => `${count === 1 ? "One person's résumé shows" : `${count} people's résumés show`} some of what you asked for (${parts.join(" · ")}). Quoted lines say which; the choice is yours.`,
  noCandidates: "No résumé that you may read shows what you asked for.",
  candidatesUnclear: "Tell me what to look for: a role, skills, languages, a place, or years of experience.",
  helpSuggestions: ["How many days of annual leave do I have?", "What do I do when I am ill?", "Can I work from home?"],
};

const chinese: Phrases = {
  answered: "文件中的原文如下：",
  answeredOne: "文件中的原文如下：",
  conflict: "各文件的规定不一致，以下并列显示，请向制度负责人确认以哪一份为准：",
  closest: "文件中没有找到明确的答案。以下是最接近的段落，并不是答案：",
  history: "以下是当时的规定；如有现行规定，一并列出：",
  elsewhere: "没有适用的文件回答这一点。以下文件并不适用，只说明其他人员或其他时期的规定：",
  verified: (date) => `人力资源部已答复过这个问题，于 ${date} 核实：`,
  none: "您可以查阅的文件中没有提到这一点。您可以向人力资源部询问，并请他们补充到文件中。",
  outOfScope: "这个问题我帮不上忙。我只根据公司自己的文件回答制度、培训和工作方面的问题，并附上原文。",
  greeting: "您好！请问我公司制度方面的问题，我会引用文件原文来回答。",
  thanks: "不客气。",
  help: "我根据公司自己的文件回答问题，并引用每个答案所依据的原文；文件没有写的，我会直说。您可以用中文或英文提问，也可以接着追问。",
  helpWith: {
    "ask-hr": { says: "文件未能解答的问题，您可以提交给人力资源部。", asks: [] },
    growth: { says: "关于您的成长，我可以说明您离某个岗位还差什么、如何达到，以及谁可以做您的导师。", asks: ["成为数据科学家我还差什么？"] },
    candidates: { says: "我可以在简历中找人，并引用相符的原文。", asks: ["找会 Python 和 SQL 的人", "谁会说英语并且做过销售？"] },
    recruiting: { says: "对您负责的职位，我可以说明谁符合哪些要求，并起草信件。", asks: [] },
    insights: { says: "我可以读出人员分析的结果：离职原因、绩效情况以及意见的主题。", asks: ["为什么这么多人离职？"] },
  },
  deniedCandidates: "搜索候选人仅限招聘人员。以您的角色，我可以回答制度和工作方面的问题。",
  deniedPolicies: "您的角色不能查询制度。",
  candidates: (count, parts) => `有 ${count} 份简历符合您的部分或全部要求（${parts.join(" · ")}）。引文说明各自符合哪些，选择由您决定。`,
  noCandidates: "您可以查阅的简历中，没有符合要求的。",
  candidatesUnclear: "请告诉我要找什么样的人：职位、技能、语言、地点或工作年限。",
  helpSuggestions: ["我有多少天年假？", "生病了怎么请假？", "可以在家办公吗？"],
};

export function phrasesIn(language: Language): Phrases {
  return language === "zh" ? chinese : english;
}
