/**
 * @file The plan that stands in a chat answer, read from its sentence and rows as a person reads them, and checked against what was
 * stated: nothing of the planner's own result is used. Days, hours and titles are what the answer shows; prices, languages, kinds,
 * places and prerequisites are the catalogue's.
 */
import type { GrowthReply } from "../assistant/growth/types";
import type { Language } from "../core/types";
import { factsOf, verifySteps } from "../growth/plan/verify-plan";
import type { Course, PlanRequest, PlanStep } from "../growth/types";

/** How the chat begins its sentence of a plan (lib/server/growth/chat-words.ts): steps, hours, last day, coverage before and after. */
const SENTENCES: Readonly<Record<Language, RegExp>> = {
  en: /: (\d+) steps?, ([\d.]+) hours, done by (\d{4}-\d\d-\d\d)\. It brings you from (\d+) % to (\d+) %\./,
  zh: /共 (\d+) 步、([\d.]+) 小时，(\d{4}-\d\d-\d\d) 前完成，覆盖率从 (\d+)% 提升到 (\d+)%/,
};
const ROW = /^(\d{4}-\d\d-\d\d) – (\d{4}-\d\d-\d\d) · ([\d.]+) (?:h|小时)$/;
/** Hours of the demo's catalogue fill weeks: the planner saves up by the week. */
const BLOCK_DAYS = 7;

export interface AnsweredPlan {
  readonly steps: readonly PlanStep[];
  readonly said: { readonly steps: number; readonly hours: number; readonly finish: string; readonly from: number; readonly to: number };
  /** What stands in the answer and is nowhere in the catalogue. */
  readonly unreadable: readonly string[];
}

/** @returns null: the answer holds no plan (nothing fits, something is asked back, only what more hours would add) */
export function readAnswerPlan({ text, rows }: Pick<GrowthReply, "text" | "rows">, { courses, sites, language }: Pick<PlanRequest, "courses" | "sites"> & { readonly language: Language }): AnsweredPlan | null {
  const found = SENTENCES[language].exec(text);
  if (!found) return null;
  const [, steps = "", hours = "", finish = "", from = "", to = ""] = found;
  const unreadable: string[] = [];
  const read = rows.flatMap(({ title, figure }, i): PlanStep[] => {
    const [, start = "", end = "", shown = ""] = ROW.exec(figure) ?? [];
    const course = courses.find((each) => each.title[language] === title && Math.abs(each.hours - Number(shown)) < 0.051);
    if (!course || start === "") {
      unreadable.push(`“${title}”, ${figure}: no such step in the catalogue`);
      return [];
    }
    return [{ courseId: course.id, kind: course.kind, order: i + 1, start, end, session: sessionOf(course, { start, end, sites }), hours: course.hours, price: course.price.amount, lifts: [], neededBy: [], reason: { en: "", zh: "" } }];
  });
  return { steps: read, said: { steps: Number(steps), hours: Number(hours), finish, from: Number(from), to: Number(to) }, unreadable };
}

/** The session on these days; of several, one that the learner can attend. */
function sessionOf({ sessions }: Course, { start, end, sites }: { readonly start: string; readonly end: string; readonly sites: PlanRequest["sites"] }): PlanStep["session"] {
  const then = sessions.filter((each) => each.start === start && each.end === end);
  return then.find(({ site }) => site === null || sites === null || sites.includes(site)) ?? then[0] ?? null;
}

/** @param stated what was said, and the asker's own circumstances where nothing was  @returns one sentence per violation; empty when the answer keeps all of it */
export function checkAnswerPlan({ steps, said, unreadable }: AnsweredPlan, stated: PlanRequest): string[] {
  const wrong = [...unreadable];
  if (steps.length + unreadable.length !== said.steps) wrong.push(`says ${said.steps} steps and shows ${steps.length + unreadable.length}`);
  const { hours, coverageAfter } = factsOf(stated, steps);
  if (Math.abs(hours - said.hours) > 0.051) wrong.push(`says ${said.hours} hours and shows ${hours}`);
  if (Math.abs(100 * stated.gap.coverage - said.from) > 0.5 + 1e-6 || Math.abs(100 * coverageAfter - said.to) > 0.5 + 1e-6) wrong.push(`says from ${said.from} % to ${said.to} %, but it is from ${(100 * stated.gap.coverage).toFixed(1)} % to ${(100 * coverageAfter).toFixed(1)} %`);
  const last = steps.map(({ end }) => end).sort().at(-1);
  if (last !== undefined && last !== said.finish) wrong.push(`says done by ${said.finish}, and ends on ${last}`);
  return [...wrong, ...verifySteps(stated, { steps, blockDays: BLOCK_DAYS })];
}
