/**
 * @file What channels have brought so far: hires per unit, with an interval, drawn towards the other channels where little
 * was bought. Hires are counts, so a gamma prior over the rate fits (Poisson–gamma, empirical Bayes).
 */
import { ANY_ROLE } from "./past-hires";
import type { ChannelEffect, PastHire } from "./types";

/** The prior weighs at least as much as this many units, so that two lucky purchases are no certainty. */
const LEAST_PRIOR_UNITS = 2;

/** @param history purchases with units > 0 @returns one line per channel over all roles, then per channel and role where there are several roles */
export function learnEffects(history: readonly PastHire[]): ChannelEffect[] {
  const bought = history.filter(({ units }) => units > 0);
  const whole = grouped(bought, ({ channel }) => channel);
  const prior = priorOf([...whole.values()]);
  const lines = [...whole].map(([channel, rows]) => estimate({ channel, role: null, rows }, prior));
  const byRole = grouped(bought, ({ channel, role }) => `${channel}\u0000${role}`);
  if (new Set(bought.map(({ role }) => role)).size < 2) return lines;
  const parts = [...byRole.values()].map((rows) => {
    const [first] = rows;
    const channel = first?.channel ?? "";
    const own = lines.find((line) => line.channel === channel)?.effect.mean ?? 0;
    return estimate({ channel, role: first?.role ?? null, rows }, { shape: own * prior.units, units: prior.units });
  });
  return [...lines, ...parts];
}

function grouped(rows: readonly PastHire[], keyOf: (row: PastHire) => string): Map<string, PastHire[]> {
  const groups = new Map<string, PastHire[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

interface Prior {
  /** Hires and units that the prior is worth. */
  readonly shape: number;
  readonly units: number;
}

const total = (rows: readonly PastHire[], pick: (row: PastHire) => number): number => rows.reduce((sum, row) => sum + pick(row), 0);

/** Mean and spread of the channels' rates, the spread without what chance alone makes (method of moments). */
function priorOf(channels: readonly PastHire[][]): Prior {
  const units = channels.map((rows) => total(rows, (row) => row.units));
  const hires = channels.map((rows) => total(rows, (row) => row.hires));
  const rate = hires.reduce((a, b) => a + b, 0) / Math.max(1e-9, units.reduce((a, b) => a + b, 0));
  const spread = units.reduce((sum, n, at) => sum + ((hires[at] ?? 0) / n - rate) ** 2 - rate / n, 0) / Math.max(1, channels.length - 1);
  const worth = spread > 0 && rate > 0 ? Math.max(LEAST_PRIOR_UNITS, rate / spread) : LEAST_PRIOR_UNITS * 5;
  return { shape: rate * worth, units: worth };
}

function estimate({ channel, role, rows }: { channel: string; role: string | null; rows: readonly PastHire[] }, prior: Prior): ChannelEffect {
  const [units, hires, cost] = [total(rows, (row) => row.units), total(rows, (row) => row.hires), total(rows, (row) => row.cost)];
  const [shape, rate] = [Math.max(1e-6, hires + prior.shape), units + prior.units];
  return { channel, role, units, hires, effect: { mean: shape / rate, low: gammaQuantile(shape, -1.96) / rate, high: gammaQuantile(shape, 1.96) / rate }, unitCost: cost / units };
}

/** Wilson–Hilferty: the cube root of a gamma variable is nearly normal. @source Wilson, Hilferty 1931 */
const gammaQuantile = (shape: number, z: number): number => shape * Math.max(0, 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))) ** 3;

/** Fewer hires than this expected at the channel's own rate, and even none at all would be chance (e^-3 = 5 %). */
const LEAST_EXPECTED = 3;

/** The roles for which a channel was bought often enough to say that it does better or worse there. Purchases for no role in particular tell nothing of one. */
export function effectsByRole(effects: readonly ChannelEffect[], channel: string): (ChannelEffect & { readonly role: string })[] {
  const usual = effects.find((one) => one.channel === channel && one.role === null)?.effect.mean ?? 0;
  return effects.flatMap((one) => (one.channel === channel && one.role !== null && one.role !== ANY_ROLE && one.units * usual >= LEAST_EXPECTED ? [{ ...one, role: one.role }] : []));
}
