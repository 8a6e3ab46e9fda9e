/**
 * @file Gate of insights: challenger against champion by the cross-validated figure, both with intervals; the first version is held
 * against knowing nothing but the average. Pure: promotes nothing.
 */
import type { GateReason, GateVerdict } from "../../contracts/gate";
import type { InsightGate, Interval } from "../../contracts/insights";

export interface GateFigure {
  readonly metric: string;
  readonly of?: string | undefined;
  readonly higherIsBetter: boolean;
  readonly value: Interval;
}

const shown = ({ mean, low, high }: Interval): string => `${mean.toFixed(3)} (${low.toFixed(3)} … ${high.toFixed(3)})`;

/**
 * better: the challenger's whole interval lies above the champion's mean · provisional: better, but chance is not excluded · refused:
 * no better, measured by another figure, or telling something else (other labels, another measure).
 *
 * @param champion null: nothing serves; then `floor` (what the average alone gives) is compared with
 */
export function judgeInsight(challenger: GateFigure, champion: { readonly number: number; readonly figure: GateFigure } | null, floor: number): InsightGate {
  const before = champion ? champion.figure.value : { mean: floor, low: floor, high: floor };
  const { metric, higherIsBetter, value: after } = challenger;
  const base = { metric, higherIsBetter, ...(challenger.of === undefined ? {} : { of: challenger.of }), against: champion?.number ?? 0, before, after };
  if (champion && champion.figure.metric !== metric) return { ...base, verdict: "refused", reasons: [otherFigure(champion.figure.metric, metric)] };
  if (champion?.figure.of !== undefined && challenger.of !== undefined && champion.figure.of !== challenger.of) return { ...base, verdict: "refused", reasons: [otherThing(champion.figure.of, challenger.of)] };
  const sign = higherIsBetter ? 1 : -1;
  const gain = sign * (after.mean - before.mean);
  const worst = sign > 0 ? after.low : after.high;
  const verdict: GateVerdict = gain <= 0 ? "refused" : sign * (worst - before.mean) > 0 ? "better" : "provisional";
  return { ...base, verdict, reasons: [reasonOf(verdict, { before, after, hasChampion: champion !== null })] };
}

function otherFigure(before: string, after: string): GateReason {
  return { code: "other-figure", isAgainst: true, en: `The version in use was measured by ${before}, this one by ${after}: they cannot be compared.`, zh: `现用版本以 ${before} 衡量，此版本以 ${after} 衡量，两者无法比较。` };
}

function otherThing(before: string, after: string): GateReason {
  return { code: "other-thing", isAgainst: true, en: `The version in use tells ${before}, this one ${after}: their figures cannot be compared.`, zh: `现用版本判断的是“${before}”，此版本判断的是“${after}”，两者的数值无法比较。` };
}

function reasonOf(verdict: GateVerdict, { before, after, hasChampion }: { before: Interval; after: Interval; hasChampion: boolean }): GateReason {
  const against = hasChampion ? { en: `the version in use: ${shown(before)}`, zh: `现用版本：${shown(before)}` } : { en: `the average alone: ${before.mean.toFixed(3)}`, zh: `仅凭平均值：${before.mean.toFixed(3)}` };
  const figures = { en: `${shown(after)} against ${against.en}.`, zh: `${shown(after)}，${against.zh}。` };
  switch (verdict) {
    case "better":
      return { code: "better", isAgainst: false, en: `Better, and not by chance: ${figures.en}`, zh: `更好，且非偶然：${figures.zh}` };
    case "provisional":
      return { code: "chance", isAgainst: true, en: `Better so far, but chance is not excluded: ${figures.en}`, zh: `目前更好，但不能排除偶然：${figures.zh}` };
    case "refused":
      return { code: "no-gain", isAgainst: true, en: `No better: ${figures.en}`, zh: `没有更好：${figures.zh}` };
  }
}
