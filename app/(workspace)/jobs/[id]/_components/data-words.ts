/** @file Words about a candidate's data: term, export, erasure. */
import { defineWords } from "@/app/_components/language/define-words";

export const DATA = defineWords({
  en: {
    title: "Their data",
    facts: (channel: string, consent: string) => `Came by: ${channel} · consent: ${consent}`,
    keptUntil: (day: string) => `kept until ${day}`,
    noTerm: "no term agreed",
    keep: "Keep until",
    save: "Save",
    export: "Export everything held",
    erase: "Erase …",
    eraseTitle: (name: string) => `Erase ${name}?`,
    eraseSays: "Résumé, passages, vectors, profile, applications to every opening, scores, notes, shortlists and places in other people’s answers go for good. A receipt says what was searched afterwards and what must remain.",
    eraseAction: "Erase for good",
  },
  zh: {
    title: "个人数据",
    facts: (channel, consent) => `来源：${channel} · 同意范围：${consent}`,
    keptUntil: (day) => `保存至 ${day}`,
    noTerm: "未约定期限",
    keep: "保存至",
    save: "保存",
    export: "导出全部数据",
    erase: "抹除…",
    eraseTitle: (name) => `抹除 ${name} 的数据？`,
    eraseSays: "简历、段落、向量、档案、对所有职位的申请、得分、备注、入围记录，以及他人答案中出现的内容都将永久删除。系统会出具回执，说明事后检索了哪些位置、哪些内容必须保留。",
    eraseAction: "永久抹除",
  },
});
