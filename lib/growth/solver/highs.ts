/**
 * @file loadSolver: HiGHS compiled to WebAssembly, behind the Solver port. The only file that imports the package
 * (lib/testing/import-law.ts). Single-threaded and blocking: give it a time limit, or run it in a child process.
 */
import highsLoader, { type Highs, type ModelData, type ObjectiveSense } from "highs";
import { AppError } from "../../core/errors";
import { invariant } from "../../core/invariant";
import type { LinearModel, Solution, SolveOptions, Solver } from "./linear-model";

let loading: Promise<Solver> | null = null;

/** Loads the WebAssembly module once per process (about 0.2 s, 20 MB). @throws AppError "internal/broken-assumption" */
export function loadSolver(): Promise<Solver> {
  loading ??= highsLoader().then(
    (highs) => ({ solve: (model: LinearModel, options: SolveOptions) => solve(highs, model, options) }),
    (cause: unknown) => {
      loading = null;
      throw new AppError("internal/broken-assumption", "the solver (package highs) could not be loaded: run npm ci", { cause });
    },
  );
  return loading;
}

function toModelData(highs: Highs, model: LinearModel): ModelData {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const row of model.rows) {
    for (const [column, coefficient] of row.terms) {
      indices.push(column);
      values.push(coefficient);
    }
    starts.push(indices.length);
  }
  const numCols = model.variables.length;
  const numRows = model.rows.length;
  const sense: ObjectiveSense = highs.constants.objectiveSense.maximize;
  return {
    numCols,
    numRows,
    sense,
    colCost: Float64Array.from(model.variables, ({ cost }) => cost),
    colLower: Float64Array.from(model.variables, ({ lower }) => lower),
    colUpper: Float64Array.from(model.variables, ({ upper }) => upper),
    rowLower: Float64Array.from(model.rows, ({ lower }) => lower),
    rowUpper: Float64Array.from(model.rows, ({ upper }) => upper),
    matrix: { format: "csr", numRows, numCols, starts, indices, values },
    ...(model.variables.some(({ integer }) => integer)
      ? { integrality: Int32Array.from(model.variables, ({ integer }) => (integer ? 1 : 0)) }
      : {}),
  };
}

function solve(highs: Highs, model: LinearModel, options: SolveOptions): Solution {
  if (model.variables.length === 0) {
    return { status: "optimal", objective: 0, bound: 0, relativeGap: 0, values: new Float64Array(0), milliseconds: 0 };
  }
  const started = performance.now();
  const native = highs.createModel(toModelData(highs, model));
  try {
    native.options.set({
      output_flag: false,
      mip_rel_gap: options.relativeGap,
      mip_abs_gap: 1e-9,
      mip_feasibility_tolerance: 1e-7,
      time_limit: options.timeLimitMs / 1000,
    });
    if (options.startFrom) native.setSolution({ colValue: options.startFrom });
    native.run();
    return readSolution(highs, native, model, performance.now() - started);
  } finally {
    native.dispose();
  }
}

function readSolution(highs: Highs, native: ReturnType<Highs["createModel"]>, model: LinearModel, milliseconds: number): Solution {
  const status = highs.constants.modelStatus;
  const found = native.getModelStatus();
  if (found === status.infeasible || found === status.unboundedOrInfeasible) return { status: "infeasible", milliseconds };
  if (found === status.unbounded) return { status: "unbounded", milliseconds };
  const usable = native.info.get("primal_solution_status") === 2;
  if (!usable) {
    invariant(found === status.timeLimit || found === status.unknown, () => `HiGHS ended with status ${String(found)}`);
    return { status: "no-solution-in-time", milliseconds };
  }
  const objective = native.getObjectiveValue();
  const integer = model.variables.some((variable) => variable.integer);
  // A solver that ran out of time early has proven less than the columns' own bounds say.
  const dual = integer ? Math.min(Number(native.info.get("mip_dual_bound")), boundOfColumns(model)) : objective;
  const bound = found === status.optimal ? Math.max(objective, Number.isFinite(dual) ? dual : objective) : dual;
  const relativeGap = Math.max(0, (bound - objective) / Math.max(Math.abs(objective), 1e-9));
  const solution = native.getSolution();
  const duals = integer ? {} : { rowDuals: Float64Array.from(solution.rowDual) };
  return { status: found === status.optimal ? "optimal" : "feasible", objective, bound, relativeGap, values: Float64Array.from(solution.colValue), ...duals, milliseconds };
}

/** No solution has a larger objective than every column at its better end. May be infinite. */
function boundOfColumns({ variables }: LinearModel): number {
  return variables.reduce((sum, { cost, lower, upper }) => (cost === 0 ? sum : sum + cost * (cost > 0 ? upper : lower)), 0);
}
