/**
 * @file Sampler: which pairs make the next batch. Shapes and sources are drawn by the recipe's weights, pairs of a source
 * in a shuffled order without repetition until all were used. Step n needs only the seed and the cursors, so a run
 * resumes exactly.
 */
import { createRng, shuffled } from "../../../core/rng";
import type { Recipe, ShapeRule } from "../recipe";

/** Positions in the list of pairs, by shape and source. */
export type Pools = ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;

/** Uses of each pool so far, by "shape/source". */
export type Cursors = Readonly<Record<string, number>>;

export interface Draw {
  readonly shape: ShapeRule;
  /** Positions in the list of pairs; `shape.rows` of them. */
  readonly pairs: readonly number[];
  /** For varying the texts of this batch. */
  readonly random: () => number;
}

export interface Sampler {
  /** The batch of a step; steps must be asked in order. */
  next(step: number): Draw;
  cursors(): Cursors;
  restore(cursors: Cursors): void;
}

type SamplerRecipe = Pick<Recipe, "seed" | "shapes" | "sources" | "oneSourceShare">;

/** @param pools every source in them must stand in the recipe */
export function createSampler(recipe: SamplerRecipe, pools: Pools): Sampler {
  let used: Record<string, number> = {};
  const orders = new Map<string, readonly number[]>();
  const shapes = recipe.shapes.filter((shape) => (pools.get(shape.name)?.size ?? 0) > 0);
  const weights = sourceWeights(recipe, pools);

  /** The pool's next pair; each round has its own order. */
  const take = (shape: string, source: string): number => {
    const key = `${shape}/${source}`;
    const pool = pools.get(shape)?.get(source) ?? [];
    const at = used[key] ?? 0;
    used[key] = at + 1;
    const round = Math.floor(at / pool.length);
    const orderKey = `${key}/${round}`;
    let order = orders.get(orderKey);
    if (!order) {
      orders.delete(`${key}/${round - 1}`);
      order = shuffled(pool, createRng(seedOf(recipe.seed, orderKey)));
      orders.set(orderKey, order);
    }
    return order[at % pool.length] as number;
  };

  return {
    next(step) {
      const random = createRng(seedOf(recipe.seed, `step ${step}`));
      const shape = pick(shapes, shapes.map((one) => one.share ?? sum([...(weights.get(one.name)?.values() ?? [])]) / one.rows), random);
      const table = weights.get(shape.name) ?? new Map<string, number>();
      const sources = [...table.keys()];
      const own = Math.round(shape.rows * recipe.oneSourceShare);
      const main = pick(sources, sources.map((source) => mainWeight(table.get(source) ?? 0, pools.get(shape.name)?.get(source)?.length ?? 0, own)), random);
      const pairs = Array.from({ length: shape.rows }, (_, row) => take(shape.name, row < own ? main : pick(sources, [...table.values()], random)));
      return { shape, pairs, random };
    },
    cursors: () => ({ ...used }),
    restore: (cursors) => {
      used = { ...cursors };
      orders.clear();
    },
  };
}

/** Weight of each source in each shape: its own, split as its pairs are. */
export function sourceWeights(recipe: Pick<Recipe, "sources">, pools: Pools): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const totals = new Map<string, number>();
  for (const pool of pools.values()) for (const [source, pairs] of pool) totals.set(source, (totals.get(source) ?? 0) + pairs.length);
  return new Map(
    [...pools].map(([shape, pool]) => [
      shape,
      new Map([...pool].map(([source, pairs]) => [source, ((recipe.sources[source]?.weight ?? 0) * pairs.length) / (totals.get(source) ?? 1)])),
    ]),
  );
}

/** A source too small to fill the half without repeating leads less often. */
function mainWeight(weight: number, size: number, needed: number): number {
  return weight * Math.min(1, size / Math.max(1, needed));
}

/** One item by weight. */
function pick<T>(items: readonly T[], weights: readonly number[], random: () => number): T {
  let left = random() * sum(weights);
  for (const [i, item] of items.entries()) {
    left -= weights[i] ?? 0;
    if (left < 0) return item;
  }
  return items.at(-1) as T;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** A 32-bit seed from a seed and a name. @source FNV-1a */
export function seedOf(seed: number, name: string): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}
