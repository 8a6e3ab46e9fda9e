/**
 * @file Why a step is in the plan, in one sentence: what it lifts for the target, and what it prepares.
 */
import { interestReason } from "../interests";
import type { Course, PlanStep, Words } from "../types";
import type { Problem } from "./problem";

interface Parts {
  readonly course: Course;
  readonly lifts: PlanStep["lifts"];
  readonly neededBy: readonly string[];
  readonly name: (skillId: string) => Words;
}

const join = (parts: readonly string[], last: string): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} ${last} ${parts.at(-1) ?? ""}`;

export function stepReason(problem: Problem, { course, lifts, neededBy, name }: Parts): Words {
  const target = problem.request.gap.target.title;
  const en: string[] = [];
  const zh: string[] = [];
  if (lifts.length > 0) {
    const must = lifts.some(({ skillId }) => problem.request.gap.items.some((item) => item.mustHave && item.any.includes(skillId)));
    const lifted = lifts.map(({ skillId, from, to }) => `${name(skillId).en} from level ${from} to ${to}`);
    en.push(`Lifts ${join(lifted, "and")}${must ? `, a must for ${target.en}` : ` for ${target.en}`}.`);
    const liftedZh = lifts.map(({ skillId, from, to }) => `“${name(skillId).zh}”从 ${from} 级提高到 ${to} 级`);
    zh.push(`把${liftedZh.join("、")}，${must ? `是“${target.zh}”的必备要求` : `用于“${target.zh}”`}。`);
  }
  if (neededBy.length > 0) {
    const later = neededBy.map((id) => problem.request.courses.find((each) => each.id === id)?.title ?? { en: id, zh: id });
    en.push(`Comes first because ${join(later.map((title) => `“${title.en}”`), "and")} ${later.length > 1 ? "build" : "builds"} on it.`);
    zh.push(`排在前面，因为${later.map((title) => `“${title.zh}”`).join("、")}需要以它为基础。`);
  }
  if (problem.request.wishes.include.includes(course.id)) {
    en.push("You asked for it, or have begun it.");
    zh.push("这是您指定的或已经开始的步骤。");
  }
  const interest = problem.request.interesting?.[course.id];
  if (interest && en.length > 0) {
    en.push(interestReason(interest).en);
    zh.push(interestReason(interest).zh);
  }
  if (en.length === 0) return { en: "Kept from your earlier plan.", zh: "沿用自之前的计划。" };
  return { en: en.join(" "), zh: zh.join("") };
}
