/**
 * @file A trained classifier as files (classifier.json, model.safetensors, README.md) and back.
 */
import { z } from "zod";
import type { Encoder } from "../../core/encoder";
import { AppError } from "../../core/errors";
import type { Executor } from "../../engine/executor";
import { formatSafetensors, parseSafetensors } from "../../runtime/safetensors";
import { headFromTensors, headScores, headTensors } from "./linear-head";
import { restoreTextCnn } from "./text-cnn";
import { softmax, unitRows, type TrainedClassifier } from "./train-classifier";
import type { CommentPrediction, TextReport } from "./types";

const stored = z.object({ version: z.literal(1), labels: z.array(z.string()).min(2), temperature: z.number().positive() }).and(
  z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("encoder-head"), dimension: z.number().int().positive(), encoder: z.string() }),
    z.object({ kind: z.literal("text-cnn"), vocabulary: z.array(z.string()), length: z.number().int().positive() }),
  ]),
);

/** File name → bytes. */
export function classifierFiles(classifier: TrainedClassifier, report: TextReport, source: string): Map<string, Uint8Array> {
  const { labels, temperature } = classifier;
  const about = classifier.kind === "encoder-head" ? { kind: classifier.kind, dimension: classifier.head.dimension, encoder: classifier.encoder } : { kind: classifier.kind, vocabulary: classifier.cnn.shape.vocabulary, length: classifier.cnn.shape.length };
  const parameters = classifier.kind === "encoder-head" ? headTensors(classifier.head) : classifier.cnn.parameters();
  const text = (value: string): Uint8Array => new TextEncoder().encode(value);
  return new Map([
    ["classifier.json", text(JSON.stringify({ version: 1, labels, temperature, ...about }))],
    ["model.safetensors", Uint8Array.from(Buffer.concat(formatSafetensors(parameters, { dtype: "F32" })))],
    ["README.md", text(cardOf(report, source))],
    ["report.json", text(JSON.stringify(report, null, 1))],
  ]);
}

function cardOf({ labels, n, model, metrics, models, confusion, calibration, learning }: TextReport, source: string): string {
  const shown = ({ mean, low, high }: { mean: number; low: number; high: number }): string => `${mean.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`;
  return `# Text classifier: ${labels.join(", ")}

Learned from ${source}: ${n.train} texts, tested on ${n.test} others. Kept: ${model}, chosen on validation texts, not on the test.

| model | macro-F1 | accuracy |
|---|---|---|
${models.map((one) => `| ${one.model} | ${one.metrics["macroF1"] ? shown(one.metrics["macroF1"]) : "–"} | ${one.metrics["accuracy"] ? shown(one.metrics["accuracy"]) : "–"} |`).join("\n")}

Of the kept one, with calibrated shares: macro-F1 ${metrics["macroF1"] ? shown(metrics["macroF1"]) : "–"}, calibration slope ${calibration.slope.toFixed(2)}, mean gap ${calibration.error.toFixed(3)}.

| truth \\ said | ${labels.join(" | ")} |
|---|${labels.map(() => "---|").join("")}
${confusion.map((row, at) => `| ${labels[at] ?? ""} | ${row.join(" | ")} |`).join("\n")}

Learning curve of the head (texts: macro-F1): ${learning.map((point) => `${point.n}: ${shown(point.macroF1)}`).join(", ")}.

For what groups of people wrote, shown in groups of ten or more. Not for judging a person, and not for reading anyone's feelings.
`;
}

export interface LoadedClassifier {
  readonly labels: readonly string[];
  predict(texts: readonly string[]): Promise<CommentPrediction[]>;
  close(): Promise<void>;
}

/**
 * @param files "classifier.json" and "model.safetensors"
 * @throws AppError "registry/unusable" when they are no classifier, or were made for another encoder
 */
export function loadClassifier(files: ReadonlyMap<string, Uint8Array>, { executor, encoder }: { executor: Executor; encoder: Encoder }): LoadedClassifier {
  const [json, bytes] = [files.get("classifier.json"), files.get("model.safetensors")];
  const parsed = json ? stored.safeParse(JSON.parse(new TextDecoder().decode(json))) : null;
  if (!parsed?.success || !bytes) throw new AppError("registry/unusable", "The folder holds no text classifier (classifier.json, model.safetensors). Train it again.");
  const { data } = parsed;
  const { tensors } = parseSafetensors(bytes, "model.safetensors");
  const toPredictions = (scores: readonly number[][]): CommentPrediction[] =>
    scores.map((one) => {
      const shares = softmax(one, data.temperature);
      const best = shares.indexOf(Math.max(...shares));
      return { label: data.labels[best] ?? "", probabilities: Object.fromEntries(data.labels.map((label, at) => [label, shares[at] ?? 0])) };
    });
  if (data.kind === "text-cnn") {
    const cnn = restoreTextCnn({ vocabulary: data.vocabulary, length: data.length, labels: data.labels.length }, tensors, executor);
    return { labels: data.labels, predict: async (texts) => toPredictions(await cnn.scores(texts)), close: () => cnn.close() };
  }
  if (data.encoder !== encoder.version) throw new AppError("registry/unusable", `The classifier was trained on encoder ${data.encoder}; ${encoder.version} is in use. Train it again.`);
  const head = headFromTensors(tensors, data.labels.length, data.dimension);
  if (!head) throw new AppError("registry/unusable", "The classifier's weights do not fit its description. Train it again.");
  return { labels: data.labels, predict: async (texts) => toPredictions(headScores(head, unitRows(await encoder.embed(texts), data.dimension))), close: async () => undefined };
}
