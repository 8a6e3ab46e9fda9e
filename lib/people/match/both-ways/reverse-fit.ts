/**
 * @file Reverse fit: how far a job is one for this person: how much of what they can show it would use, and whether it
 * continues what they did. Beside the score, which says how far the person is one for the job; never mixed into it.
 */
import { toUnits } from "../../terms/match-units";
import { matchTextOf } from "../evidence";
import { quotesOf } from "../evidence";
import type { PreparedRequest } from "../score-subject";
import type { EvidenceItem, EvidenceQuote, MatchSubject, Scorecard } from "../types";

export interface ReverseFit {
  /** 0–100, one decimal. */
  readonly score: number;
  /** Skills of the person that the job asks for, and those that it leaves idle; ids, verified ones first. */
  readonly used: readonly string[];
  readonly idle: readonly string[];
  /** The post that is nearest to the job's title, 0–1. */
  readonly continues: number;
  readonly evidence: readonly EvidenceQuote[];
}

const SKILLS_SHARE = 0.7;
const VERIFIED = 2;
const STATED = 1;

export function reverseFit(subject: MatchSubject, prepared: PreparedRequest): ReverseFit {
  const asked = new Set(prepared.wanted.flatMap(({ skills }) => [...skills].flatMap(([id, share]) => (share >= prepared.ruleset.metFrom ? [id] : []))));
  const weights = new Map<string, number>();
  for (const item of subject.items) for (const id of item.skills) weights.set(id, Math.max(weights.get(id) ?? 0, item.isWork ? VERIFIED : STATED));
  const ordered = [...weights].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const total = ordered.reduce((sum, [, weight]) => sum + weight, 0);
  const usedWeight = ordered.reduce((sum, [id, weight]) => sum + (asked.has(id) ? weight : 0), 0);
  const { share, items } = continues(subject, prepared.title);
  const skillsShare = total === 0 ? 0 : usedWeight / total;
  const mixed = total === 0 ? share : SKILLS_SHARE * skillsShare + (1 - SKILLS_SHARE) * share;
  return {
    score: Math.round(mixed * 1000) / 10,
    used: ordered.flatMap(([id]) => (asked.has(id) ? [id] : [])),
    idle: ordered.flatMap(([id]) => (asked.has(id) ? [] : [id])),
    continues: Math.round(share * 1000) / 1000,
    evidence: quotesOf(items),
  };
}

/** The best share of the job's title that one post's head shows. */
function continues({ items }: MatchSubject, title: string | null): { share: number; items: readonly EvidenceItem[] } {
  const units = title === null ? [] : toUnits(title);
  const total = units.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return { share: 0, items: [] };
  let best: { share: number; items: readonly EvidenceItem[] } = { share: 0, items: [] };
  for (const item of items) {
    if (item.kind !== "job") continue;
    const text = matchTextOf(item);
    const share = units.reduce((sum, unit) => sum + unit.rate(text) * unit.weight, 0) / total;
    if (share > best.share) best = { share, items: [item] };
  }
  return best;
}

export interface MutualMatch<Id extends string = string> {
  readonly id: Id;
  readonly card: Scorecard;
  readonly reverse: ReverseFit;
  /** Harmonic mean of both scores, 0–100, one decimal: high only where both are. */
  readonly mutual: number;
}

/** Jobs for a person (or an employee: internal mobility), best for both first; equal ones by id. */
export function rankJobs<Id extends string>(jobs: readonly Omit<MutualMatch<Id>, "mutual">[]): MutualMatch<Id>[] {
  return jobs
    .map((job) => ({ ...job, mutual: harmonic(job.card.score, job.reverse.score) }))
    .sort((a, b) => b.mutual - a.mutual || b.card.score - a.card.score || (a.id < b.id ? -1 : 1));
}

function harmonic(a: number, b: number): number {
  return a + b === 0 ? 0 : Math.round((20 * a * b) / (a + b)) / 10;
}
