/**
 * @file Signals → labels: clicks, thumbs and reviewers' grades about one passage of one question become one label with
 * a relevance and a weight. Clicks and thumbs are corrected for the rank at which the passage was shown; a reviewer's
 * grade is not (reviewers judge whatever the queue shows), and it settles the matter.
 */
import type { LabelLine, LabelSource } from "../../contracts/labels";
import { inversePropensity, POSITION_BIAS, type PositionBias } from "./position-bias";

export interface Signal {
  readonly query: string;
  readonly passage: string;
  /** Opaque id. */
  readonly user: string;
  readonly kind: "click" | "up" | "down" | "grade";
  /** Only with "grade": 0–3. */
  readonly grade?: number;
  /** 1-based rank at which the passage was shown; left out when the reviewer found it by search. */
  readonly rank?: number;
  /** Reviewer quality, 0–1 (../trust/dawid-skene.ts); 1 when left out. */
  readonly quality?: number;
  readonly group?: string;
  readonly document?: string;
}

/** What each kind of signal is worth beside a reviewer's grade, before the correction for its rank. */
const TRUST = { click: 0.15, up: 0.6, down: 0.6, grade: 1 } as const;

/** Relevance that a signal speaks for, 0–3. */
function spokenRelevance({ kind, grade }: Signal): number {
  if (kind === "grade") return grade ?? 0;
  return kind === "up" ? 3 : kind === "click" ? 2 : 0;
}

function weightOf(signal: Signal, bias: PositionBias): number {
  const trust = TRUST[signal.kind] * (signal.quality ?? 1);
  // A thumb down at rank 1 is no rarer for being at rank 1; only approval depends on having been seen at all.
  const isApproval = signal.kind === "up" || signal.kind === "click";
  return isApproval && signal.rank !== undefined ? trust * inversePropensity(signal.rank, bias) : trust;
}

/**
 * One label per (query, passage, user), so that caps and alarms can tell people apart; a grade of the same person
 * replaces what the same person clicked.
 *
 * @returns in the order in which their first signals came; weights ≤ `bias.maxWeight`
 */
export function labelsFromSignals(signals: readonly Signal[], bias: PositionBias = POSITION_BIAS): LabelLine[] {
  const kept = new Map<string, Signal[]>();
  for (const signal of signals) {
    const key = JSON.stringify([signal.query, signal.passage, signal.user]);
    kept.set(key, [...(kept.get(key) ?? []), signal]);
  }
  return [...kept.values()].flatMap((own) => {
    const grades = own.filter((signal) => signal.kind === "grade");
    return toLabel(grades.length > 0 ? grades.slice(-1) : own, bias);
  });
}

/** A person's click and thumb on one passage: the thumb speaks, the click adds to its weight when it agrees. */
function toLabel(own: readonly Signal[], bias: PositionBias): LabelLine[] {
  const first = own[0];
  if (!first) return [];
  const spoken = own.map((signal) => ({ relevance: spokenRelevance(signal), weight: weightOf(signal, bias) }));
  const total = spoken.reduce((sum, one) => sum + one.weight, 0);
  if (total === 0) return [];
  const relevance = Math.round(spoken.reduce((sum, one) => sum + one.weight * one.relevance, 0) / total);
  const { query, passage, user, group, document } = first;
  const weight = Math.min(bias.maxWeight, total);
  return [{ query, passage, relevance, user, weight: Math.round(weight * 1000) / 1000, source: sourceOf(own), ...(group ? { group } : {}), ...(document ? { document } : {}) }];
}

function sourceOf(own: readonly Signal[]): LabelSource {
  if (own.some((signal) => signal.kind === "grade")) return "review";
  return own.some((signal) => signal.kind !== "click") ? "thumb" : "click";
}
