/** @file Words of the openings screen. */
import { defineWords } from "@/app/_components/language/define-words";
import { count, digits } from "@/app/_components/words";

export const OPENINGS = defineWords({
  en: {
    title: "Openings",
    weights: "Ruleset and weights",
    skills: "Company skills",
    summary: (n: number) => count(n, "opening"),
    loading: "Loading the openings",
    none: "No opening at the moment",
    noneSays: "Openings are added under Documents. Everyone who may read one finds it here.",
  },
  zh: {
    title: "职位",
    weights: "规则与权重",
    skills: "公司技能",
    summary: (n) => `${digits(n)} 个职位`,
    loading: "正在加载职位",
    none: "目前没有开放的职位",
    noneSays: "职位在“文件”中添加，有权查阅的人都能在这里看到。",
  },
});
