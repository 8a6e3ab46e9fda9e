/** @file "Why is Lindqvist above Hollenbach?", "compare the two": which parts of the score tell two people apart. */
import { say } from "../answer/say";
import { namedPeople } from "../recruiting/named";
import type { RankWhy } from "../recruiting/types";
import { NOTHING_RETRIEVED, type Tool } from "./tool";

const ASKS = /\bwhy\b|\bcompare\b|\bversus\b|\bvs\.?\b|\bor\b|\bbetter\b|\babove\b|\bdiffer(?:ence|s)?\b|比较|对比|为什么|为何|更|区别|差别|还是/i;
const MOST = 5;

export const whyAbove: Tool = {
  name: "why-above",
  capability: "recruiting",
  recognise: ({ question }, { recruiting }) => (recruiting && ASKS.test(question) && namedPeople(question, recruiting.people).length === 2 ? 0.95 : 0),
  async run({ question, language }, { request, tell }) {
    const [first, second] = request.recruiting ? namedPeople(question, request.recruiting.people) : [];
    tell({ type: "status", stage: "rank" });
    const found = first && second ? await request.recruiting?.port.why(first.id, second.id) : null;
    const isChinese = language === "zh";
    const text = found ? sentence(found, isChinese) : isChinese ? "这两人没有申请过您负责的同一职位，因此没有可比的得分。" : "The two have not applied for the same opening of yours, so there are no scores to compare.";
    say(text, tell);
    const cards = [...(found?.candidates ?? [])];
    if (cards.length > 0) tell({ type: "candidates", candidates: cards });
    return { ...NOTHING_RETRIEVED, answer: { outcome: cards.length > 0 ? "candidates" : "chat", text, citations: [], candidates: cards, confidence: 1, suggestions: [] } };
  },
};

function sentence({ opening, above, below, points, reasons }: RankWhy, isChinese: boolean): string {
  const told = (positive: boolean) => reasons.filter((reason) => reason.points > 0 === positive).slice(0, MOST).map(({ name, points: each }) => `${name} ${each > 0 ? "+" : "−"}${Math.abs(each).toFixed(1)}`);
  const [plus, minus] = [told(true), told(false)];
  if (isChinese) return `在“${opening}”中，${above} 比 ${below} 高 ${points.toFixed(1)} 分。${plus.length > 0 ? `优势：${plus.join("；")}。` : ""}${minus.length > 0 ? `劣势：${minus.join("；")}。` : ""}`;
  return `For “${opening}”, ${above} stands ${points.toFixed(1)} points above ${below}. ${plus.length > 0 ? `For ${above}: ${plus.join("; ")}. ` : ""}${minus.length > 0 ? `For ${below}: ${minus.join("; ")}.` : ""}`.trim();
}
