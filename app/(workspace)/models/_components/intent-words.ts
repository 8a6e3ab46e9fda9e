/** @file Words of the intent router's confusion matrix in both languages. */
import { defineWords } from "@/app/_components/language/define-words";
import { count, digits } from "@/app/_components/words";

export const INTENT = defineWords({
  en: {
    title: "What is a question for the documents",
    learned: (questions: number, unfair: number, before: string, after: string) => `Learned anew from ${count(questions, "judged question")}, of which documents could not have answered ${digits(unfair)}: it foresees reviewers' verdicts better on questions that it had not seen (logarithmic loss ${before} → ${after}) and sends no more general questions astray.`,
    kept: (questions: number, unfair: number, before: string, after: string) => `As shipped: learning it anew from ${count(questions, "judged question")} (${digits(unfair)} that documents could not have answered) foresaw reviewers' verdicts no better, or sent more questions astray (logarithmic loss ${before} → ${after}).`,
    few: (questions: number, unfair: number) => `As shipped. To learn it anew takes at least 20 judged questions, five for the documents and five that are not; there ${questions === 1 ? "is" : "are"} ${digits(questions - unfair)} and ${digits(unfair)}.`,
    reviewers: "Reviewers say",
    forDocuments: "for the documents",
    notForDocuments: "none for them",
    lookedUp: "looked up",
    turnedAway: "“not what I am for”",
    before: "as shipped",
    after: "with this version",
    help: "Each question is counted as it would be sent by what was learned without it.",
  },
  zh: {
    title: "哪些问题该查文件",
    learned: (questions: number, unfair: number, before: string, after: string) => `根据 ${digits(questions)} 个已审核问题重新学习，其中 ${digits(unfair)} 个是文件无法回答的：对未见过的问题，它更能预见审核员的判断（对数损失 ${before} → ${after}），且没有让更多通用问题走错。`,
    kept: (questions: number, unfair: number, before: string, after: string) => `维持出厂规则：根据 ${digits(questions)} 个已审核问题（${digits(unfair)} 个是文件无法回答的）重新学习，未能更好地预见审核员的判断，或让更多问题走错（对数损失 ${before} → ${after}）。`,
    few: (questions: number, unfair: number) => `维持出厂规则。重新学习至少需要 20 个已审核问题，该查文件与不该查文件的各 5 个；目前分别有 ${digits(questions - unfair)} 个和 ${digits(unfair)} 个。`,
    reviewers: "审核员认为",
    forDocuments: "该查文件",
    notForDocuments: "不该查文件",
    lookedUp: "查了文件",
    turnedAway: "答“不在我的范围”",
    before: "出厂规则",
    after: "本版本",
    help: "每个问题都按没有学过它时的判断来统计。",
  },
});
