/**
 * @file What a plan leaves open, and why: nobody teaches it, nobody teaches it within the learner's limits, or it did
 * not fit beside what weighs more.
 */
import type { GapItem, Plan, SkillLevel, Words } from "../types";
import type { Option } from "./option";
import type { Problem } from "./problem";

export function openItems(problem: Problem, chosen: readonly Option[], name: (skillId: string) => Words): Plan["open"] {
  return problem.request.gap.items.flatMap((item) => {
    const reached = chosen.reduce((best, { step }) => Math.max(best, taught(problem.steps[step]?.course, item)), item.have as number);
    if (reached >= item.needed) return [];
    const reason = whyOpen(problem, item, { reached, name: name(item.skillId) });
    return [{ skillId: item.skillId, reached: reached as SkillLevel, needed: item.needed, reason }];
  });
}

function taught(course: { readonly teaches: readonly { skillId: string; level: number }[] } | undefined, item: GapItem): number {
  return (course?.teaches ?? []).reduce((best, { skillId, level }) => (item.any.includes(skillId) ? Math.max(best, level) : best), 0);
}

function whyOpen(problem: Problem, item: GapItem, { reached, name }: { readonly reached: number; readonly name: Words }): Words {
  const { courses } = problem.request;
  const higher = courses.filter((course) => taught(course, item) > reached);
  if (higher.length === 0) {
    return {
      en: `The catalogue has nothing that brings ${name.en} beyond level ${reached}. Ask for a mentor or a practice project.`,
      zh: `课程库里没有能把“${name.zh}”提高到 ${reached} 级以上的内容，可以考虑导师或实践项目。`,
    };
  }
  const possible = problem.steps.filter(({ course, options }) => options.length > 0 && taught(course, item) > reached);
  if (possible.length === 0) {
    return {
      en: `What the catalogue has for ${name.en} does not fit your language, places, dates, prerequisites or budget.`,
      zh: `课程库里有“${name.zh}”的内容，但不符合您的语言、地点、日期、先修条件或预算。`,
    };
  }
  const hours = Math.min(...possible.map(({ course }) => course.hours));
  return {
    en: `${name.en} takes another ${hours} hours or more; other skills weigh more in the time and money there is.`,
    zh: `“${name.zh}”至少还需要 ${hours} 小时；在现有的时间和经费内，其他技能更重要。`,
  };
}
