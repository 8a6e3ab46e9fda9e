/**
 * @file The stay interview, in the browser: six questions that a manager asks somebody they want to keep, and what to do about the
 * answers. The manager says for each answer how it stands; nothing is read out of the notes. Every suggestion says what
 * it rests on: that mark, what the person shares, or a policy to look up. No score of a person, no forecast.
 * @source six open themes after Kaye and Jordan-Evans, "Love 'Em or Lose 'Em" (stay interviews)
 */
import type { InterviewGuide } from "../contracts/growth-interviews";
import type { OfferTopic } from "../contracts/growth-offers";

type Words = InterviewGuide["facts"]["strengths"][number];

export const QUESTION_IDS = ["energy", "skills", "growth", "support", "flexibility", "leaving"] as const;
export type QuestionId = (typeof QUESTION_IDS)[number];
/** How an answer stands, as the manager heard it. */
export const MARKS = ["good", "mixed", "change"] as const;
export type Mark = (typeof MARKS)[number];

/** What the person shares with their manager; empty and null where they share nothing. Strengths: skills at level 3 or above. */
export type SharedFacts = InterviewGuide["facts"];

export interface Suggestion {
  readonly id: string;
  readonly question: QuestionId;
  readonly text: Words;
  /** What it rests on, one sentence each. */
  readonly because: readonly Words[];
  /** Policies worth reading together. */
  readonly topics: readonly OfferTopic[];
}

interface Draft {
  readonly id: string;
  readonly text: Words;
  readonly because?: readonly Words[];
  readonly topics?: readonly OfferTopic[];
}

const MARKED: Readonly<Record<Exclude<Mark, "good">, Words>> = {
  mixed: { en: "You marked this answer as mixed.", zh: "您把这个回答标为“一般”。" },
  change: { en: "You marked this answer as “needs to change”.", zh: "您把这个回答标为“需要改变”。" },
};

/** What to do about an answer that does not go well. */
const DRAFTS: Readonly<Record<QuestionId, (facts: SharedFacts, mark: Exclude<Mark, "good">) => readonly Draft[]>> = {
  energy: () => [{ id: "one-task", text: { en: "Agree on one task to hand over or change, and look at it again in four weeks.", zh: "商定一项可以移交或调整的工作，四周后再看效果。" } }],
  skills: ({ strengths }) => [
    { id: "use-strengths", text: { en: "Find a project, a rotation or a stand-in that uses what they are good at.", zh: "找一个能发挥其专长的项目、轮岗或代班机会。" }, because: strengths.length > 0 ? [strengthsFact(strengths)] : [], topics: ["rotation"] },
    { id: "mentor", text: { en: "Ask whether they would like to mentor: a mentoring card is their choice.", zh: "问问对方是否愿意担任导师，是否填写导师卡由本人决定。" } },
  ],
  growth: (facts) => [growthDraft(facts)],
  support: () => [{ id: "fixed-talk", text: { en: "Fix a half hour every two weeks, and ask there what they asked of you today.", zh: "每两周固定半小时，回顾今天对方向您提出的事项。" } }],
  flexibility: () => [{ id: "hours-and-place", text: { en: "Go through working hours and place together, and settle what is possible from next month.", zh: "一起梳理工作时间和地点，确定下月起可以做到的安排。" }, topics: ["flexible-hours", "remote-work"] }],
  leaving: (_, mark) => [
    { id: "talk-again", text: { en: "Talk again within two weeks about what brought it up, and bring what you have settled.", zh: "两周内再谈一次起因，并说明已经落实的事项。" } },
    ...(mark === "change" ? [{ id: "time-out", text: { en: "Speak openly about another role or a time away before they decide.", zh: "在对方作出决定之前，坦率讨论转岗或暂离的可能。" }, topics: ["rotation", "sabbatical"] as const }] : []),
  ],
};

function growthDraft({ shares, plan }: SharedFacts): Draft {
  if (plan && plan.late > 0) {
    const because = [{ en: `Their shared plan “${plan.title.en}” has ${plan.late} late ${plan.late === 1 ? "step" : "steps"}.`, zh: `对方共享的计划“${plan.title.zh}”有 ${plan.late} 步逾期。` }];
    return { id: "free-time", text: { en: "Set time free for learning and let them plan again from today.", zh: "腾出学习时间，请对方从今天起重新安排计划。" }, because, topics: ["study-leave"] };
  }
  if (plan) {
    const because = [{ en: `Their shared plan “${plan.title.en}”: ${plan.done} of ${plan.of} steps done.`, zh: `对方共享的计划“${plan.title.zh}”：已完成 ${plan.done}/${plan.of} 步。` }];
    return { id: "use-plan", text: { en: "Agree on a piece of real work in which the next step can be used.", zh: "商定一项能用上下一步所学的实际工作。" }, because, topics: ["promotion"] };
  }
  const because = shares ? [{ en: "They share their growth with you, and no plan is under way.", zh: "对方与您共享了成长信息，目前没有进行中的计划。" }] : [];
  return { id: "begin-plan", text: { en: "Agree on hours a week for learning; they can make a plan for their goal under Growth.", zh: "商定每周学习时间，对方可在“个人成长”中为目标制定计划。" }, because, topics: ["learning-budget", "study-leave"] };
}

const strengthsFact = (strengths: readonly Words[]): Words => ({ en: `They share these as strengths: ${strengths.map(({ en }) => en).join(", ")}.`, zh: `对方共享的强项：${strengths.map(({ zh }) => zh).join("、")}。` });

/** @returns for every answer marked mixed or to be changed, in the order of the questions; those to be changed first */
export function suggestActions(marks: Partial<Readonly<Record<QuestionId, Mark>>>, facts: SharedFacts): Suggestion[] {
  const of = (wanted: Exclude<Mark, "good">) =>
    QUESTION_IDS.filter((id) => marks[id] === wanted).flatMap((question) =>
      DRAFTS[question](facts, wanted).map(({ id, text, because = [], topics = [] }): Suggestion => ({ id, question, text, because: [MARKED[wanted], ...because], topics })),
    );
  return [...of("change"), ...of("mixed")];
}
