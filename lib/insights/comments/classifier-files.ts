/**
 * @file A trained classifier as files (classifier.json, model.safetensors, README.md) and back.
 */
import { z } from "zod";
import type { Encoder } from "../../core/encoder";
import { AppError } from "../../core/errors";
import type { Executor } from "../../engine/executor";
import type { NamedTensors } from "../../engine/named-tensors";
import { formatSafetensors, parseSafetensors } from "../../runtime/safetensors";
import { headFromTensors, headScores, headTensors } from "./linear-head";
import { restoreTextCnn } from "./text-cnn";
import { meanShares, softmax, type Shares } from "./rivals";
import { unitRows, type TrainedClassifier } from "./train-classifier";
import { CLASSIFIER_MODELS, type CommentPrediction, type TextReport } from "./types";

const stored = z.object({
  version: z.literal(2),
  labels: z.array(z.string()).min(2),
  model: z.enum(CLASSIFIER_MODELS),
  head: z.object({ temperature: z.number().positive(), dimension: z.number().int().positive(), encoder: z.string() }),
  cnn: z.object({ temperature: z.number().positive(), vocabulary: z.array(z.string()), length: z.number().int().positive() }),
});

/** File name → bytes. Both models are kept, also when one of them answers. */
export function classifierFiles(classifier: TrainedClassifier, report: TextReport, source: string): Map<string, Uint8Array> {
  const { labels, model, head, cnn, encoder } = classifier;
  const about = { version: 2, labels, model, head: { temperature: head.temperature, dimension: head.head.dimension, encoder }, cnn: { temperature: cnn.temperature, vocabulary: cnn.cnn.shape.vocabulary, length: cnn.cnn.shape.length } };
  const parameters = new Map([...named("head", headTensors(head.head)), ...named("cnn", cnn.cnn.parameters())]);
  const text = (value: string): Uint8Array => new TextEncoder().encode(value);
  return new Map([
    ["classifier.json", text(JSON.stringify(about))],
    ["model.safetensors", Uint8Array.from(Buffer.concat(formatSafetensors(parameters, { dtype: "F32" })))],
    ["README.md", text(cardOf(report, source))],
    ["report.json", text(JSON.stringify(report, null, 1))],
  ]);
}

/** Tensors under a prefix, and back. */
const named = (prefix: string, tensors: NamedTensors): NamedTensors => new Map([...tensors].map(([name, tensor]) => [`${prefix}/${name}`, tensor]));
const unnamed = (prefix: string, tensors: NamedTensors): NamedTensors => new Map([...tensors].flatMap(([name, tensor]) => (name.startsWith(`${prefix}/`) ? [[name.slice(prefix.length + 1), tensor] as const] : [])));

function cardOf({ labels, n, model, metrics, models, confusion, calibration, learning }: TextReport, source: string): string {
  const shown = ({ mean, low, high }: { mean: number; low: number; high: number }): string => `${mean.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`;
  return `# Text classifier: ${labels.join(", ")}

Learned from ${source}: ${n.train} labelled texts. ${n.test} of them were tested, each by models that had not seen it. Kept: ${model}.

| model | macro-F1 | accuracy |
|---|---|---|
${models.map((one) => `| ${one.model} | ${one.metrics["macroF1"] ? shown(one.metrics["macroF1"]) : "–"} | ${one.metrics["accuracy"] ? shown(one.metrics["accuracy"]) : "–"} |`).join("\n")}

Of choosing as it is done here (for each part of the texts the other parts choose), with calibrated shares: macro-F1 ${metrics["macroF1"] ? shown(metrics["macroF1"]) : "–"}, calibration slope ${calibration.slope.toFixed(2)}, mean gap ${calibration.error.toFixed(3)}.

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
  const { labels, model } = data;
  if (model !== "text-cnn" && data.head.encoder !== encoder.version) throw new AppError("registry/unusable", `The classifier was trained on encoder ${data.head.encoder}; ${encoder.version} is in use. Train it again.`);
  const head = headFromTensors(unnamed("head", tensors), labels.length, data.head.dimension);
  if (!head) throw new AppError("registry/unusable", "The classifier's weights do not fit its description. Train it again.");
  const cnn = restoreTextCnn({ vocabulary: data.cnn.vocabulary, length: data.cnn.length, labels: labels.length }, unnamed("cnn", tensors), executor);
  const byHead = async (texts: readonly string[]): Promise<Shares> => headScores(head, unitRows(await encoder.embed(texts), data.head.dimension)).map((scores) => softmax(scores, data.head.temperature));
  const byCnn = async (texts: readonly string[]): Promise<Shares> => (await cnn.scores(texts)).map((scores) => softmax(scores, data.cnn.temperature));
  const sharesOf = async (texts: readonly string[]): Promise<Shares> => (model === "both" ? meanShares(await byHead(texts), await byCnn(texts)) : model === "text-cnn" ? byCnn(texts) : byHead(texts));
  const toPrediction = (shares: readonly number[]): CommentPrediction => ({ label: labels[shares.indexOf(Math.max(...shares))] ?? "", probabilities: Object.fromEntries(labels.map((label, at) => [label, shares[at] ?? 0])) });
  return { labels, predict: async (texts) => (await sharesOf(texts)).map(toPrediction), close: () => cnn.close() };
}
