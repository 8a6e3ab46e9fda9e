/** @file Words beside a piece of evidence: what kind it is, who confirmed it, and for which level. */
import { defineWords } from "@/app/_components/language/define-words";

export const EVIDENCE = defineWords({
  en: {
    kinds: { cv: "CV", project: "Project", course: "Course", certificate: "Certificate", manager: "Manager", peer: "Colleague", self: "My own word" },
    ownWord: "Their own word",
    waitsFor: (name: string) => `waits for ${name}`,
    confirmed: (level: number | null, name: string | null) => `confirmed ${level === null ? "" : `at level ${level} `}by ${name ?? "a colleague"}${level === null ? ", for which level is not known" : ""}`,
    confirmedByManager: (level: number | null) => `confirmed ${level === null ? "" : `at level ${level} `}by the manager${level === null ? ", for which level is not known" : ""}`,
    notFor: (level: number) => `does not speak for level ${level}`,
  },
  zh: {
    kinds: { cv: "简历", project: "项目", course: "课程", certificate: "证书", manager: "经理", peer: "同事", self: "本人自述" },
    ownWord: "本人自述",
    waitsFor: (name) => `等待${name}确认`,
    confirmed: (level, name) => `${name ?? "同事"}确认${level === null ? "（确认时的等级不详）" : `为 ${level} 级`}`,
    confirmedByManager: (level) => `经理确认${level === null ? "（确认时的等级不详）" : `为 ${level} 级`}`,
    notFor: (level) => `不代表现在的 ${level} 级`,
  },
});
