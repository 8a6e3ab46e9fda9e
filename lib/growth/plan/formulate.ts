/**
 * @file The problem as an integer programme: one 0/1 column per option of a step, one column per level of the gap.
 * Rows: hours per block, budget, preparation before use, each step once, wishes. Steps that prepare each other within
 * one block are ruled out afterwards (unfounded.ts).
 */
import { createModelBuilder, type LinearModel, type ModelBuilder } from "../solver/linear-model";
import type { PlanAim } from "../types";
import { isBefore, isNoLater, type Need, type Option } from "./option";
import { room } from "./options";
import type { LevelGain, Problem } from "./problem";

export interface Formulation {
  readonly problem: Problem;
  readonly model: LinearModel;
  /** Option behind a column; the columns of levels come after them. */
  readonly options: readonly Option[];
  /** Column → what it adds to the coverage, in per cent. */
  readonly coverage: readonly number[];
  /** Which option may prepare which. */
  readonly before: (a: Option, b: Option) => boolean;
  /** False: contradicts itself before any solving. */
  readonly consistent: boolean;
}

/** Weights of the depth aim: a skill closed completely counts, levels on the way hardly do. */
const DEPTH_TIE_BREAK = 0.02;

/**
 * @param aim "deepest" counts completely closed skills; the others count coverage
 * @param before which option may prepare which
 */
export function formulate(problem: Problem, aim: PlanAim, before: (a: Option, b: Option) => boolean = isBefore): Formulation {
  const builder = createModelBuilder();
  const options = problem.steps.flatMap((step) => step.options);
  const columns = new Map(options.map((option) => [option, builder.binary()]));
  const columnOf = (option: Option): number => columns.get(option) ?? 0;
  const used = problem.steps.map((step) => step.options.map((option) => [columnOf(option), 1] as const));
  for (const terms of used) builder.row(terms, { upper: 1 });
  addHours(builder, problem, columnOf);
  addBudget(builder, problem, used);
  problem.steps.forEach((step) => step.needs.forEach((need) => addNeed(builder, { problem, options: step.options, need, columnOf, before })));
  const levelColumns = problem.levels.map((gain) => addLevel(builder, gain, { aim, used }));
  addWishes(builder, problem, { used, levelColumns });
  const model = builder.build();
  const coverage = model.variables.map(() => 0);
  levelColumns.forEach((column, i) => (coverage[column] = 100 * (problem.levels[i]?.worth ?? 0)));
  return { problem, model, options, coverage, before, consistent: builder.consistent() && problem.impossible.length === 0 };
}

/**
 * Between any two edges of blocks no more work than time: of whatever may neither begin before the first nor end after
 * the second. Exactly then a schedule exists (schedule.ts).
 */
function addHours(builder: ModelBuilder, { blocks, steps }: Problem, columnOf: (option: Option) => number): void {
  const options = steps.flatMap((step) => step.options);
  const begins = [...new Set(options.map(({ fromBlock }) => fromBlock))];
  const ends = [...new Set(options.map(({ toBlock }) => toBlock))];
  for (const from of begins) {
    for (const to of ends) {
      const inside = options.filter((option) => option.fromBlock >= from && option.toBlock <= to);
      const bounded = inside.some(({ fromBlock }) => fromBlock === from) && inside.some(({ toBlock }) => toBlock === to);
      if (bounded) builder.row(inside.map((option) => [columnOf(option), option.hours] as const), { upper: room(blocks, from, to) });
    }
  }
}

type Terms = readonly (readonly [number, number])[];

function addBudget(builder: ModelBuilder, { request, steps }: Problem, used: readonly Terms[]): void {
  if (request.budget === null) return;
  const priced = used.flatMap((terms, step) => terms.map(([column]) => [column, steps[step]?.price ?? 0] as const));
  builder.row(priced, { upper: request.budget.amount });
}

interface NeedParts {
  readonly problem: Problem;
  readonly options: readonly Option[];
  readonly need: Need;
  readonly columnOf: (option: Option) => number;
  readonly before: (a: Option, b: Option) => boolean;
}

/**
 * For each option of the step: as often as it is done no later than so, a supplier was done in time. Sums over earlier
 * options make the relaxation tight; they hold because a supplier in time for one is in time for all later ones.
 */
function addNeed(builder: ModelBuilder, { problem, options, need, columnOf, before }: NeedParts): void {
  const supplies = need.suppliers.flatMap((step) => problem.steps[step]?.options ?? []);
  for (const option of options) {
    const demand = options.filter((other) => isNoLater(other, option)).map((other) => [columnOf(other), 1] as const);
    const supply = supplies.filter((supplier) => before(supplier, option)).map((supplier) => [columnOf(supplier), -1] as const);
    builder.row([...demand, ...supply], { upper: 0 });
  }
}

/** A level counts when one of its lifters is in the plan. Continuous: with whole steps it is 0 or 1 by itself. */
function addLevel(builder: ModelBuilder, gain: LevelGain, { aim, used }: { aim: PlanAim; used: readonly Terms[] }): number {
  const closes = gain.level === gain.item.needed;
  const depth = closes ? gain.worth * gain.item.needed : gain.worth * DEPTH_TIE_BREAK;
  const cost = 100 * (aim === "deepest" ? depth : gain.worth);
  const column = builder.add({ cost, upper: 1 });
  const lifted = gain.lifters.flatMap((step) => used[step] ?? []).map(([option]) => [option, -1] as const);
  builder.row([[column, 1], ...lifted], { upper: 0 });
  return column;
}

function addWishes(builder: ModelBuilder, problem: Problem, { used, levelColumns }: { used: readonly Terms[]; levelColumns: readonly number[] }): void {
  const { wishes, done } = problem.request;
  for (const id of wishes.include) {
    const step = problem.steps.findIndex(({ course }) => course.id === id);
    if (!done.includes(id)) builder.row(used[step] ?? [], { lower: 1 });
  }
  problem.levels.forEach(({ item }, i) => {
    if (item.any.some((id) => wishes.mustClose.includes(id))) builder.row([[levelColumns[i] ?? 0, 1]], { lower: 1 });
  });
  const missing = wishes.minimumCoverage - problem.coverageBefore;
  if (missing > 1e-9) builder.row(levelColumns.map((column, i) => [column, problem.levels[i]?.worth ?? 0] as const), { lower: missing - 1e-7 });
}
