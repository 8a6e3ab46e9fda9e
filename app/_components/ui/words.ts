/** @file The few words that the interface's own pieces say by themselves. */
import { defineWords } from "../language/define-words";

export const UI = defineWords({
  en: { dismiss: "Dismiss", messages: "Messages ({hotkey})", chooseFile: "Choose a file …" },
  zh: { dismiss: "关闭提示", messages: "消息（{hotkey}）", chooseFile: "选择文件…" },
});
