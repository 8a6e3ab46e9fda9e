/** @file Words for correcting a requirement's kind and level. */
import { defineWords } from "@/app/_components/language/define-words";

export const KINDS = defineWords({
  en: {
    kindOf: (text: string) => `Kind of “${text}”`,
    levelOf: (text: string) => `Level of “${text}”`,
    kind: { skill: "Skill", experience: "Experience", education: "Education", language: "Language", place: "Place", certificate: "Certificate", text: "In their words" },
    education: { school: "school", vocational: "vocational training", associate: "associate degree", bachelor: "bachelor’s degree", master: "master’s degree", doctorate: "doctorate" },
    native: "native",
    anyLevel: "any level",
    atLeast: (level: string) => `at least ${level}`,
  },
  zh: {
    kindOf: (text) => `“${text}”的类别`,
    levelOf: (text) => `“${text}”的水平`,
    kind: { skill: "技能", experience: "经验", education: "学历", language: "语言", place: "地点", certificate: "证书", text: "原话" },
    education: { school: "中学", vocational: "职业培训", associate: "大专", bachelor: "本科", master: "硕士", doctorate: "博士" },
    native: "母语",
    anyLevel: "不限水平",
    atLeast: (level) => `至少${level}`,
  },
});
