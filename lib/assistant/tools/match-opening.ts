/** @file "Who fits the PLC commissioning opening best?": the scores of an opening's applicants, as cards with quoted lines. */
import { say } from "../answer/say";
import { namedOpening } from "../recruiting/named";
import type { OpeningStandings } from "../recruiting/types";
import { NOTHING_RETRIEVED, type Tool } from "./tool";

const FIT = /\b(?:fits?|match(?:es)?|suits?|best|strongest|top|rank(?:ing|ed)?|shortlist)\b|适合|匹配|合适|排名|最强/i;
const CARDS = 5;

export const matchOpening: Tool = {
  name: "match-opening",
  capability: "recruiting",
  recognise: ({ question }, { recruiting }) => (recruiting && FIT.test(question) && namedOpening(question, recruiting.openings) ? 0.95 : 0),
  async run({ question, language }, { request, tell }) {
    const { recruiting } = request;
    const opening = recruiting && namedOpening(question, recruiting.openings);
    tell({ type: "status", stage: "rank" });
    const found = opening ? await recruiting.port.standings(opening.id) : null;
    const cards = found?.candidates.slice(0, CARDS) ?? [];
    const text = found ? sentence(found, language === "zh") : language === "zh" ? "该职位还没有可评分的申请。" : "Nobody who could be scored has applied for this opening yet.";
    say(text, tell);
    if (cards.length > 0) tell({ type: "candidates", candidates: cards });
    return { ...NOTHING_RETRIEVED, answer: { outcome: cards.length > 0 ? "candidates" : "chat", text, citations: [], candidates: cards, confidence: 1, suggestions: [] } };
  },
};

function sentence({ opening, applied, candidates, hidden }: OpeningStandings, isChinese: boolean): string {
  if (hidden.length > 0 && candidates.length === 0) {
    return isChinese ? `“${opening}”目前隐藏姓名。得分最高的是：${hidden.slice(0, CARDS).join("、")}。` : `Names are hidden for “${opening}” at this stage. The highest scores: ${hidden.slice(0, CARDS).join(", ")}.`;
  }
  const rest = hidden.length === 0 ? "" : isChinese ? `另有 ${hidden.length} 人姓名隐藏。` : ` ${hidden.length} more have their names hidden.`;
  return isChinese
    ? `“${opening}”共有 ${applied} 份申请，以下按得分排列，依据均为简历原文。由您作出决定。${rest}`
    : `${applied} people applied for “${opening}”. Those with the highest scores, each with the lines that show it; the decision is yours.${rest}`;
}
