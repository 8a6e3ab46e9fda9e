/** @file "Why is Lindqvist above Hollenbach?", "compare the three": two to four people of one opening, what tells them apart, as a table with the lines that show it. */
import type { Comparison } from "../../contracts/recruiting-chat";
import { say } from "../answer/say";
import { namedPeople } from "../recruiting/named";
import type { RankWhy } from "../recruiting/types";
import { NOTHING_RETRIEVED, type Tool } from "./tool";

const ASKS = /\bwhy\b|\bcompare\b|\bversus\b|\bvs\.?\b|\bor\b|\bbetter\b|\babove\b|\bdiffer(?:ence|s)?\b|比较|对比|为什么|为何|更|区别|差别|还是/i;
const MOST = 5;
const MOST_PEOPLE = 4;
/** Requirements named in the sentence; the table has all. */
const NAMED_ROWS = 3;

export const whyAbove: Tool = {
  name: "why-above",
  capability: "recruiting",
  recognise: ({ question }, { recruiting }) => {
    const named = recruiting && ASKS.test(question) ? namedPeople(question, recruiting.people).length : 0;
    return named >= 2 && named <= MOST_PEOPLE ? 0.95 : 0;
  },
  async run({ question, language }, { request, tell }) {
    const people = request.recruiting ? namedPeople(question, request.recruiting.people) : [];
    const [first, second] = people;
    tell({ type: "status", stage: "rank" });
    const table = (await request.recruiting?.port.compare(people.map(({ id }) => id))) ?? null;
    const why = table && people.length === 2 && first && second ? await request.recruiting?.port.why(first.id, second.id) : null;
    const isChinese = language === "zh";
    const text = why ? sentence(why, isChinese) : table ? places(table, isChinese) : isChinese ? "这些人没有申请过您负责的同一职位，因此没有可比的得分。" : "They have not all applied for one opening of yours, so there are no scores to compare.";
    say(text, tell);
    return { ...NOTHING_RETRIEVED, answer: { outcome: "chat", text, citations: [], candidates: [], confidence: 1, suggestions: [], ...(table ? { recruiting: table } : {}) } };
  },
};

function sentence({ opening, above, below, points, reasons }: RankWhy, isChinese: boolean): string {
  const told = (positive: boolean) => reasons.filter((reason) => reason.points > 0 === positive).slice(0, MOST).map(({ name, points: each }) => `${name} ${each > 0 ? "+" : "−"}${Math.abs(each).toFixed(1)}`);
  const [plus, minus] = [told(true), told(false)];
  if (isChinese) return `在“${opening}”中，${above} 比 ${below} 高 ${points.toFixed(1)} 分。${plus.length > 0 ? `优势：${plus.join("；")}。` : ""}${minus.length > 0 ? `劣势：${minus.join("；")}。` : ""}`;
  return `For “${opening}”, ${above} stands ${points.toFixed(1)} points above ${below}. ${plus.length > 0 ? `For ${above}: ${plus.join("; ")}. ` : ""}${minus.length > 0 ? `For ${below}: ${minus.join("; ")}.` : ""}`.trim();
}

function places({ opening, people, rows }: Comparison, isChinese: boolean): string {
  const apart = rows.filter(({ parts }) => new Set(parts.map((part) => part?.score ?? 0)).size > 1).slice(0, NAMED_ROWS).map(({ name }) => name);
  if (isChinese) return `在“${opening.title}”中：${people.map(({ name, score }) => `${name} ${score.toFixed(1)}`).join("，")}。${apart.length > 0 ? `差别最大的是：${apart.join("；")}。` : ""}`;
  return `For “${opening.title}”: ${people.map(({ name, score }) => `${name} ${score.toFixed(1)}`).join(", ")}.${apart.length > 0 ? ` They differ most in ${apart.join("; ")}.` : ""}`;
}
