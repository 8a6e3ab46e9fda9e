/**
 * @file Candidate search, for those whose role allows it: request → parts → résumés → cards with the quoted lines that
 * show each part. It orders and quotes; it never rejects anyone and never judges a person.
 */
import { kindFeatures, kindProbability, PROBED_FOR_PEOPLE, PROBED_FOR_RULES } from "../candidates/request-kind";
import { candidateIntent, isSaidPolicies, peopleRequest } from "../candidates/request-intent";
import { otherNames } from "../../people/terms/match-units";
import { parseRequest, type RequestPart } from "../candidates/parse-request";
import { rankCandidates } from "../candidates/rank-candidates";
import { toRetrieved } from "../answer/rank-documents";
import { say } from "../answer/say";
import { phrasesIn } from "../phrases";
import type { AskRequest } from "../types";
import { NOTHING_RETRIEVED, type Tool, type ToolContext, type Understood } from "./tool";

/** Passages retrieved for the whole request, and for each part. */
const K = 60;
const K_PER_PART = 40;
const K_PROBED = 30;
const KINDS = ["resume"] as const;

function recognise({ question }: Understood, request: AskRequest): number {
  // The candidates screen asks for nothing else: there every request is one for people, however it is worded.
  if (!request.capabilities.has("policies")) return 1;
  return candidateIntent(question) === "strict" ? 0.9 : 0;
}

/** What rules cannot tell ("EPLAN", "night shift premium"): the form of the question and what either kind of document knows of it. */
async function weigh({ question }: Understood, context: ToolContext): Promise<number> {
  if (isSaidPolicies(question)) return 0;
  const people = await context.retrieve(question, { kinds: PROBED_FOR_PEOPLE, k: K_PROBED });
  const policies = await context.retrieve(question, { kinds: PROBED_FOR_RULES, k: K_PROBED });
  return kindProbability(kindFeatures(question, people, policies));
}

/** A part in all its names: a résumé in the other language must be found before its lines can be read. */
function queryOf({ kind, label, alternatives }: RequestPart): string {
  if (kind === "years") return label;
  return kind === "skill" || kind === "role" ? [...alternatives, ...alternatives.flatMap(otherNames)].join(" ") : alternatives.join(" ");
}

export const candidateSearch: Tool = {
  name: "candidate-search",
  capability: "candidates",
  recognise,
  weigh,
  askInstead: ({ question, language }) => peopleRequest(question, language),
  async run(understood, context) {
    const { request, tell, time, knowledge, describePerson } = context;
    const phrases = phrasesIn(understood.language);
    const parts = parseRequest(understood.question);
    if (parts.length === 0) {
      say(phrases.candidatesUnclear, tell);
      const answer = { outcome: "chat" as const, text: phrases.candidatesUnclear, citations: [], candidates: [], confidence: 1, suggestions: [...phrases.helpWith.candidates.asks] };
      return { ...NOTHING_RETRIEVED, answer };
    }
    tell({ type: "status", stage: "retrieve" });
    const whole = await context.retrieve(understood.question, { kinds: KINDS, k: K });
    const perPart = [];
    for (const part of parts) perPart.push(await context.retrieve(queryOf(part), { kinds: KINDS, k: K_PER_PART }));
    tell({ type: "status", stage: "rank" });
    const started = performance.now();
    const { cards, order } = await rankCandidates({ knowledge, describePerson, parts, whole, perPart, mayRead: request.mayRead, signal: request.signal });
    time("rank", performance.now() - started);
    tell({ type: "status", stage: "answer" });
    const text = cards.length > 0 ? phrases.candidates(cards.length, parts.map((part) => part.label)) : phrases.noCandidates;
    say(text, tell);
    if (cards.length > 0) tell({ type: "candidates", candidates: cards });
    const answer = { outcome: cards.length > 0 ? ("candidates" as const) : ("none" as const), text, citations: [], candidates: cards, confidence: cards[0]?.score ?? 0, suggestions: [] };
    return { answer, retrieved: toRetrieved(whole), documents: order.slice(0, 10), repaired: whole.repairedQuery };
  },
};
