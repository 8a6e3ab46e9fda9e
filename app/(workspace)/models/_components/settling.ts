/** @file How many test questions would settle a comparison: said for every verdict. */
import { FEWEST_OWN_GROUPS, type GateReport } from "@/lib/contracts/gate";
import type { MODELS } from "./words";

/** A gain worth finding, in mean reciprocal rank: two points. */
const WORTH_FINDING = 0.02;
/** As in the gate. */
const ALPHA = 0.05;

type Result = GateReport["own"]["reciprocalRank"]["result"];

/** One sentence. Needed numbers grow with the square: half the difference takes four times the questions. */
export function settling({ n, mean, p, neededN, smallestDetectable }: Result, words: (typeof MODELS)["en"]): string {
  if (n === 0) return words.settleNone(FEWEST_OWN_GROUPS);
  if (smallestDetectable === 0) return words.settleSame(n);
  if (n >= FEWEST_OWN_GROUPS && p < ALPHA) return words.settled(n);
  if (mean === 0 || neededN === null) return words.settleGain(Math.max(FEWEST_OWN_GROUPS, Math.ceil(n * (smallestDetectable / WORTH_FINDING) ** 2)));
  return words.settle(Math.max(FEWEST_OWN_GROUPS, neededN), n);
}
