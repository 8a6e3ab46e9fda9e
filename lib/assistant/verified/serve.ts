/**
 * @file Serve: the answer given with a verified answer. HR's words if there are any, then the passage, cited like any other
 * evidence; the first sentence says who verified it and when.
 */
import { composeText } from "../answer/compose";
import { say } from "../answer/say";
import { phrasesIn } from "../phrases";
import { NOTHING_RETRIEVED, type ToolContext, type ToolResult, type Understood } from "../tools/tool";
import type { FoundAnswer } from "./verified-answers";

export function serveVerified(found: FoundAnswer, { language }: Understood, { tell }: ToolContext): ToolResult {
  tell({ type: "status", stage: "answer" });
  const { citation, reply, verifiedAt, id } = found;
  const lead = phrasesIn(language).verified(verifiedAt.slice(0, 10));
  const citations = citation ? [citation] : [];
  const text = composeText(reply === "" ? lead : `${lead}\n\n${reply}`, citations);
  say(text, tell);
  for (const entry of citations) tell({ type: "citation", citation: entry });
  return {
    ...NOTHING_RETRIEVED,
    answer: { outcome: "answered", text, citations, candidates: [], confidence: round(found.probability), suggestions: [], verified: { id, verifiedAt } },
    documents: citation ? [{ documentId: citation.documentId, source: citation.title, score: 1 }] : [],
  };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
