/**
 * @file Gate: champion against challenger on the company's frozen test and on general sets → better, provisional or
 * refused, with reasons in plain words. Pure: takes ranks, gives a report; promotes nothing.
 */
import { FEWEST_OWN_GROUPS, type GateReason, type GateReport, type GateVerdict } from "../../contracts/gate";
import { differencesByGroup, pairedTest, type PairedResult } from "./paired-test";
import { reasonsFor } from "./reasons";

/** One question under both: 1-based rank of its best right passage, Infinity when not found. */
export interface RankedPair {
  readonly group: string;
  readonly before: number;
  readonly after: number;
  /** How much the label stands for (position bias, trust); 1 when left out. A test of approvals at rank 1 would prove the champion right. */
  readonly weight?: number;
}

export interface GeneralPair extends RankedPair {
  /** Slices it belongs to, e.g. ["en", "policy"]. */
  readonly slices: readonly string[];
}

/** A figure that may not grow beyond a limit: latency (ms), size (bytes), wrong answers instead of abstentions (share). */
export interface Guard {
  readonly name: string;
  readonly before: number;
  readonly after: number;
  /** Largest `after` allowed. */
  readonly limit: number;
}

export interface GateInput {
  readonly own: readonly RankedPair[];
  readonly general: readonly GeneralPair[];
  readonly guards?: readonly Guard[];
  readonly seed?: number;
}

/** Points of hit@1 that general questions may lose. */
export const MARGIN = 0.01;
const ALPHA = 0.05;
/** Groups of a slice below which its point estimate is chance. */
const MIN_SLICE = 30;

export function judgeChallenger({ own, general, guards = [], seed = 1 }: GateInput): GateReport {
  const hit1 = compare(own, hit, seed);
  const reciprocalRank = compare(own, (rank) => 1 / rank, seed);
  const slices = slicesOf(general).map(({ name, rows }) => ({ name, ...compare(rows, hit, seed) }));
  const held = guards.map((guard) => ({ ...guard, isHeld: guard.after <= guard.limit }));
  const base = { margin: MARGIN, own: { questions: own.length, hit1, reciprocalRank }, slices, guards: held };
  const reasons = reasonsFor(base, { alpha: ALPHA, minOwnGroups: FEWEST_OWN_GROUPS, minSlice: MIN_SLICE });
  return { verdict: verdictOf(reasons), ...base, reasons };
}

function compare(rows: readonly RankedPair[], score: (rank: number) => number, seed: number): { before: number; after: number; result: PairedResult } {
  const scored = rows.map(({ group, before, after, weight = 1 }) => ({ group, weight, before: score(before), after: score(after) }));
  const total = Math.max(1e-12, scored.reduce((sum, { weight }) => sum + weight, 0));
  const mean = (side: "before" | "after"): number => scored.reduce((sum, row) => sum + row.weight * row[side], 0) / total;
  return { before: mean("before"), after: mean("after"), result: pairedTest(differencesByGroup(scored), seed) };
}

const hit = (rank: number): number => (rank === 1 ? 1 : 0);

function slicesOf(general: readonly GeneralPair[]): { name: string; rows: readonly GeneralPair[] }[] {
  if (general.length === 0) return [];
  const names = [...new Set(general.flatMap(({ slices }) => slices))].sort();
  const parts = names.map((name) => ({ name: `general ${name}`, rows: general.filter(({ slices }) => slices.includes(name)) }));
  // A part that is the whole says nothing of its own.
  return [{ name: "general", rows: general }, ...parts.filter(({ rows }) => rows.length < general.length)];
}

/** Harm refuses; doubt makes provisional; no sign of gain refuses. */
function verdictOf(reasons: readonly GateReason[]): GateVerdict {
  const codes = new Set(reasons.filter(({ isAgainst }) => isAgainst).map(({ code }) => code));
  if (["own-worse", "own-no-gain", "general-worse", "general-missing", "guard"].some((code) => codes.has(code))) return "refused";
  return codes.size > 0 ? "provisional" : "better";
}
