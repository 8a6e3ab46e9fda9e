/**
 * @file LinearModel: a (mixed-integer) linear programme, built row by row. Knows no solver; highs.ts solves it.
 */
import { invariant } from "../../core/invariant";

export interface Variable {
  readonly cost: number;
  readonly lower: number;
  readonly upper: number;
  readonly integer: boolean;
}

export interface Row {
  readonly lower: number;
  readonly upper: number;
  /** Pairs of column and coefficient; a column at most once. */
  readonly terms: readonly (readonly [column: number, coefficient: number])[];
}

/** Always maximises: negate costs to minimise. */
export interface LinearModel {
  readonly variables: readonly Variable[];
  readonly rows: readonly Row[];
}

export interface SolveOptions {
  /** > 0. */
  readonly timeLimitMs: number;
  /** Stop when the bound is proven to lie this close, 0–1. */
  readonly relativeGap: number;
  /** Values of all columns of a feasible solution, to start from. */
  readonly startFrom?: Float64Array;
}

export type Solution =
  | {
      readonly status: "optimal" | "feasible";
      readonly objective: number;
      /** No solution has a larger objective. */
      readonly bound: number;
      /** (bound − objective) / max(|objective|, 1e-9), ≥ 0. */
      readonly relativeGap: number;
      readonly values: Float64Array;
      /** Without integer columns: change of the objective per unit of each row's bound that binds; 0 where none does. */
      readonly rowDuals?: Float64Array;
      readonly milliseconds: number;
    }
  | { readonly status: "infeasible" | "unbounded" | "no-solution-in-time"; readonly milliseconds: number };

/** Blocks the thread until done or out of time. */
export interface Solver {
  solve(model: LinearModel, options: SolveOptions): Solution;
}

export interface ModelBuilder {
  /** @returns the column's number */
  add(variable: Partial<Variable>): number;
  /** A 0/1 column. @returns its number */
  binary(cost?: number): number;
  /** Terms of the same column are added up. Rows without terms must hold by themselves. */
  row(terms: readonly (readonly [number, number])[], bounds: { readonly lower?: number; readonly upper?: number }): void;
  /** False once a row without terms contradicted itself: no solution exists. */
  consistent(): boolean;
  build(): LinearModel;
}

/** Collects columns and rows. Columns default to cost 0, bounds 0 to ∞, continuous. */
export function createModelBuilder(): ModelBuilder {
  const variables: Variable[] = [];
  const rows: Row[] = [];
  let consistent = true;
  const add = (variable: Partial<Variable>): number =>
    variables.push({ cost: 0, lower: 0, upper: Infinity, integer: false, ...variable }) - 1;
  return {
    add,
    binary: (cost = 0) => add({ cost, upper: 1, integer: true }),
    row(terms, { lower = -Infinity, upper = Infinity }) {
      const merged = new Map<number, number>();
      for (const [column, coefficient] of terms) {
        invariant(column >= 0 && column < variables.length, () => `row names column ${column} of ${variables.length}`);
        merged.set(column, (merged.get(column) ?? 0) + coefficient);
      }
      const kept = [...merged].filter(([, coefficient]) => coefficient !== 0);
      if (kept.length > 0) rows.push({ lower, upper, terms: kept });
      else if (lower > 1e-9 || upper < -1e-9) consistent = false;
    },
    consistent: () => consistent,
    build: () => ({ variables: [...variables], rows: [...rows] }),
  };
}

/** The same model with other costs (an objective per column). */
export function withCosts(model: LinearModel, costs: (column: number) => number): LinearModel {
  return { rows: model.rows, variables: model.variables.map((variable, column) => ({ ...variable, cost: costs(column) })) };
}

/** The same model with one more row. */
export function withRow(model: LinearModel, row: Row): LinearModel {
  return { variables: model.variables, rows: [...model.rows, row] };
}

/** The same model with every column continuous: its best is never worse. */
export function withoutIntegers(model: LinearModel): LinearModel {
  return { rows: model.rows, variables: model.variables.map((variable) => ({ ...variable, integer: false })) };
}

/** Per column: change of the objective when it is raised by one, at the prices of the rows (maximising). */
export function reducedCosts({ variables, rows }: LinearModel, rowDuals: Float64Array): Float64Array {
  const costs = Float64Array.from(variables, ({ cost }) => cost);
  rows.forEach(({ terms }, row) => {
    for (const [column, coefficient] of terms) costs[column] = (costs[column] ?? 0) - coefficient * (rowDuals[row] ?? 0);
  });
  return costs;
}
