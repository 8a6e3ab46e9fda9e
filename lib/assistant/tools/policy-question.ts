/**
 * @file Policy questions: what applies to the asker now is quoted; asked about the past, what held then beside it; where
 * nothing that applies answers, what does for others is shown as just that; else an honest "not in the documents". Needs
 * no language model; everything besides the quotes is a fixed sentence of phrases.ts or core/standing-text.ts. Where a model is
 * configured, language-model/tell-answer.ts lets it word what was found.
 */
import { ANSWER } from "../../config/defaults";
import type { Citation } from "../../contracts/evidence";
import { toRetrieved } from "../answer/rank-documents";
import { policyRequest } from "../candidates/request-intent";
import { tellAnswer, type QuotedAnswer } from "../language-model/tell-answer";
import { phrasesIn, type Phrases } from "../phrases";
import { findAnswer, POLICY_KINDS, type FoundAnswer } from "./find-answer";
import type { Tool, ToolContext, ToolResult, Understood } from "./tool";

/** Share of the quotes' room for what held in the past, when what holds now is shown beside it. */
const HISTORY_SHARE = 0.5;
/** So much surer must documents for others be, before they take an answer's place that lacks a word which they have. 0–1 */
const SURER_ELSEWHERE = 0.1;

export const policyQuestion: Tool = {
  name: "policy-question",
  capability: "policies",
  recognise: () => 0.5,
  askInstead: ({ question, language }) => policyRequest(question, language),
  run: async (understood, context) => {
    const history = await findHistory(understood, context);
    const room = ANSWER.maxQuotedChars - (history?.citations.reduce((sum, { quote }) => sum + quote.length, 0) ?? 0);
    const present = await findAnswer({ understood, context, among: "applies", maxChars: room });
    const told = history ? beside(history, present) : present;
    const elsewhere = history ? null : await findElsewhere(understood, context, present);
    context.tell({ type: "status", stage: "answer" });
    const phrases = phrasesIn(understood.language);
    const quoted = history ? quotedAs(told, phrases.history) : elsewhere ? quotedAs({ ...elsewhere, outcome: "closest", confidence: present.confidence }, phrases.elsewhere) : quotedPresent(present, phrases);
    const answer = await tellAnswer(quoted, { understood, context, retrieval: present.retrieval, kinds: POLICY_KINDS });
    const record = elsewhere ? beside(elsewhere, present) : told;
    return { answer, retrieved: retrievedOf(history ?? elsewhere, present), documents: record.documents, repaired: present.retrieval.repairedQuery };
  },
};

/** @returns null when the question is about now, or no earlier document answers it */
async function findHistory(understood: Understood, context: ToolContext): Promise<FoundAnswer | null> {
  const { applicable } = context;
  if (!applicable.about?.past || !applicable.hasAny("history")) return null;
  const found = await findAnswer({ understood, context, among: "history", maxChars: Math.floor(ANSWER.maxQuotedChars * HISTORY_SHARE) });
  return found.outcome === "answered" ? found : null;
}

/**
 * @returns null unless documents that do not apply to the asker would answer, and those that do have no answer, or only
 *   one beside the point: they lack a word of the question ("dormitory") that the others have
 */
async function findElsewhere(understood: Understood, context: ToolContext, present: FoundAnswer): Promise<FoundAnswer | null> {
  const unknown = present.retrieval.units.filter((unit) => !unit.isKnown && unit.weight > 0 && (unit.kind === "word" || unit.kind === "han-word")).map(({ term }) => term);
  if (!context.applicable.hasAny("elsewhere") || (present.outcome === "answered" && unknown.length === 0)) return null;
  const found = await findAnswer({ understood, context, among: "elsewhere", maxChars: ANSWER.maxQuotedChars });
  if (found.outcome !== "answered") return null;
  if (present.outcome !== "answered") return found;
  const hasThem = found.retrieval.units.some(({ term, isKnown }) => isKnown && unknown.includes(term));
  return hasThem && found.confidence > present.confidence + SURER_ELSEWHERE ? found : null;
}

/** The first one's quotes, then what the other says on it; one numbering, the first one's outcome. */
function beside(first: FoundAnswer, second: FoundAnswer): FoundAnswer {
  const more = second.outcome === "answered" ? second.citations : [];
  const citations = [...first.citations, ...more].map((citation, i) => ({ ...citation, number: i + 1, conflict: null }));
  const known = new Set(first.documents.map(({ documentId }) => documentId));
  const documents = [...first.documents, ...second.documents.filter(({ documentId }) => !known.has(documentId))].slice(0, 10);
  return { ...first, citations, documents };
}

function retrievedOf(first: FoundAnswer | null, second: FoundAnswer): ToolResult["retrieved"] {
  const all = [...(first ? toRetrieved(first.retrieval) : []), ...toRetrieved(second.retrieval)];
  return all.map((passage, i) => ({ ...passage, rank: i + 1 }));
}

function quotedAs({ outcome, citations, confidence }: FoundAnswer, lead: string): QuotedAnswer {
  return { outcome, lead, citations: citations.map((citation) => ({ ...citation, conflict: null })), confidence };
}

function quotedPresent({ outcome, citations, confidence }: FoundAnswer, phrases: Phrases): QuotedAnswer {
  const cited = outcome === "none" ? [] : citations;
  return { outcome, lead: leadOf(outcome, cited, phrases), citations: cited, confidence };
}

function leadOf(outcome: FoundAnswer["outcome"], cited: readonly Citation[], phrases: Phrases): string {
  if (outcome !== "answered") return phrases[outcome];
  if (cited.some((citation) => citation.conflict !== null)) return phrases.conflict;
  return new Set(cited.map((citation) => citation.documentId)).size === 1 ? phrases.answeredOne : phrases.answered;
}
