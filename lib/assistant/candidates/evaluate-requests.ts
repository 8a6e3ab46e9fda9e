/**
 * @file Evaluate requests for people: graded résumés and gold quotes against the cards that were shown → figures, for
 * all and for two halves told apart by the request's id (tune on one, believe the other). Asks nothing itself.
 */
import type { CandidateCard } from "../../contracts/evidence";
import type { CandidateFigures, EvalCandidatesOutput, EvalRequest } from "../../contracts/cli";
import { sha256 } from "../../core/hash";
import { isQuoteCited } from "../../knowledge/evaluate/quote-match";
import { ndcgAt, recallAt } from "../../knowledge/evaluate/ranking-metrics";

const CUT = 10;
/** Grade from which a résumé fits the request and must show why. */
const FITS = 3;

export interface JudgedRequest {
  readonly request: EvalRequest;
  /** As shown, best first. */
  readonly cards: readonly CandidateCard[];
  /** Document id of a card → name of the file, as the gold has it. */
  readonly fileOf: (documentId: string) => string;
  readonly latencyMs: number;
}

/** What one request got; null where its gold says nothing about it. */
export interface RequestFigures {
  readonly ndcg: number | null;
  readonly recall: number | null;
  readonly first: boolean | null;
  readonly quotesRight: number;
  readonly quotesWanted: number;
  /** For a request that nobody fits: somebody is shown as meeting every part of it. */
  readonly claimed: boolean | null;
}

/** Stable half of a request or question: "tune" is looked at while rules are written and constants fitted, "held" is not. */
export function halfOf(id: string): "tune" | "held" {
  return Number.parseInt(sha256(id).slice(0, 2), 16) % 2 === 0 ? "tune" : "held";
}

export function judgeRequest({ request, cards, fileOf }: JudgedRequest): RequestFigures {
  const ranked = cards.map((card) => fileOf(card.documentId));
  const judgements = new Map(Object.entries(request.gold));
  const isAnswerable = judgements.size > 0;
  const found = Object.entries(request.quotes).map(([file, needs]) => {
    const card = cards.slice(0, CUT)[ranked.indexOf(file)];
    const quotes = card?.matches.flatMap((match) => match.evidence.map((citation) => citation.quote)) ?? [];
    return { wanted: needs.length, right: needs.filter((snippets) => snippets.some((snippet) => isQuoteCited(snippet, quotes))).length };
  });
  return {
    ndcg: isAnswerable ? ndcgAt(CUT, ranked, judgements) : null,
    recall: isAnswerable ? recallAt(CUT, ranked, judgements) : null,
    first: isAnswerable ? (judgements.get(ranked[0] ?? "") ?? 0) >= FITS : null,
    quotesRight: found.reduce((sum, one) => sum + one.right, 0),
    quotesWanted: found.reduce((sum, one) => sum + one.wanted, 0),
    claimed: isAnswerable ? null : cards.some((card) => card.matches.every((match) => match.met)),
  };
}

/** @param judged at least one request that somebody fits in each half */
export function candidateMetrics(judged: readonly JudgedRequest[]): EvalCandidatesOutput {
  const rated = judged.map((one) => ({ half: halfOf(one.request.id), figures: judgeRequest(one) }));
  const ofHalf = (half: "tune" | "held"): CandidateFigures => average(rated.flatMap((one) => (one.half === half ? [one.figures] : [])));
  return {
    ...average(rated.map((one) => one.figures)),
    latencyMs: judged.reduce((sum, one) => sum + one.latencyMs, 0) / Math.max(1, judged.length),
    tune: ofHalf("tune"),
    held: ofHalf("held"),
  };
}

function average(rows: readonly RequestFigures[]): CandidateFigures {
  const mean = (values: readonly number[]): number => (values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length);
  const share = (values: readonly (boolean | null)[]): number => mean(values.flatMap((value) => (value === null ? [] : [value ? 1 : 0])));
  const wanted = rows.reduce((sum, row) => sum + row.quotesWanted, 0);
  return {
    n: rows.filter((row) => row.ndcg !== null).length,
    "ndcg@10": mean(rows.flatMap((row) => row.ndcg ?? [])),
    "recall@10": mean(rows.flatMap((row) => row.recall ?? [])),
    first: share(rows.map((row) => row.first)),
    quotes: wanted === 0 ? 0 : rows.reduce((sum, row) => sum + row.quotesRight, 0) / wanted,
    nobody: rows.filter((row) => row.claimed !== null).length,
    claimed: share(rows.map((row) => row.claimed)),
  };
}
