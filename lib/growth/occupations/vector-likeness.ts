/**
 * @file How alike occupations are by the vectors of their tasks: the mean vectors as they are; the same with what all
 * tasks share taken out; and task by task, each with its best counterpart, rare tasks counting more.
 * @source common component removal: Arora, Liang and Ma 2017; mean of best matches: Corley and Mihalcea 2005, eq. 1
 */
import type { Matrix } from "./word-likeness";

type Vectors = readonly Float32Array[];

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
};

function unit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(dot(vector, vector)) || 1;
  return vector.map((value) => value / length);
}

function meanOf(vectors: readonly ArrayLike<number>[], dimension: number): Float64Array {
  const mean = new Float64Array(dimension);
  for (const vector of vectors) for (let i = 0; i < dimension; i++) mean[i] = (mean[i] ?? 0) + (vector[i] ?? 0) / vectors.length;
  return mean;
}

/** Cosine of the mean task vectors. */
export function pooledMatrix(tasks: readonly Vectors[]): Matrix {
  const dimension = tasks[0]?.[0]?.length ?? 0;
  return cosines(tasks.map((vectors) => unit(meanOf(vectors, dimension))));
}

/** The same after the mean of all occupations and the strongest common directions are taken out. */
export function centredMatrix(tasks: readonly Vectors[], directions: number): Matrix {
  const dimension = tasks[0]?.[0]?.length ?? 0;
  const pooled = tasks.map((vectors) => meanOf(vectors, dimension));
  const middle = meanOf(pooled, dimension);
  let rest = pooled.map((vector) => vector.map((value, i) => value - (middle[i] ?? 0)));
  for (let k = 0; k < directions; k++) {
    const common = strongestDirection(rest, dimension);
    rest = rest.map((vector) => {
      const along = dot(vector, common);
      return vector.map((value, i) => value - along * (common[i] ?? 0));
    });
  }
  return cosines(rest.map(unit));
}

/** Power iteration on the covariance; starts from a fixed vector, so that it can be repeated. */
function strongestDirection(vectors: readonly Float64Array[], dimension: number): Float64Array {
  let direction = unit(Float64Array.from({ length: dimension }, (_, i) => 1 + (i % 7) / 7));
  for (let round = 0; round < 30; round++) {
    const next = new Float64Array(dimension);
    for (const vector of vectors) {
      const along = dot(vector, direction);
      for (let i = 0; i < dimension; i++) next[i] = (next[i] ?? 0) + along * (vector[i] ?? 0);
    }
    direction = unit(next);
  }
  return direction;
}

function cosines(vectors: readonly Float64Array[]): Matrix {
  return vectors.map((a) => Float64Array.from(vectors, (b) => dot(a, b)));
}

/**
 * For the most likely candidates of every occupation: the mean over its tasks of the best counterpart's cosine, both
 * ways, rare tasks (little like the average task) counting more. Elsewhere the smallest value that was found.
 *
 * @param candidates per occupation the places to look at
 */
export function taskMatchMatrix(tasks: readonly Vectors[], candidates: readonly (readonly number[])[]): Matrix {
  const dimension = tasks[0]?.[0]?.length ?? 0;
  const middle = unit(meanOf(tasks.flat(), dimension));
  const weights = tasks.map((vectors) => vectors.map((vector) => Math.max(0.05, 1 - dot(vector, middle))));
  const known = new Map<number, number>();
  const value = (a: number, b: number): number => {
    const key = Math.min(a, b) * tasks.length + Math.max(a, b);
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = bestMatches([tasks[a] ?? [], tasks[b] ?? []], [weights[a] ?? [], weights[b] ?? []]);
    known.set(key, found);
    return found;
  };
  return candidates.map((list, a) => {
    const scores = list.map((b) => value(a, b));
    const row = new Float64Array(tasks.length).fill(Math.min(1, ...scores));
    list.forEach((b, i) => (row[b] = scores[i] ?? 0));
    return row;
  });
}

function bestMatches([a, b]: readonly [Vectors, Vectors], [weightsA, weightsB]: readonly [readonly number[], readonly number[]]): number {
  const bestA = new Float64Array(a.length).fill(-1);
  const bestB = new Float64Array(b.length).fill(-1);
  a.forEach((one, i) =>
    b.forEach((other, j) => {
      const cosine = dot(one, other);
      if (cosine > (bestA[i] ?? -1)) bestA[i] = cosine;
      if (cosine > (bestB[j] ?? -1)) bestB[j] = cosine;
    }),
  );
  const mean = (best: Float64Array, weights: readonly number[]) => best.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0) / weights.reduce((sum, weight) => sum + weight, 0);
  return (mean(bestA, weightsA) + mean(bestB, weightsB)) / 2;
}
