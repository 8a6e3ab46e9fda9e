/** @file How long things are kept, said where people write and look: nothing while no term is set. */
"use client";

import { defineWords } from "./language/define-words";
import { useFormats, useWords } from "./language/language";
import { useMe } from "./shell/me";

const KEPT = defineWords({
  en: {
    chats: (n: number) => `Chats are deleted ${n === 1 ? "a month" : `${n} months`} after their last question.`,
    until: (day: string) => `Kept until ${day}`,
    questions: (n: number) => `Your question and a reply for you alone are deleted ${n === 1 ? "a month" : `${n} months`} after HR has replied.`,
    resume: (day: string) => `Résumés are kept for a time: this one until ${day}.`,
  },
  zh: {
    chats: (n) => `对话在最后一次提问 ${n} 个月后删除。`,
    until: (day) => `保留至${day}`,
    questions: (n) => `您的问题及仅供您查看的答复，将在人力资源答复 ${n} 个月后删除。`,
    resume: (day) => `简历有保留期限：此份保留至${day}。`,
  },
});

/** @returns the day that a term beginning at `from` ends on, as ISO 8601 */
function endOf(from: string, months: number): string {
  const day = new Date(from);
  const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, Math.min(day.getUTCDate(), last))).toISOString();
}

/** A sentence for the composer and the history pane. */
export function ChatsKept({ className }: { className?: string }) {
  const words = useWords(KEPT);
  const { chats } = useMe().retention;
  return chats === null ? null : <span className={className}>{words.chats(chats)}</span>;
}

/** A sentence for whoever sends a question to HR. */
export function QuestionsKept({ className }: { className?: string }) {
  const words = useWords(KEPT);
  const { questions } = useMe().retention;
  return questions === null ? null : <p className={className}>{words.questions(questions)}</p>;
}

/** For one question's line; undefined while no term is set or HR has not replied. @param closedAt ISO 8601 */
export function useQuestionKeptUntil(closedAt: string | null): string | undefined {
  const words = useWords(KEPT);
  const formats = useFormats();
  const { questions } = useMe().retention;
  return questions === null || closedAt === null ? undefined : words.until(formats.day(endOf(closedAt, questions)));
}

/** For one chat's hint; undefined while no term is set. @param lastAsked ISO 8601 */
export function useChatKeptUntil(lastAsked: string): string | undefined {
  const words = useWords(KEPT);
  const formats = useFormats();
  const { chats } = useMe().retention;
  return chats === null ? undefined : words.until(formats.day(endOf(lastAsked, chats)));
}

/** Until when a document that has ended is kept; undefined while no term is set or it goes on. @param endedOn `YYYY-MM-DD` */
export function useEndedKeptUntil(endedOn: string | null): string | undefined {
  const words = useWords(KEPT);
  const formats = useFormats();
  const { ended } = useMe().retention;
  return ended === null || endedOn === null ? undefined : words.until(formats.day(endOf(endedOn, ended)));
}

/** A line on a résumé's page. @param uploaded ISO 8601 */
export function ResumeKept({ uploaded, className }: { uploaded: string; className?: string }) {
  const words = useWords(KEPT);
  const formats = useFormats();
  const { resumes } = useMe().retention;
  return resumes === null ? null : <p className={className}>{words.resume(formats.day(endOf(uploaded, resumes)))}</p>;
}
