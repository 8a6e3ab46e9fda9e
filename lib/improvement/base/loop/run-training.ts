/**
 * @file runTraining: steps, rates, progress, dev figures, checkpoints. Knows neither files nor the engine: both come in.
 */
import type { Cursors } from "../batches/sampler";
import type { PairBatch } from "../batches/make-batches";
import type { DevFigures } from "../evaluate/dev-sets";
import type { Recipe } from "../recipe";
import { decideDecay, learningRate, type Decay } from "./schedule";

/** What the loop needs of a trainer. */
export interface StepTrainer<Batch = PairBatch> {
  step(batch: Batch, learningRate: number): Promise<{ loss: number; gradientNorm: number }>;
}

export interface CurvePoint {
  readonly step: number;
  readonly loss: number;
  readonly rate: number;
  readonly shape: string;
  readonly gradientNorm: number;
}

export interface DevPoint extends DevFigures {
  readonly step: number;
}

/** Everything besides the weights that a run needs to go on. */
export interface LoopState {
  readonly step: number;
  readonly seconds: number;
  readonly cursors: Cursors;
  readonly decay: Decay | null;
  readonly curve: readonly CurvePoint[];
  readonly dev: readonly DevPoint[];
}

export const FIRST_STATE: LoopState = { step: 0, seconds: 0, cursors: {}, decay: null, curve: [], dev: [] };

/** Batches of pairs, or of texts with hidden words. */
export interface LoopInput<Batch extends { readonly shape: string } = PairBatch> {
  readonly recipe: Pick<Recipe, "steps" | "warmUpSteps" | "peakRate" | "finalRate" | "decayShare" | "checkpointSteps" | "evaluateSteps">;
  readonly trainer: StepTrainer<Batch>;
  readonly batches: { batch(step: number): Batch; cursors(): Cursors; restore(cursors: Cursors): void };
  readonly from: LoopState;
  /** Training time over all parts of the run; null: only steps end it. */
  readonly maxSeconds: number | null;
  readonly evaluate: () => Promise<DevFigures>;
  /** Weights and state in one; `isBest`: the dev score is the highest so far. */
  readonly save: (state: LoopState, isBest: boolean) => Promise<void>;
  readonly note: (line: string) => void;
  /** Checked before each step; an abort saves and returns. */
  readonly signal: AbortSignal;
  /** Milliseconds; default performance.now. */
  readonly now?: () => number;
}

export type LoopEnd = "finished" | "interrupted";

const NOTE_STEPS = 10;
/** Steps whose pace the estimate of the time left is made from. */
const PACE_STEPS = 30;

/** @returns the last state, and whether the run came to its end or was interrupted (then it can be resumed) */
export async function runTraining<Batch extends { readonly shape: string } = PairBatch>(input: LoopInput<Batch>): Promise<{ state: LoopState; end: LoopEnd }> {
  const { recipe, batches, maxSeconds, note } = input;
  const now = input.now ?? (() => performance.now());
  let state = input.from;
  batches.restore(state.cursors);
  const paces: number[] = [];
  if (state.dev.length === 0) state = await measured(state, input);
  while (state.step < lastStep(state, recipe)) {
    if (input.signal.aborted) {
      await input.save(state, false);
      return { state, end: "interrupted" };
    }
    const pace = mean(paces.slice(-PACE_STEPS));
    const decay = state.decay ?? decideDecay(state.step, recipe, { seconds: state.seconds, maxSeconds, secondsPerStep: pace });
    const rate = learningRate(state.step, recipe, decay);
    const started = now();
    const batch = batches.batch(state.step);
    const { loss, gradientNorm } = await input.trainer.step(batch, rate);
    const seconds = (now() - started) / 1000;
    paces.push(seconds);
    const curve = [...state.curve, { step: state.step, loss, rate, shape: batch.shape, gradientNorm }];
    state = { ...state, step: state.step + 1, seconds: state.seconds + seconds, cursors: batches.cursors(), decay, curve };
    if (state.step % NOTE_STEPS === 0) note(progressLine(state, { recipe, maxSeconds, pace: mean(paces.slice(-PACE_STEPS)) }));
    const isLast = state.step >= lastStep(state, recipe);
    if (state.step % recipe.evaluateSteps === 0 || isLast) state = await measured(state, input);
    else if (state.step % recipe.checkpointSteps === 0) await input.save(state, false);
  }
  return { state, end: "finished" };
}

async function measured(state: LoopState, input: Pick<LoopInput, "evaluate" | "note" | "save">): Promise<LoopState> {
  const figures = await input.evaluate();
  const isBest = state.dev.every((point) => point.score < figures.score);
  const next = { ...state, dev: [...state.dev, { step: state.step, ...figures }] };
  const parts = Object.entries(figures.parts).map(([name, value]) => `${name} ${value.toFixed(3)}`);
  input.note(`step ${state.step}: dev ${figures.score.toFixed(4)}${isBest ? " (best)" : ""} · ${parts.join(" · ")}`);
  await input.save(next, isBest);
  return next;
}

/** The recipe's, or where the fall of the rate ends. */
function lastStep(state: LoopState, recipe: Pick<Recipe, "steps">): number {
  return state.decay ? Math.min(recipe.steps, state.decay.from + state.decay.steps) : recipe.steps;
}

function progressLine(state: LoopState, { recipe, maxSeconds, pace }: { recipe: Pick<Recipe, "steps">; maxSeconds: number | null; pace: number }): string {
  const recent = mean(state.curve.slice(-NOTE_STEPS).map((point) => point.loss));
  const bySteps = (lastStep(state, recipe) - state.step) * pace;
  const left = maxSeconds === null ? bySteps : Math.min(bySteps, Math.max(0, maxSeconds - state.seconds));
  const rate = state.curve.at(-1)?.rate ?? 0;
  return `step ${state.step} of ${state.decay ? "" : "at most "}${lastStep(state, recipe)} · loss ${recent.toFixed(3)} · rate ${rate.toExponential(1)} · ${pace.toFixed(2)} s a step · ${(left / 60).toFixed(0)} min left`;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
