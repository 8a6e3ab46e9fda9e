/**
 * @file Dawid–Skene: from several reviewers' grades the most probable true grade of each item and how good each reviewer
 * is, without knowing the truth. Expectation–maximisation with a small prior, so that a reviewer of three items is not
 * called perfect.
 * @source Dawid, Skene 1979, "Maximum likelihood estimation of observer error-rates using the EM algorithm", eq. 2.3–2.5
 */

export interface Judged {
  readonly item: string;
  readonly reviewer: string;
  /** 0 … grades − 1. */
  readonly grade: number;
}

export interface DawidSkene {
  /** Item → probability per grade, sums to 1. */
  readonly items: ReadonlyMap<string, readonly number[]>;
  /** Reviewer → [true grade][given grade], rows sum to 1. */
  readonly confusion: ReadonlyMap<string, readonly (readonly number[])[]>;
  /** Reviewer → expected probability of the right grade, 0–1: the weight of their labels. */
  readonly quality: ReadonlyMap<string, number>;
  readonly iterations: number;
}

export interface DawidSkeneOptions {
  /** Default 4: relevance 0–3. */
  readonly grades?: number;
  /** Default 100. */
  readonly maxIterations?: number;
  /** Judgements that every reviewer is thought to have given before the first: this many right, spread evenly, per grade. Default 1. */
  readonly prior?: number;
}

/** Share of the prior judgements that are right. */
const PRIOR_ACCURACY = 0.7;
const TOLERANCE = 1e-6;

export function dawidSkene(judged: readonly Judged[], { grades = 4, maxIterations = 100, prior = 1 }: DawidSkeneOptions = {}): DawidSkene {
  const items = [...new Set(judged.map((one) => one.item))];
  const reviewers = [...new Set(judged.map((one) => one.reviewer))];
  let posterior = votes(judged, items, grades);
  let confusion = confusions({ judged, reviewers, posterior, grades, prior });
  let iterations = 0;
  for (; iterations < maxIterations; iterations++) {
    const next = expectation({ judged, items, confusion, shares: gradeShares(posterior, grades), grades });
    const moved = Math.max(0, ...items.flatMap((item) => (next.get(item) ?? []).map((p, g) => Math.abs(p - (posterior.get(item)?.[g] ?? 0)))));
    posterior = next;
    confusion = confusions({ judged, reviewers, posterior, grades, prior });
    if (moved < TOLERANCE) break;
  }
  const shares = gradeShares(posterior, grades);
  const quality = new Map(reviewers.map((reviewer) => [reviewer, (confusion.get(reviewer) ?? []).reduce((sum, row, g) => sum + (shares[g] ?? 0) * (row[g] ?? 0), 0)]));
  return { items: posterior, confusion, quality, iterations };
}

/** Start: the shares of the votes. */
function votes(judged: readonly Judged[], items: readonly string[], grades: number): Map<string, number[]> {
  const counts = new Map(items.map((item) => [item, new Array<number>(grades).fill(0)]));
  for (const { item, grade } of judged) {
    const row = counts.get(item);
    if (row) row[grade] = (row[grade] ?? 0) + 1;
  }
  return new Map([...counts].map(([item, row]) => [item, normalised(row)]));
}

/** Smoothed a little: a grade that nobody has given yet is not impossible. */
function gradeShares(posterior: ReadonlyMap<string, readonly number[]>, grades: number): number[] {
  const shares = new Array<number>(grades).fill(0.5);
  for (const row of posterior.values()) row.forEach((p, g) => (shares[g] = (shares[g] ?? 0) + p));
  return normalised(shares);
}

interface Maximisation {
  readonly judged: readonly Judged[];
  readonly reviewers: readonly string[];
  readonly posterior: ReadonlyMap<string, readonly number[]>;
  readonly grades: number;
  readonly prior: number;
}

function confusions({ judged, reviewers, posterior, grades, prior }: Maximisation): Map<string, number[][]> {
  const wrong = grades > 1 ? (prior * (1 - PRIOR_ACCURACY)) / (grades - 1) : 0;
  const fresh = (): number[][] => Array.from({ length: grades }, (_, truth) => Array.from({ length: grades }, (__, given) => (truth === given ? prior * PRIOR_ACCURACY : wrong)));
  const counts = new Map(reviewers.map((reviewer) => [reviewer, fresh()]));
  for (const { item, reviewer, grade } of judged) {
    const rows = counts.get(reviewer) ?? [];
    (posterior.get(item) ?? []).forEach((p, truth) => {
      const row = rows[truth];
      if (row) row[grade] = (row[grade] ?? 0) + p;
    });
  }
  return new Map([...counts].map(([reviewer, rows]) => [reviewer, rows.map(normalised)]));
}

interface Expectation {
  readonly judged: readonly Judged[];
  readonly items: readonly string[];
  readonly confusion: ReadonlyMap<string, readonly (readonly number[])[]>;
  readonly shares: readonly number[];
  readonly grades: number;
}

function expectation({ judged, items, confusion, shares, grades }: Expectation): Map<string, number[]> {
  const logs = new Map(items.map((item) => [item, shares.map((share) => Math.log(Math.max(share, 1e-12)))]));
  for (const { item, reviewer, grade } of judged) {
    const row = logs.get(item);
    for (let truth = 0; row && truth < grades; truth++) row[truth] = (row[truth] ?? 0) + Math.log(Math.max(confusion.get(reviewer)?.[truth]?.[grade] ?? 0, 1e-12));
  }
  return new Map([...logs].map(([item, row]) => [item, normalised(row.map((value) => Math.exp(value - Math.max(...row))))]));
}

function normalised(row: readonly number[]): number[] {
  const total = row.reduce((sum, value) => sum + value, 0);
  return row.map((value) => (total > 0 ? value / total : 1 / row.length));
}
