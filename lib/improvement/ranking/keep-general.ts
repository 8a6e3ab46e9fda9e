/**
 * @file Keep general: what was learned may not cost questions that have nothing to do with the labels. A part of the
 * general questions, which the gate never sees, is ranked as shipped and as learned; where it loses, the weights of the arms,
 * of coverage and of kindred passages go back towards what ships (memory and popularity know only the company's own documents).
 */
import { FUSION } from "../../knowledge/retrieval/constants";
import type { LearnedRanking, LearnedWeights } from "../../knowledge/retrieval/learned-ranking";
import { sha256 } from "../../core/hash";
import { rankOfRight, rankPool } from "./score-pool";
import type { Pool } from "./ranking-source";

export interface KnownQuestion {
  readonly id: string;
  readonly pool: Pool;
  readonly right: ReadonlySet<string>;
}

/** Questions that the gate keeps at least. */
const GATE_LEAST = 1000;
/** Questions that the weights are held against at most. */
const REPLAY_MOST = 400;

/** @returns two parts without a common question, drawn by the hash of their ids: the same for every version */
export function splitGeneral<Q extends KnownQuestion>(general: readonly Q[], { least = GATE_LEAST, most = REPLAY_MOST } = {}): { replay: Q[]; gate: Q[] } {
  const ordered = general.map((question) => ({ question, key: sha256(question.id) })).sort((a, b) => (a.key < b.key ? -1 : 1));
  const count = Math.max(0, Math.min(most, general.length - least));
  const isReplay = new Set(ordered.slice(0, count).map(({ question }) => question));
  return { replay: general.filter((question) => isReplay.has(question)), gate: general.filter((question) => !isReplay.has(question)) };
}

/** Shares of the learned step that are tried, largest first. */
const STEPS = [1, 0.75, 0.5, 0.35, 0.2, 0.1, 0];
/**
 * What the step may cost, in shares of questions answered first: the gate asks whether the lower bound of its 95 % interval
 * is above −.01 on a thousand questions, so a step is taken back until that is likely: few changes, and none on the whole for the worse.
 */
const MAY_LOSE = { bound: 0.008, reciprocalRank: 0.0025 };

/** @returns the ranking with the largest share of its dense step that the replay bears, and that share; 1 without a replay */
export function keepGeneral(ranking: LearnedRanking, replay: readonly KnownQuestion[]): { ranking: LearnedRanking; share: number } {
  if (replay.length === 0) return { ranking, share: 1 };
  const before = reciprocals(replay, null);
  for (const share of STEPS) {
    const stepped = share === 1 ? ranking : { ...ranking, weights: inPart(ranking.weights, share) };
    if (share === 0 || isBearable(before, reciprocals(replay, stepped))) return { ranking: stepped, share };
  }
  return { ranking, share: 1 };
}

function inPart(weights: LearnedWeights, share: number): LearnedWeights {
  const { dense, coverage = 0, kindred = 0 } = weights;
  return { ...weights, dense: FUSION.denseWeight + share * (dense - FUSION.denseWeight), coverage: share * coverage, kindred: share * kindred };
}

function reciprocals(replay: readonly KnownQuestion[], learned: LearnedRanking | null): number[] {
  return replay.map(({ pool, right }) => 1 / rankOfRight(rankPool(pool, learned), right));
}

/** A gain on so few questions is not believed: the mean counts as 0 at best. */
function isBearable(before: readonly number[], after: readonly number[]): boolean {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const changes = after.map((value, at) => (value === 1 ? 1 : 0) - (before[at] === 1 ? 1 : 0));
  const change = mean(changes);
  const deviation = Math.sqrt(mean(changes.map((value) => (value - change) ** 2)));
  const bound = Math.min(0, change) - (1.96 * deviation) / Math.sqrt(GATE_LEAST);
  return bound >= -MAY_LOSE.bound && mean(before) - mean(after) <= MAY_LOSE.reciprocalRank;
}
