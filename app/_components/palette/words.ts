/** @file Words of the command palette. */
import { defineWords } from "../language/define-words";

export const PALETTE = defineWords({
  en: {
    title: "Go to anything",
    field: "Screen, chat, document or command",
    groups: { ask: "Ask", go: "Go to", chats: "Your chats", documents: "Documents", settings: "Settings" },
    newQuestion: "New question",
    askThis: (question: string) => `Ask: “${question}”`,
    language: (name: string) => `Language: ${name}`,
    theme: (name: string) => `Appearance: ${name}`,
    found: (n: number) => (n === 1 ? "1 choice" : `${n} choices`),
    nothing: "Nothing is called that.",
    loading: "Looking through the documents …",
  },
  zh: {
    title: "快速前往",
    field: "页面、对话、文件或命令",
    groups: { ask: "提问", go: "前往", chats: "我的对话", documents: "文件", settings: "设置" },
    newQuestion: "新提问",
    askThis: (question) => `提问：“${question}”`,
    language: (name) => `语言：${name}`,
    theme: (name) => `外观：${name}`,
    found: (n) => `${n} 个选项`,
    nothing: "没有找到相应的内容。",
    loading: "正在查找文件…",
  },
});
