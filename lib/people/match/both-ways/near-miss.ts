/**
 * @file Near miss: what a scorecard lacks and what closing it would be worth, each requirement by itself. A fact about
 * requirements, not a promise. lib/growth/gap/requirement-gap.ts joins it with the learning plan's own gap (of held-skills.ts).
 */
import type { Requirement } from "../../requirements/types";
import type { EvidenceQuote, Scorecard, ScorePart } from "../types";

export interface Miss {
  readonly requirementId: string;
  readonly text: string;
  readonly kind: Requirement["kind"];
  readonly any: readonly string[];
  readonly mustHave: boolean;
  readonly state: "partly" | "missing";
  /** Points that the score would gain at most, one decimal. */
  readonly gain: number;
  /** Years that are missing, one decimal; only where time was asked. */
  readonly yearsMissing?: number;
  /** What is there already. */
  readonly evidence: readonly EvidenceQuote[];
}

export interface NearMiss {
  /** Worth most first; must-haves before the others. */
  readonly misses: readonly Miss[];
  readonly mustHavesMissing: number;
  /** Score if every miss were closed, 0–100, one decimal. */
  readonly scoreIfClosed: number;
  /** At most this many must-haves are missing, and closing them would meet all: worth a second look. */
  readonly isNear: boolean;
}

/** More missing must-haves are another job, not a near miss. */
const MOST_MISSING = 2;

/** @param requirements those that the card was made with */
export function nearMiss(card: Scorecard, requirements: readonly Requirement[]): NearMiss {
  const byId = new Map(requirements.map((requirement) => [requirement.id, requirement]));
  const misses = card.parts.flatMap((part): Miss[] => {
    const requirement = part.requirementId === null ? undefined : byId.get(part.requirementId);
    if (!requirement || part.met) return [];
    return [toMiss(part, requirement)];
  });
  const mustHavesMissing = misses.filter(({ mustHave }) => mustHave).length;
  const gained = misses.reduce((sum, { gain }) => sum + Math.round(gain * 10), 0) / 10;
  return {
    misses: misses.sort((a, b) => Number(b.mustHave) - Number(a.mustHave) || b.gain - a.gain || (a.requirementId < b.requirementId ? -1 : 1)),
    mustHavesMissing,
    scoreIfClosed: Math.min(100, Math.round((card.score + gained) * 10) / 10),
    isNear: mustHavesMissing > 0 && mustHavesMissing <= MOST_MISSING,
  };
}

function toMiss(part: ScorePart, { id, text, kind, any, mustHave }: Requirement): Miss {
  const missing = part.years ? Math.round(10 * Math.max(0, part.years.asked - (part.years.found ?? 0))) / 10 : 0;
  return {
    requirementId: id, text, kind, any, mustHave,
    state: part.score > 0 ? "partly" : "missing",
    gain: Math.round((part.weight * (100 - part.score)) / 10) / 10,
    ...(missing > 0 ? { yearsMissing: missing } : {}),
    evidence: part.evidence,
  };
}
