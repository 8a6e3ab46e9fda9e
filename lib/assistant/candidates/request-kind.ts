/**
 * @file Request kind: for an asker who may do both, is this a request for people or a question about the policies? The
 * request's form and what it names, together with a look into both kinds of documents, as one probability.
 * Never asked for somebody who may not search people.
 */
import type { DocumentKind } from "../../core/types";
import type { RankedPassage, Retrieval } from "../../knowledge/retrieval/knowledge-base";
import { normalise } from "../../knowledge/lexical/normalise";
import { isQuestionWord, isSoftWord } from "../../knowledge/lexical/question-words";
import { tokenize } from "../../knowledge/lexical/tokenize";
import { CERTIFICATES, LANGUAGES, ROLE_HEADS } from "../../people/terms/aliases";
import { KIND_BIAS, KIND_WEIGHTS } from "./kind-weights";
import { parseRequest } from "./parse-request";
import { candidateIntent, isAboutRules } from "./request-intent";
import { SKILL_TERMS } from "../../people/terms/skill-terms";
import { namedIn } from "../../people/terms/term-table";

export const KIND_FEATURES = ["asks", "ownAffair", "aboutRules", "request", "description", "role", "requirements", "termShare", "unknown", "coverage", "cosine"] as const;
export type KindFeature = (typeof KIND_FEATURES)[number];

/** Where either reading is looked for. Openings are left out: they name the same skills as résumés. */
export const PROBED_FOR_PEOPLE: readonly DocumentKind[] = ["resume"];
export const PROBED_FOR_RULES: readonly DocumentKind[] = ["policy", "course"];

/** Between these probabilities the other reading is offered beside the answer. */
export const OPEN_BETWEEN: readonly [number, number] = [0.2, 0.8];
/** Passages of which the best-fitting one counts. */
const LOOKED_AT = 5;

const ASKS = /[?？]\s*$|^(?:how|what|when|where|why|which|can|could|may|must|should|shall|is|are|am|do|does|did|will|would|has|have)\b|吗|呢$|怎么|如何|多少|多久|什么|几[天个次年月小点块]|能不能|可不可以|是否|是不是|要不要/i;
const OWN_AFFAIR = /\b(?:i|i'm|i've|i'd|im|my|me|mine|myself)\b|我/i;

/** @returns one row, in the order of KIND_FEATURES; `people` and `policies` are the same question put to PROBED_FOR_PEOPLE and PROBED_FOR_RULES */
export function kindFeatures(question: string, people: Retrieval, policies: Retrieval): Float64Array {
  const intent = candidateIntent(question);
  const parts = parseRequest(question);
  const isNamed = (kind: string): boolean => parts.some((part) => part.kind === kind);
  const look = (retrieval: Retrieval): readonly RankedPassage[] => retrieval.passages.slice(0, LOOKED_AT);
  const coverage = (retrieval: Retrieval): number => Math.max(0, ...look(retrieval).map((passage) => passage.features.literalCoverage));
  const unknown = (retrieval: Retrieval): number => look(retrieval)[0]?.features.unknownShare ?? 1;
  const cosine = (retrieval: Retrieval): number => Math.max(0, ...retrieval.passages.map((passage) => passage.dense ?? 0));
  return Float64Array.of(
    ASKS.test(question.trim()) ? 1 : 0,
    OWN_AFFAIR.test(question) ? 1 : 0,
    isAboutRules(question) ? 1 : 0,
    intent === "strict" ? 1 : 0,
    intent === "wide" ? 1 : 0,
    isNamed("role") ? 1 : 0,
    ["language", "certificate", "years"].filter(isNamed).length,
    termShare(question),
    unknown(policies) - unknown(people),
    coverage(people) - coverage(policies),
    cosine(people) - cosine(policies),
  );
}

/** Share of the telling words that belong to a term of trade: skills, certificates, languages, heads of titles. */
function termShare(question: string): number {
  const clean = normalise(question);
  const words = tokenize(clean).filter((token) => (token.kind === "word" || token.kind === "han-word") && !isQuestionWord(token.surface) && !isSoftWord(token.surface));
  const named = namedIn(clean, [...SKILL_TERMS, ...CERTIFICATES, ...LANGUAGES, ...ROLE_HEADS]);
  const characters = words.reduce((sum, word) => sum + word.surface.length, 0);
  return Math.min(1, named.reduce((sum, one) => sum + one.member.replace(/\s/g, "").length, 0) / Math.max(1, characters));
}

/** @returns probability that people are asked for, 0–1 */
export function kindProbability(row: Float64Array): number {
  const utility = KIND_FEATURES.reduce((sum, name, j) => sum + KIND_WEIGHTS[name] * (row[j] ?? 0), KIND_BIAS);
  return 1 / (1 + Math.exp(-utility));
}
