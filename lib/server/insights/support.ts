/**
 * @file Support: what the company itself offers about a reason, quoted from its own policies and programmes. A reason is put as a
 * question to the assistant, which quotes what the HR lead may read and what applies, or nothing.
 */
import type { Actor, Language } from "../../core/types";
import { scopeOf } from "../../core/scope";
import { spaced } from "../../insights/table/column-names";
import { applicabilityOf } from "../documents/applicability";
import type { Services } from "../services";
import type { z } from "zod";
import type { supportMeasure } from "../../contracts/insights-reports";

/** Reasons that support is looked up for, and quotes for each. */
const MOST_REASONS = 3;
const MOST_QUOTES = 1;

/** Words in a column's name → what to ask. First match counts. */
const QUESTIONS: readonly { readonly about: RegExp; readonly en: string; readonly zh: string }[] = [
  { about: /over ?time|hours|shift|work ?load|加班|工时|班次/i, en: "How is overtime limited and compensated with time off?", zh: "加班有什么限制，如何调休？" },
  { about: /travel|distance|commut|home|出差|通勤|距离/i, en: "Can I work from home, and what helps with commuting and travel?", zh: "可以在家办公吗？通勤和出差有什么支持？" },
  { about: /train|course|skill|learn|education|培训|课程|技能/i, en: "What learning budget and training do I have?", zh: "有多少培训预算和学习机会？" },
  { about: /promot|level|grade|current ?role|晋升|职级/i, en: "How do promotion and pay review work?", zh: "晋升和调薪如何进行？" },
  { about: /income|salary|pay|rate|hike|stock|bonus|薪|工资|奖金/i, en: "How does the pay review work?", zh: "薪酬如何评定和调整？" },
  { about: /manager|supervis|mentor|relationship|经理|上级|导师|关系/i, en: "How does mentoring work?", zh: "导师制度是怎样的？" },
  { about: /satisf|balance|environment|involve|engage|wellbeing|stress|满意|平衡|敬业/i, en: "What support is there for wellbeing and work-life balance?", zh: "公司提供哪些身心健康与工作生活平衡方面的支持？" },
  { about: /absen|sick|leave|缺勤|病假/i, en: "What support is there when somebody is often ill?", zh: "经常生病时有什么支持？" },
  { about: /tenure|years|service|new|司龄|工龄|年限/i, en: "What happens in the first ninety days, and who helps new people?", zh: "新员工入职初期有哪些帮助？" },
];

/** @returns quotes for the reasons that raise, largest first; empty where the documents offer nothing */
export async function supportFor(services: Services, actor: Actor, { reasons, language }: { reasons: readonly string[]; language: Language }): Promise<z.infer<typeof supportMeasure>[]> {
  const asked = new Map<string, string>();
  for (const feature of reasons) {
    const question = QUESTIONS.find(({ about }) => about.test(spaced(feature)));
    if (question && ![...asked.values()].includes(question[language]) && asked.size < MOST_REASONS) asked.set(feature, question[language]);
  }
  const mayRead = services.readSide.mayRead(scopeOf(actor));
  const applicability = await applicabilityOf(services, actor);
  const found: z.infer<typeof supportMeasure>[] = [];
  for (const [feature, question] of asked) {
    const { answer } = await services.assistant.ask({ question, history: [], capabilities: new Set(["policies"]), mayRead, applicability });
    if (answer.outcome !== "answered") continue;
    found.push(...answer.citations.slice(0, MOST_QUOTES).map(({ documentId, title, headings, quote, start, end }) => ({ feature, documentId, title, headings, quote, start, end })));
  }
  return found;
}
