/** @file Questions for the empty chat, by what the asker may do; those in the asker's own language come first. */
import type { InterfaceLanguage } from "@/app/_components/language/define-words";

export interface ExampleGroup {
  readonly about: "policies" | "people";
  readonly questions: readonly string[];
}

type Questions = Readonly<Record<InterfaceLanguage, readonly string[]>>;

const POLICIES: Questions = {
  en: ["How many days of annual leave do I get, and can I carry them over?", "What do I do when I am ill on a working day?", "年假没休完可以结转到明年吗？"],
  zh: ["我有多少天年假？没休完可以结转吗？", "工作日生病了应该怎么请假？", "Can I work from home on Fridays?"],
};

const PEOPLE: Questions = {
  en: ["Controls engineer with PLC experience who speaks Dutch", "Field service technician, five years or more, willing to travel", "有液压驱动经验、会英语的质量工程师"],
  zh: ["有液压驱动经验、会英语的质量工程师", "五年以上经验、愿意出差的现场服务技术员", "Controls engineer with PLC experience who speaks Dutch"],
};

/** @param permissions names of lib/server/policy */
export function examplesFor(permissions: readonly string[], language: InterfaceLanguage): ExampleGroup[] {
  const policies: ExampleGroup = { about: "policies", questions: POLICIES[language] };
  return permissions.includes("candidates:search") ? [{ about: "people", questions: PEOPLE[language] }, policies] : [policies];
}
