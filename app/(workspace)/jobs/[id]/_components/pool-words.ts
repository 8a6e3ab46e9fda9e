/** @file Words of the list of people who are here already and may fit an opening. */
import { defineWords } from "@/app/_components/language/define-words";
import { digits } from "@/app/_components/words";

export const POOL = defineWords({
  en: {
    best: "Best fit first, by the requirements alone. The full score is made when someone is added.",
    hidden: "Names are hidden in this opening, so nobody is ranked here: a score beside a name would give away a code.",
    reading: (read: number, total: number) => `${digits(read)} of ${digits(total)} résumés read so far.`,
    again: "Look again",
    heldBack: (consent: number, term: number) =>
      `Not ranked: ${[consent > 0 ? `${digits(consent)} kept for another application only` : "", term > 0 ? `${digits(term)} past the term agreed with them` : ""].filter(Boolean).join(", ")}.`,
    score: (score: string, met: number, all: number) => `${score} · ${digits(met)} of ${digits(all)} must-haves`,
    nobody: "No name or title matches.",
  },
  zh: {
    best: "仅按职位要求的契合度从高到低排列；加入后再计算完整评分。",
    hidden: "此职位已隐藏姓名，因此这里不排名：姓名旁的评分会暴露编号对应的人。",
    reading: (read, total) => `已读取 ${digits(total)} 份简历中的 ${digits(read)} 份。`,
    again: "再看一次",
    heldBack: (consent, term) => `未参与排名：${[consent > 0 ? `${digits(consent)} 人的资料仅限其他申请使用` : "", term > 0 ? `${digits(term)} 人已过约定的保存期` : ""].filter(Boolean).join("，")}。`,
    score: (score, met, all) => `${score} · 必备条件 ${digits(met)}/${digits(all)}`,
    nobody: "没有匹配的姓名或职位。",
  },
});
