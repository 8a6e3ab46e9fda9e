/**
 * @file Child process of `bench train`: our engine. Reads commands on stdin (one per line), answers one line of JSON
 * each; pytorch-trainer.py speaks the same. `gradients` = loss and gradients, `step` = those and AdamW, `save` = write
 * the last gradients, `end` = peak memory.
 */
import { createInterface } from "node:readline";
import { bertTensorDims } from "../../engine/nn/bert-config";
import { createRowGradients } from "../../engine/optim/row-gradients";
import { WORD_TABLE } from "../../engine/train/encoder-graphs";
import { createPairGradients } from "../../engine/train/pair-gradients";
import { createTrainedTensors } from "../../engine/train/trained-tensors";
import { createExecutor } from "../../runtime/executor";
import { readTrainCase, write } from "./train-case";

const folder = process.argv[2] ?? "";
const { config, parameters, queries, passages, scale, threads } = readTrainCase(folder);
const optimizer = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.01, clipNorm: 0 };
const LEARNING_RATE = 1e-4;

async function main(): Promise<void> {
  const executor = await createExecutor({ threads });
  const tensors = createTrainedTensors({ dims: bertTensorDims(config), parameters, optimizer, sparse: [WORD_TABLE] });
  const wordRows = createRowGradients(config.vocabSize, config.hiddenSize);
  const pairs = createPairGradients({ executor, config, scale, tensors, wordRows, frozenLayers: 0, activationBytes: 1, rowsAtOnce: Number.POSITIVE_INFINITY, maxSessions: 1 });

  const answer = async (command: string): Promise<object> => {
    const started = performance.now();
    if (command === "end") return { peakMb: process.resourceUsage().maxRSS / 1024 };
    if (command === "save") return saveGradients();
    const loss = await pairs.compute({ queries, passages });
    if (command === "step") tensors.update(LEARNING_RATE, new Map([[WORD_TABLE, wordRows]]));
    return { ms: performance.now() - started, loss };
  };
  const saveGradients = (): object => {
    for (const [name, { data }] of tensors.gradients) write(folder, `ours ${name}`, data as Float32Array);
    const table = new Float32Array(config.vocabSize * config.hiddenSize);
    const { rows, gradient } = wordRows.collect();
    rows.forEach((row, at) => table.set(gradient.subarray(at * config.hiddenSize, (at + 1) * config.hiddenSize), row * config.hiddenSize));
    write(folder, `ours ${WORD_TABLE}`, table);
    return {};
  };
  for await (const command of createInterface({ input: process.stdin })) process.stdout.write(`${JSON.stringify(await answer(command))}\n`);
  await pairs.close();
}

await main();
