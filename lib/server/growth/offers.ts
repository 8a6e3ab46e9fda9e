/**
 * @file What the company offers, for my case: fixed questions put to the documents on the reader's behalf, so that what applies to
 * their site and contract is quoted. Nothing is stored, nothing is worded: quotations only; where none answers,
 * the nearest passages, told as such.
 */
import type { OfferAnswer, OfferTopic } from "../../contracts/growth-offers";
import { scopeOf } from "../../core/scope";
import type { Actor, Language } from "../../core/types";
import { applicabilityOf } from "../documents/applicability";
import { authorise } from "../policy";
import type { Services } from "../services";
import { growthFor } from "./assistant-port";

const QUESTIONS: Readonly<Record<OfferTopic, Readonly<Record<Language, string>>>> = {
  "remote-work": { en: "How many days a week can I work from home, and what are the conditions?", zh: "每周可以在家办公几天，有什么条件？" },
  "flexible-hours": { en: "Can I have flexible working hours or work part-time?", zh: "可以弹性上下班或缩短工时吗？" },
  sabbatical: { en: "When can I take a sabbatical, and how long?", zh: "什么时候可以休长假，可以休多久？" },
  "learning-budget": { en: "What is my personal learning budget a year, and what may I spend it on?", zh: "每年的个人学习预算是多少，可以用在哪里？" },
  "study-leave": { en: "How much study leave do I get?", zh: "有多少天学习假？" },
  rotation: { en: "Can I move to another site, and does the company help with relocation?", zh: "可以调到其他厂区吗，公司提供哪些搬迁支持？" },
  promotion: { en: "What are the requirements for promotion to a higher grade?", zh: "晋升到更高职级有哪些要求？" },
  bonus: { en: "How does the profit-share bonus work and when is it paid?", zh: "利润分享奖金怎么计算，什么时候发放？" },
  health: { en: "What health cover does the company offer?", zh: "公司提供哪些医疗保障？" },
};

export async function offerFor(services: Services, actor: Actor, { topic, language }: { topic: OfferTopic; language: Language }): Promise<OfferAnswer> {
  authorise(actor, "growth:own");
  const question = QUESTIONS[topic][language];
  const { growth } = await growthFor(services.db, actor);
  const result = await services.assistant.ask({ question, history: [], capabilities: new Set(["policies"]), mayRead: services.readSide.mayRead(scopeOf(actor)), applicability: await applicabilityOf(services, actor) });
  const { outcome, citations } = result.answer;
  const shown = outcome === "answered" || outcome === "closest" ? citations : [];
  return { topic, question, situation: (await growth?.port.situation(language)) ?? null, outcome: shown.length === 0 ? "none" : outcome === "answered" ? "answered" : "closest", citations: shown };
}
