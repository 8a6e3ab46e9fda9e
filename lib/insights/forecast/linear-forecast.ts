/**
 * @file The linear baseline: ridge regression from all inputs of the past months to each month ahead. It sees exactly what
 * the GRU sees, so that a GRU that is no better is not worth its trouble.
 */
import { fitRidge } from "../performance/models";
import { createMatrix, project, type Matrix } from "../models/matrix";
import { AHEAD, type WindowSet } from "./windows";

const PENALTY = 10;

export type Forecaster = (windows: WindowSet) => Promise<readonly Float32Array[]>;

function matrixOf({ past }: WindowSet, rows: readonly number[]): Matrix {
  const x = createMatrix(rows.length, past[0]?.length ?? 0);
  rows.forEach((row, line) => x.data.set(past[row] ?? [], line * x.columns));
  return x;
}

/** Change of the mean of all months ahead by each input of the past; the last known value is added to it. */
export interface LineSlopes {
  readonly slopes: Float64Array;
}

/** Learns the change from the last known value. @returns scaled forecasts, [windows][AHEAD] */
export function fitLinearForecast(train: WindowSet): Forecaster & LineSlopes {
  const fits = Array.from({ length: AHEAD }, (_, ahead) => {
    const rows = train.future.flatMap((future, row) => (Number.isNaN(future[ahead]) ? [] : [row]));
    return fitRidge(matrixOf(train, rows), rows.map((row) => (train.future[row]?.[ahead] ?? 0) - (train.last[row] ?? 0)), PENALTY);
  });
  const forecast: Forecaster = async (windows) => {
    const x = matrixOf(windows, windows.past.map((_, row) => row));
    const changes = fits.map(({ weights, intercept }) => project(x, weights, intercept));
    return windows.past.map((_, row) => Float32Array.from(changes, (change) => (change[row] ?? 0) + (windows.last[row] ?? 0)));
  };
  const slopes = Float64Array.from({ length: train.past[0]?.length ?? 0 }, (_, at) => fits.reduce((sum, { weights }) => sum + (weights[at] ?? 0), 0) / AHEAD);
  return Object.assign(forecast, { slopes });
}
