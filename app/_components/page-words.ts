/** @file Words of pages that have only one thing to say: failed, not here; and of the browser's tab. */
import { defineWords } from "./language/define-words";

export const PAGES = defineWords({
  en: {
    description: "Answers from your company's own documents, with the exact line.",
    failedTitle: "This page could not be shown",
    cadreFailed: "Cadre could not be shown",
    failedSays: "Something went wrong on our side. Your questions and documents are safe.",
    incident: (id: string) => `Incident ${id}`,
    nothingTitle: "Nothing here",
    notThere: "This page does not exist.",
    notThereOrNotOpen: "This page does not exist, or you may not see it.",
    goToCadre: "Go to Cadre",
    backToQuestions: "Back to your questions",
  },
  zh: {
    description: "答案来自公司自己的文件，附上写明答案的那一行原文。",
    failedTitle: "页面无法显示",
    cadreFailed: "Cadre 无法显示",
    failedSays: "系统内部出现问题。您的提问和文件都没有受影响。",
    incident: (id) => `事件编号 ${id}`,
    nothingTitle: "这里没有内容",
    notThere: "该页面不存在。",
    notThereOrNotOpen: "该页面不存在，或您无权查看。",
    goToCadre: "前往 Cadre",
    backToQuestions: "返回提问",
  },
});
