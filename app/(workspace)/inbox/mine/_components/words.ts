/** @file Words of one's own questions to HR. */
import { defineWords } from "@/app/_components/language/define-words";
import { count, digits } from "@/app/_components/words";

export const MINE = defineWords({
  en: {
    title: "My questions to HR",
    summary: (waiting: number, all: number) => `${count(all, "question")} · ${digits(waiting)} waiting`,
    loading: "Loading your questions",
    none: "You have sent nothing to HR",
    noneSays: "When the documents don’t answer you, “Ask HR” under the answer shows what would be sent, and sends it. Your questions and HR’s replies are then listed here.",
    example: "For example: “Is there a discount at the pool next to the site?”",
    waiting: "Waiting",
    answered: "Answered",
    declined: "Closed without an answer",
    named: "with your name",
    unnamed: "without your name",
    inChat: "Open the chat",
  },
  zh: {
    title: "我提交的问题",
    summary: (waiting, all) => `${digits(all)} 个问题 · ${digits(waiting)} 个等待答复`,
    loading: "正在加载您的问题",
    none: "您还没有向人力资源部提交过问题",
    noneSays: "文件中没有答案时，答案下方的“询问人力资源部”会显示将要发送的内容，并代您发送。您的问题和答复随后列在这里。",
    example: "例如：“公司旁边的游泳馆，员工有折扣吗？”",
    waiting: "等待答复",
    answered: "已答复",
    declined: "未作答复",
    named: "附姓名",
    unnamed: "未附姓名",
    inChat: "打开对话",
  },
});
