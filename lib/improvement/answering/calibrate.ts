/**
 * @file Calibrate answers: when to say "not in the documents" here. Two numbers on the shipped confidence's log-odds, fitted
 * on questions that reviewers have judged, held near what ships by a normal prior, and used only if they foresee right and
 * wrong answers better on questions that the fit had not seen.
 * @source Platt 1999, "Probabilistic Outputs for Support Vector Machines"; the prior makes it a maximum a posteriori estimate
 */
import { sha256 } from "../../core/hash";
import { logOdds, recalibrate, type AnswerCalibration } from "../../knowledge/retrieval/learned-ranking";

export interface JudgedAnswer {
  readonly group: string;
  /** As shipped, 0–1. */
  readonly confidence: number;
  readonly isRight: boolean;
  /** Trust, 0–1. */
  readonly weight: number;
}

export interface CalibrationResult {
  /** Null: what ships stays. */
  readonly calibration: AnswerCalibration | null;
  readonly questions: number;
  readonly wrong: number;
  /** Mean logarithmic loss on questions held out of the fit, as shipped and calibrated; null with too few questions. */
  readonly loss: { readonly before: number; readonly after: number; readonly error: number } | null;
}

/** Standard deviations of slope and shift around 1 and 0: a few labels move little. */
const PRIOR = { slope: 0.3, shift: 0.8 };
/** More would turn the order round, or believe nothing. */
const LEAST_SLOPE = 0.3;
const FOLDS = 5;
/** Judged questions below which nothing is fitted, and right and wrong ones of each at least. */
const LEAST = { questions: 20, each: 5 };

export function calibrateAnswers(rows: readonly JudgedAnswer[]): CalibrationResult {
  const wrong = rows.filter(({ isRight }) => !isRight).length;
  const nothing: CalibrationResult = { calibration: null, questions: rows.length, wrong, loss: null };
  if (rows.length < LEAST.questions || Math.min(wrong, rows.length - wrong) < LEAST.each) return nothing;
  const unseen = rows.map((row) => ({ row, fold: Number.parseInt(sha256(row.group).slice(0, 8), 16) % FOLDS }));
  const fits = Array.from({ length: FOLDS }, (_, fold) => fitCalibration(unseen.filter((one) => one.fold !== fold).map(({ row }) => row)));
  const losses = unseen.map(({ row, fold }) => ({ before: lossOf(row, null), after: lossOf(row, fits[fold] ?? null), weight: row.weight }));
  const gains = losses.map(({ before, after }) => before - after);
  const [gain, error] = [meanOf(gains), standardError(gains)];
  const loss = { before: meanOf(losses.map(({ before }) => before)), after: meanOf(losses.map(({ after }) => after)), error };
  return { ...nothing, loss, calibration: gain > error ? fitCalibration(rows) : null };
}

const MAX_ROUNDS = 50;

/** Newton's method on two numbers; what ships when there are no rows. */
export function fitCalibration(rows: readonly JudgedAnswer[]): AnswerCalibration {
  let [slope, shift] = [1, 0];
  for (let round = 0; round < MAX_ROUNDS; round++) {
    let [gSlope, gShift] = [(slope - 1) / PRIOR.slope ** 2, shift / PRIOR.shift ** 2];
    let [hSlope, hShift, hBoth] = [1 / PRIOR.slope ** 2, 1 / PRIOR.shift ** 2, 0];
    for (const { confidence, isRight, weight } of rows) {
      const z = logOdds(confidence);
      const p = recalibrate(confidence, { slope, shift });
      const off = weight * (p - (isRight ? 1 : 0));
      const curve = weight * p * (1 - p);
      gSlope += off * z;
      gShift += off;
      hSlope += curve * z * z;
      hShift += curve;
      hBoth += curve * z;
    }
    const determinant = hSlope * hShift - hBoth ** 2;
    const [dSlope, dShift] = [(hShift * gSlope - hBoth * gShift) / determinant, (hSlope * gShift - hBoth * gSlope) / determinant];
    // Damped: far from the solution a full step may overshoot.
    const share = Math.min(1, 1 / Math.max(Math.abs(dSlope), Math.abs(dShift), 1e-12));
    slope -= share * dSlope;
    shift -= share * dShift;
    if (Math.max(Math.abs(dSlope), Math.abs(dShift)) < 1e-9) break;
  }
  return { slope: Math.max(LEAST_SLOPE, slope), shift };
}

function lossOf({ confidence, isRight, weight }: JudgedAnswer, calibration: AnswerCalibration | null): number {
  const p = recalibrate(confidence, calibration);
  return -weight * Math.log(Math.max(1e-9, isRight ? p : 1 - p));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function standardError(values: readonly number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)) / Math.max(1, values.length - 1));
}
