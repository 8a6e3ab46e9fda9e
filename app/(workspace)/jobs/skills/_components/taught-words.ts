/** @file Words of the names that corrections teach. */
import { defineWords } from "@/app/_components/language/define-words";
import { count, digits } from "@/app/_components/words";

export const TAUGHT = defineWords({
  en: {
    title: "What corrections teach",
    says: "Names that you typed or added while correcting what openings ask, and that no table knows. Taken in, every opening and résumé is read with them from then on.",
    none: "Nothing at present. Correct what an opening asks, under Requirements: names that no table knows are offered here.",
    would: (skill: string) => `would do for ${skill}`,
    alone: "beside no known skill",
    corrected: (n: number) => `corrected in ${count(n, "opening")}`,
    stands: (openings: number, resumes: number) => `stands in ${count(openings, "opening")} and ${count(resumes, "résumé")} that you may read`,
    asName: (skill: string) => `Another name for ${skill}`,
    asSkill: "A skill of its own",
    leave: "Leave it out",
    taken: (words: string) => `“${words}” is read from now on.`,
    leftOut: (words: string) => `“${words}” is offered no more.`,
    more: (n: number) => `${digits(n)} more follow when these are answered.`,
    left: (n: number) => `Left out: ${digits(n)}`,
    offer: "Offer it again",
    offered: (words: string) => `“${words}” is offered again.`,
  },
  zh: {
    title: "更正带来的新名称",
    says: "您在更正职位要求时输入或补充、而词表尚未收录的名称。采用后，所有职位和简历都将据此读取。",
    none: "目前没有。请在职位的“要求”中更正：词表未收录的名称会列在这里。",
    would: (skill) => `可替代 ${skill}`,
    alone: "未与已知技能并列",
    corrected: (n) => `在 ${digits(n)} 个职位中更正`,
    stands: (openings, resumes) => `出现在您可阅读的 ${digits(openings)} 个职位和 ${digits(resumes)} 份简历中`,
    asName: (skill) => `作为 ${skill} 的别名`,
    asSkill: "作为单独的技能",
    leave: "不采用",
    taken: (words) => `已开始识别“${words}”。`,
    leftOut: (words) => `不再提示“${words}”。`,
    more: (n) => `处理这些后，还有 ${digits(n)} 个。`,
    left: (n) => `不采用的名称：${digits(n)}`,
    offer: "重新提示",
    offered: (words) => `将重新提示“${words}”。`,
  },
});
