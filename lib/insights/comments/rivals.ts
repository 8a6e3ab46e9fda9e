/**
 * @file The classifiers that are tried on the same texts: the head on the encoder, the text CNN, and the mean of both. Each with
 * the temperature that its validation texts ask for.
 */
import type { Executor } from "../../engine/executor";
import { meanOf } from "../measure/interval";
import type { Matrix } from "../models/matrix";
import { fitHead, headScores, type LinearHead } from "./linear-head";
import { trainTextCnn, type TextCnn } from "./text-cnn";
import type { ClassifierModel } from "./types";

/** Texts with their label numbers and the encoder's vectors. */
export interface Part {
  readonly texts: readonly string[];
  readonly targets: readonly number[];
  readonly x: Matrix;
}

export interface Rivals {
  readonly head: { readonly head: LinearHead; readonly temperature: number };
  readonly cnn: { readonly cnn: TextCnn; readonly temperature: number };
}

/** [texts][labels], each row adding up to 1. */
export type Shares = readonly (readonly number[])[];

export async function fitRivals(train: Part, held: Part, options: { executor: Executor; labels: number; seed: number; onProgress?: ((what: string) => void) | undefined }): Promise<Rivals> {
  const { onProgress, ...rest } = options;
  const head = fitHead(train, held, options.labels);
  const cnn = await trainTextCnn(train, held, { ...rest, onEpoch: (epoch) => onProgress?.(`text CNN, pass ${epoch + 1}`) });
  return {
    head: { head, temperature: bestTemperature(headScores(head, held.x), held.targets) },
    cnn: { cnn, temperature: bestTemperature(await cnn.scores(held.texts), held.targets) },
  };
}

export async function sharesOfRivals({ head, cnn }: Rivals, { texts, x }: Pick<Part, "texts" | "x">): Promise<Record<ClassifierModel, Shares>> {
  const byHead = headScores(head.head, x).map((scores) => softmax(scores, head.temperature));
  const byCnn = (await cnn.cnn.scores(texts)).map((scores) => softmax(scores, cnn.temperature));
  return { "encoder-head": byHead, "text-cnn": byCnn, both: meanShares(byHead, byCnn) };
}

export const meanShares = (a: Shares, b: Shares): number[][] => a.map((row, at) => row.map((share, of) => (share + (b[at]?.[of] ?? 0)) / 2));

/** Mean surprise, in nats. */
export const surpriseOf = (shares: Shares, targets: readonly number[]): number => meanOf(shares.map((row, at) => -Math.log(Math.max(1e-9, row[targets[at] ?? 0] ?? 0))));

export function softmax(scores: readonly number[], temperature: number): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - top) / temperature));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** The temperature with the least surprise on the validation texts. @source Guo et al. 2017, arXiv:1706.04599 */
function bestTemperature(scores: readonly (readonly number[])[], targets: readonly number[]): number {
  const surprise = (temperature: number): number => surpriseOf(scores.map((one) => softmax(one, temperature)), targets);
  return Array.from({ length: 30 }, (_, at) => 0.4 * 1.1 ** at).reduce((best, one) => (surprise(one) < surprise(best) ? one : best), 1);
}
