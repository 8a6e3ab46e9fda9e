/** @file Words of drafts of letters to applicants. */
import { defineWords } from "@/app/_components/language/define-words";

export const LETTER = defineWords({
  en: {
    title: "Draft an e-mail",
    says: "A draft for you to read, change and send yourself. Nothing is sent from here.",
    kindLabel: "Letter",
    kind: { invitation: "Invitation", progress: "Still under way", rejection: "Not taken on" },
    languageLabel: "Language",
    language: { en: "English", zh: "中文" },
    subject: "Subject",
    body: "Text",
    writing: "Writing the draft",
    basis: "Rests on",
    notFound: "not found in the résumé",
    gaps: "What stands in [brackets] only you know.",
    copy: "Copy",
    copied: "Subject and text copied.",
    notCopied: "The browser did not allow copying. Select the text and copy it by hand.",
  },
  zh: {
    title: "起草邮件",
    says: "这是供您审阅、修改并自行发送的草稿，系统不会发送任何邮件。",
    kindLabel: "类型",
    kind: { invitation: "面试邀请", progress: "进展说明", rejection: "未录用通知" },
    languageLabel: "语言",
    language: { en: "English", zh: "中文" },
    subject: "主题",
    body: "正文",
    writing: "正在起草",
    basis: "依据",
    notFound: "简历中未找到",
    gaps: "［方括号］中的内容请您自行填写。",
    copy: "复制",
    copied: "已复制主题和正文。",
    notCopied: "浏览器不允许复制。请选中文字后手动复制。",
  },
});
