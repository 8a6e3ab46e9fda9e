/** @file Words around quoted policies. */
import { defineWords } from "@/app/_components/language/define-words";

export const QUOTED = defineWords({
  en: { looking: "Looking in the documents", nothing: "The documents that apply to you do not say. Ask HR from the chat.", closest: "The documents give no clear answer. These are the nearest passages, not an answer; HR can say more, from the chat." },
  zh: { looking: "正在查找文件", nothing: "适用于您的文件中没有提到。可以在提问页向人力资源部询问。", closest: "文件中没有明确的答案。以下是最接近的段落，并不是答案；可以在提问页向人力资源部询问。" },
});
