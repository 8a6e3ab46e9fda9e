/**
 * @file Dawid and Skene's model: what is true, and how well each reviewer tells it, from judgements alone, each learned from
 * the other by EM. Units whose truth is known (gold, adjudicated) are held fixed. Pure; smoothed, because reviewers begin
 * with few judgements.
 */

export interface JudgedUnit {
  /** Level by reviewer, 0 … levels − 1. */
  readonly values: ReadonlyMap<string, number>;
  /** Known truth; null: to be inferred. */
  readonly truth: number | null;
}

export interface ReviewerQuality {
  /** Probability of saying what is true, 0–1, over the levels as they occur. */
  readonly accuracy: number;
  /** Judgements that went in. */
  readonly n: number;
  /** How far a label of theirs counts, 0–1: accuracy above chance. 1 is a reviewer who is always right. */
  readonly weight: number;
}

export interface DawidSkene {
  readonly reviewers: ReadonlyMap<string, ReviewerQuality>;
  /** Per unit, probability of each level; [unit][level]. */
  readonly truths: readonly (readonly number[])[];
}

/** Judgements that everyone is given beforehand: right at this rate, else evenly wrong. A reviewer of few judgements stays near it. */
const PRIOR = { accuracy: 0.75, judgements: 8 } as const;
const MAX_ROUNDS = 60;
const SETTLED = 1e-5;
/** Nobody's labels count for nothing: that would need more proof than a count gives. */
const LEAST_WEIGHT = 0.1;

/**
 * @param levels number of different values, ≥ 2
 * @source Dawid & Skene 1979, "Maximum likelihood estimation of observer error-rates using the EM algorithm"; Dirichlet prior
 *   on each row of the confusion matrix
 */
export function dawidSkene(units: readonly JudgedUnit[], levels: number): DawidSkene {
  const names = [...new Set(units.flatMap((unit) => [...unit.values.keys()]))].sort();
  let truths = units.map((unit) => startingTruth(unit, levels));
  let model = maximise(units, truths, { names, levels });
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = units.map((unit) => expect(unit, model, levels));
    const moved = next.reduce((most, row, u) => Math.max(most, ...row.map((value, level) => Math.abs(value - (truths[u]?.[level] ?? 0)))), 0);
    truths = next;
    model = maximise(units, truths, { names, levels });
    if (moved < SETTLED) break;
  }
  return { reviewers: new Map(names.map((name) => [name, qualityOf(name, units, model)])), truths };
}

interface Model {
  /** Share of each level. */
  readonly prior: readonly number[];
  /** [reviewer][truth][said] */
  readonly confusion: ReadonlyMap<string, readonly (readonly number[])[]>;
}

function startingTruth(unit: JudgedUnit, levels: number): number[] {
  if (unit.truth !== null) return oneHot(unit.truth, levels);
  const counts = Array.from({ length: levels }, () => 0);
  for (const value of unit.values.values()) counts[value] = (counts[value] ?? 0) + 1;
  return normalised(counts);
}

/** E: how probable each level is, given what everyone said. */
function expect(unit: JudgedUnit, { prior, confusion }: Model, levels: number): number[] {
  if (unit.truth !== null) return oneHot(unit.truth, levels);
  const logs = prior.map((share, truth) => Math.log(share) + [...unit.values].reduce((sum, [name, said]) => sum + Math.log(confusion.get(name)?.[truth]?.[said] ?? 1), 0));
  const top = Math.max(...logs);
  return normalised(logs.map((log) => Math.exp(log - top)));
}

/** M: how often each level is true, and who says what when it is. */
function maximise(units: readonly JudgedUnit[], truths: readonly (readonly number[])[], { names, levels }: { names: readonly string[]; levels: number }): Model {
  const wrong = ((1 - PRIOR.accuracy) * PRIOR.judgements) / (levels - 1);
  const counts = new Map(names.map((name) => [name, Array.from({ length: levels }, (_, truth) => Array.from({ length: levels }, (__, said) => (truth === said ? PRIOR.accuracy * PRIOR.judgements : wrong)))]));
  const prior = Array.from({ length: levels }, () => 1);
  units.forEach((unit, u) => {
    for (let truth = 0; truth < levels; truth++) {
      const probability = truths[u]?.[truth] ?? 0;
      prior[truth] = (prior[truth] ?? 0) + probability;
      for (const [name, said] of unit.values) {
        const row = counts.get(name)?.[truth];
        if (row) row[said] = (row[said] ?? 0) + probability;
      }
    }
  });
  return { prior: normalised(prior), confusion: new Map([...counts].map(([name, rows]) => [name, rows.map(normalised)])) };
}

function qualityOf(name: string, units: readonly JudgedUnit[], { prior, confusion }: Model): ReviewerQuality {
  const rows = confusion.get(name) ?? [];
  const accuracy = prior.reduce((sum, share, level) => sum + share * (rows[level]?.[level] ?? 0), 0);
  const chance = 1 / prior.length;
  return { accuracy, n: units.filter((unit) => unit.values.has(name)).length, weight: Math.min(1, Math.max(LEAST_WEIGHT, (accuracy - chance) / (1 - chance))) };
}

function oneHot(level: number, levels: number): number[] {
  return Array.from({ length: levels }, (_, i) => Number(i === level));
}

function normalised(values: readonly number[]): number[] {
  const total = values.reduce((sum, value) => sum + value, 0);
  return values.map((value) => (total > 0 ? value / total : 1 / values.length));
}
