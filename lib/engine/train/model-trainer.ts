/**
 * @file createModelTrainer: trains any model written as a function from weights and inputs to a loss: classifiers,
 * sequence taggers, adapters, several heads on one body. The encoder's own trainer is encoder-trainer.ts, which keeps
 * its word table's gradient sparse.
 */
import { AppError } from "../../core/errors";
import { invariant } from "../../core/invariant";
import { gradients } from "../backward";
import type { Executor, HostTensor } from "../executor";
import type { DataType, Shape, Value } from "../graph/value";
import type { NamedTensors } from "../named-tensors";
import { inputWeights, type Weights } from "../nn/weights";
import { input } from "../ops/leaves";
import { compileGraph, numbersOf, type CompiledGraph } from "./compiled-graph";
import { createSessionCache } from "./session-cache";
import { createTrainedTensors, type OptimizerOptions, type TrainerState } from "./trained-tensors";

export interface ModelInputs {
  readonly weights: Weights;
  /** The fed tensor of that name, as a value with its shape. */
  readonly input: (name: string) => Value;
}

type Feeds = Readonly<Record<string, HostTensor>>;

export interface ModelTrainerOptions {
  readonly executor: Executor;
  /** Start weights by any names; copied. */
  readonly parameters: NamedTensors;
  readonly optimizer: OptimizerOptions;
  /** The number to make small. Runs once per set of shapes. Several heads: the sum of their losses. */
  readonly loss: (model: ModelInputs) => Value;
  /** What `predict` computes, by name; gradients of inputs are values like any other. */
  readonly predict?: (model: ModelInputs) => Record<string, Value>;
  readonly freeze?: (name: string) => boolean;
  /** Compiled sets of shapes kept at most. Default 6. */
  readonly maxSessions?: number;
}

export interface ModelTrainer {
  /** One update. @throws AppError "train/diverged" when the loss is no number; nothing is updated then */
  step(feeds: Feeds, learningRate: number): Promise<{ loss: number; gradientNorm: number }>;
  /** One update from several batches: the gradient of the sum of their losses. Scale losses by the number of batches for a mean. */
  stepOver(batches: readonly Feeds[], learningRate: number): Promise<{ loss: number; gradientNorm: number }>;
  /** The loss alone, for held-out data. */
  evaluate(feeds: Feeds): Promise<number>;
  predict(feeds: Feeds): Promise<Record<string, HostTensor>>;
  /** From now on the masked weights are and stay 0 (optim/prune.ts). */
  prune(masks: ReadonlyMap<string, Uint8Array>): void;
  parameters(): NamedTensors;
  state(): TrainerState;
  restore(state: TrainerState): void;
  close(): Promise<void>;
}

export function createModelTrainer(options: ModelTrainerOptions): ModelTrainer {
  const { executor, parameters, optimizer, freeze, maxSessions = 6 } = options;
  const dims = new Map<string, Shape>([...parameters].map(([name, tensor]) => [name, tensor.dims]));
  const tensors = createTrainedTensors({ dims, parameters, optimizer, sparse: [], ...(freeze ? { freeze } : {}) });
  const buffers = new Map([...tensors.gradients].map(([name, tensor]) => [`gradient ${name}`, tensor]));
  const compiled = createSessionCache<CompiledGraph>(maxSessions);

  const modelOf = (feeds: Feeds): ModelInputs => {
    const made = new Map<string, Value>();
    return {
      weights: inputWeights(dims),
      input: (name) => {
        const fed = feeds[name];
        invariant(fed, () => `input "${name}" is not fed; there are ${Object.keys(feeds).join(", ")}`);
        const value = made.get(name) ?? input(name, fed.shape, typeOf(fed));
        made.set(name, value);
        return value;
      },
    };
  };
  const run = async (kind: "step" | "loss" | "predict", feeds: Feeds): Promise<Record<string, HostTensor>> => {
    const shapes = Object.entries(feeds).map(([name, { shape }]) => `${name} ${shape.join("x")}`);
    const { executable, outputs } = await compiled.get(`${kind} ${shapes.join(" ")}`, () => compileGraph(executor, graphOf(kind, options, { model: modelOf(feeds), trained: tensors.trained }), buffers));
    await executable.run({ ...tensors.weights, ...feeds }, outputs);
    return outputs;
  };
  const lossOf = (outputs: Feeds): number => numbersOf(outputs, "loss")[0] ?? Number.NaN;
  const apply = (loss: number, learningRate: number): { loss: number; gradientNorm: number } => {
    const gradientNorm = Number.isFinite(loss) ? tensors.update(learningRate, new Map()) : Number.NaN;
    if (Number.isFinite(loss + gradientNorm)) return { loss, gradientNorm };
    tensors.discard();
    throw new AppError("train/diverged", `Loss ${loss}, gradient norm ${gradientNorm}: lower the learning rate or warm up longer; the weights are as before this step.`);
  };

  return {
    step: async (feeds, learningRate) => apply(lossOf(await run("step", feeds)), learningRate),
    async stepOver(batches, learningRate) {
      let loss = 0;
      for (const feeds of batches) {
        loss += lossOf(await run("step", feeds));
        tensors.accumulate();
      }
      return apply(loss, learningRate);
    },
    evaluate: async (feeds) => lossOf(await run("loss", feeds)),
    async predict(feeds) {
      const outputs = await run("predict", feeds);
      return Object.fromEntries(Object.entries(outputs).map(([name, { shape, data }]) => [name, { shape, data: data.slice() }]));
    },
    prune: (masks) => tensors.prune(masks),
    parameters: () => tensors.parameters(),
    state: () => tensors.state(),
    restore: (state) => tensors.restore(state),
    close: () => compiled.close(),
  };
}

function graphOf(kind: "step" | "loss" | "predict", options: ModelTrainerOptions, { model, trained }: { model: ModelInputs; trained: readonly string[] }): Record<string, Value> {
  if (kind === "predict") {
    invariant(options.predict, () => "this model says nothing about predicting");
    return options.predict(model);
  }
  const loss = options.loss(model);
  if (kind === "loss") return { loss };
  const found = gradients(loss, trained.map((name) => model.weights(name)));
  return { loss, ...Object.fromEntries(trained.map((name, at) => [`gradient ${name}`, found[at] as Value])) };
}

function typeOf({ data }: HostTensor): DataType {
  if (data instanceof Float32Array) return "float32";
  if (data instanceof Int32Array) return "int32";
  return data instanceof BigInt64Array ? "int64" : "bool";
}
