/**
 * @file Interview kit: questions from a scorecard: what is claimed and worth hearing about, what is only listed, what is
 * missing. The same job gives every candidate the same questions for the same findings; nothing asks about the person.
 */
import type { EvidenceQuote, Scorecard, ScorePart } from "../types";

export interface InterviewQuestion {
  /** verify: shown in work, ask how; probe: only listed or partly there; gap: nothing found. */
  readonly purpose: "verify" | "probe" | "gap";
  readonly requirementId: string;
  readonly requirement: string;
  readonly mustHave: boolean;
  readonly question: { readonly en: string; readonly zh: string };
  /** What a good answer has. */
  readonly listenFor: { readonly en: string; readonly zh: string };
  readonly evidence: readonly EvidenceQuote[];
}

const ORDER = { gap: 0, probe: 1, verify: 2 } as const;
const MAX_QUESTIONS = 12;

/** @returns at most 12: must-haves first, gaps before listed skills before what is shown */
export function interviewKit(card: Scorecard): InterviewQuestion[] {
  return card.parts
    .flatMap((part): { question: InterviewQuestion; weight: number }[] => (part.requirementId === null || part.kind === "place" || part.weight === 0 ? [] : [{ question: toQuestion(part, part.requirementId), weight: part.weight }]))
    .sort((a, b) => Number(b.question.mustHave) - Number(a.question.mustHave) || ORDER[a.question.purpose] - ORDER[b.question.purpose] || b.weight - a.weight || (a.question.requirementId < b.question.requirementId ? -1 : 1))
    .slice(0, MAX_QUESTIONS)
    .map(({ question }) => question);
}

function toQuestion(part: ScorePart, requirementId: string): InterviewQuestion {
  const purpose = part.standing === "missing" || part.score === 0 ? "gap" : part.met && part.standing === "verified" ? "verify" : "probe";
  return { purpose, requirementId, requirement: part.name, mustHave: part.mustHave, ...wordsFor(part, purpose), evidence: part.evidence };
}

function wordsFor({ name, kind, years }: ScorePart, purpose: InterviewQuestion["purpose"]): Pick<InterviewQuestion, "question" | "listenFor"> {
  if (kind === "experience" && years && purpose !== "verify") {
    const found = years.found === null ? { en: "gives no dates for it", zh: "未注明相关时间" } : { en: `shows ${years.found} of the ${years.asked} years asked for`, zh: `显示 ${years.found} 年，岗位要求 ${years.asked} 年` };
    return {
      question: { en: `The résumé ${found.en} as ${name}. Which of your other work was of that kind, and for how long?`, zh: `简历${found.zh}（${name}）。您还有哪些工作属于这一类？做了多久？` },
      listenFor: { en: "Named projects with dates, and what was done alone.", zh: "具体项目及时间，以及独立完成的部分。" },
    };
  }
  if (kind === "education" || kind === "certificate" || kind === "language") {
    return {
      question: purpose === "gap" ? { en: `The job asks for ${name}; the résumé does not mention it. Do you have it, or something that stands for it?`, zh: `岗位要求${name}，简历中未提及。您是否具备，或有同等的资格？` } : { en: `Please tell us about ${name}: where and how you have used it at work.`, zh: `请介绍${name}：在工作中何时、如何用到？` },
      listenFor: { en: "Proof that can be shown, and use in real work.", zh: "可以出示的证明，以及在实际工作中的运用。" },
    };
  }
  if (purpose === "gap") {
    return {
      question: { en: `The job needs ${name}; the résumé does not show it. What have you done that comes closest, and how would you learn the rest?`, zh: `岗位需要${name}，简历中没有体现。您做过的哪些工作与此最接近？其余部分打算如何补上？` },
      listenFor: { en: "A neighbouring skill with an example; a realistic way and time to learn.", zh: "相近技能的实例；切实可行的学习方式和时间。" },
    };
  }
  if (purpose === "probe") {
    return {
      question: { en: `You list ${name}. Tell us about one time you used it: what was the task, what did you do yourself, what came of it?`, zh: `您提到了${name}。请举一个实际运用的例子：任务是什么，您本人做了什么，结果如何？` },
      listenFor: { en: "A concrete case in the first person, with a result that can be checked.", zh: "以本人为主的具体案例，结果可以核实。" },
    };
  }
  return {
    question: { en: `Your work shows ${name}. What was hardest about it there, and what would you do differently today?`, zh: `您的工作经历体现了${name}。当时最难的是什么？今天您会怎样改进？` },
    listenFor: { en: "Depth: trade-offs, mistakes and what was learned from them.", zh: "深度：取舍、失误以及从中得到的经验。" },
  };
}
