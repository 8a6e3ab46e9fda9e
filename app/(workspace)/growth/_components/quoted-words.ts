/** @file Words around quoted policies. */
import { defineWords } from "@/app/_components/language/define-words";

export const QUOTED = defineWords({
  en: { looking: "Looking in the documents", nothing: "The documents that apply to you do not say. Ask HR from the chat." },
  zh: { looking: "正在查找文件", nothing: "适用于您的文件中没有提到。可以在提问页向人力资源部询问。" },
});
