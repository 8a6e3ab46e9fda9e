/**
 * @file Channel problem → linear or integer programme: units of each channel for each role in each period.
 */
import { createModelBuilder, type LinearModel, type ModelBuilder } from "../../growth/solver/linear-model";
import type { Channel, ChannelProblem, ShadowPrice } from "./types";

/** A limit of the problem as a row of the programme. `bound` is its right side, on the side that can bind. */
export interface Limit {
  readonly kind: ShadowPrice["kind"];
  /** Index into channels, roles, periods or groups. */
  readonly channel?: number;
  readonly role?: number;
  readonly period?: number;
  readonly group?: string;
  readonly side: "most" | "least";
  readonly bound: number;
}

export interface ChannelModel {
  readonly model: LinearModel;
  /** One per row. */
  readonly limits: readonly Limit[];
  /** Column of channel c, role r, period p. */
  readonly column: (channel: number, role: number, period: number) => number;
  /** Right sides hold for the objective "maximise"; cheapest maximises −cost. */
  readonly problem: ChannelProblem;
}

export interface BuildOptions {
  /** Every limit may be broken at this price per unit of it; the objective is then only that. For finding conflicts. */
  readonly elastic?: boolean;
}

/** Hires per unit of a channel for a role: the estimate, or its low end in the robust plan. */
export function effectOf({ robust }: Pick<ChannelProblem, "robust">, { effect, effectRange, byRole }: Channel, role: string): number {
  const own = byRole?.[role];
  const estimate = own?.effect ?? effect;
  if (!robust) return estimate;
  if (own?.range) return own.range.low;
  if (!effectRange) return estimate;
  if (!own) return effectRange.low;
  return effect > 0 ? (estimate * effectRange.low) / effect : 0;
}

export function buildChannelModel(problem: ChannelProblem, { elastic = false }: BuildOptions = {}): ChannelModel {
  const { channels, roles, budgets, goal, whole } = problem;
  const builder = createModelBuilder();
  const limits: Limit[] = [];
  const column = (channel: number, role: number, period: number): number => (channel * roles.length + role) * budgets.length + period;
  for (const channel of channels) {
    for (const role of roles) {
      const gain = goal === "cheapest" ? -channel.unitCost : effectOf(problem, channel, role.id) * (role.value ?? 1);
      for (let period = 0; period < budgets.length; period++) builder.add({ cost: elastic ? 0 : gain, integer: whole && !elastic });
    }
  }
  const write = writer(builder, limits, elastic);
  addBudgets(problem, column, write);
  addCapacities(problem, column, write);
  addHires(problem, column, write);
  addShares(problem, column, write);
  return { model: builder.build(), limits, column, problem };
}

type Terms = (readonly [number, number])[];
type Column = ChannelModel["column"];
type Write = (terms: Terms, limit: Limit) => void;

/** Adds a row and remembers its meaning. Elastic rows get a column of their own that pays for breaking them. */
function writer(builder: ModelBuilder, limits: Limit[], elastic: boolean): Write {
  return (terms, limit) => {
    if (terms.every(([, coefficient]) => coefficient === 0) || !Number.isFinite(limit.bound)) return;
    const scale = Math.max(1, Math.abs(limit.bound));
    const slack: Terms = elastic ? [[builder.add({ cost: -1 / scale }), limit.side === "most" ? -1 : 1]] : [];
    builder.row([...terms, ...slack], limit.side === "most" ? { upper: limit.bound } : { lower: limit.bound });
    limits.push(limit);
  };
}

function addBudgets({ channels, roles, budgets, carryOver = true }: ChannelProblem, column: Column, write: Write): void {
  const spent = (period: number): Terms => channels.flatMap(({ unitCost }, c) => roles.map((_, r) => [column(c, r, period), unitCost] as const));
  let sum = 0;
  budgets.forEach((budget, period) => {
    sum += budget;
    const periods = carryOver ? Array.from({ length: period + 1 }, (_, at) => at) : [period];
    write(periods.flatMap(spent), { kind: "budget", period, side: "most", bound: carryOver ? sum : budget });
  });
}

function addCapacities({ channels, roles, budgets }: ChannelProblem, column: Column, write: Write): void {
  channels.forEach(({ capacity, floor = 0 }, channel) => {
    budgets.forEach((_, period) => {
      const units: Terms = roles.map((_role, role) => [column(channel, role, period), 1]);
      if (capacity !== undefined) write(units, { kind: "capacity", channel, period, side: "most", bound: capacity });
      if (floor > 0) write(units, { kind: "floor", channel, period, side: "least", bound: floor });
    });
  });
}

function hiresOf(problem: ChannelProblem, column: Column, { channel, role }: { channel: number; role: number }): Terms {
  const one = problem.channels[channel];
  const of = problem.roles[role];
  return one && of ? problem.budgets.map((_, period) => [column(channel, role, period), effectOf(problem, one, of.id)] as const) : [];
}

function addHires(problem: ChannelProblem, column: Column, write: Write): void {
  problem.roles.forEach(({ hires }, role) => {
    if (hires > 0) write(problem.channels.flatMap((_, channel) => hiresOf(problem, column, { channel, role })), { kind: "hires", role, side: "least", bound: hires });
  });
}

/** hires of some ≤ share · hires of all, as a row with 0 on the right. */
function addShares(problem: ChannelProblem, column: Column, write: Write): void {
  const { channels, roles, largestGroupShare } = problem;
  const of = (channel: number): Terms => roles.flatMap((_, role) => hiresOf(problem, column, { channel, role }));
  const all = channels.flatMap((_, channel) => of(channel));
  const against = (part: Terms, share: number): Terms => [...part, ...all.map(([at, effect]) => [at, -share * effect] as const)];
  channels.forEach(({ largestShare, smallestShare }, channel) => {
    if (largestShare !== undefined && largestShare < 1) write(against(of(channel), largestShare), { kind: "share", channel, side: "most", bound: 0 });
    if (smallestShare !== undefined && smallestShare > 0) write(against(of(channel), smallestShare), { kind: "share", channel, side: "least", bound: 0 });
  });
  if (largestGroupShare === undefined || largestGroupShare >= 1) return;
  for (const group of new Set(channels.flatMap((channel) => channel.group ?? []))) {
    const members = channels.flatMap((channel, at) => (channel.group === group ? of(at) : []));
    write(against(members, largestGroupShare), { kind: "group-share", group, side: "most", bound: 0 });
  }
}
