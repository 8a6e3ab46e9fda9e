/** @file `cadre train page-kind`: trains the model that tells pictures of writing from other pictures, on pages that it draws itself. */
import { mkdir, stat } from "node:fs/promises";
import path from "node:path";
import { trainPageKindOutput } from "../../contracts/taggers";
import { PAGE_KIND_FILE, PAGE_KINDS } from "../../knowledge/ocr/page-kinds";
import { inventPages } from "../../knowledge/ocr/train/invented-pages";
import { accuracyOf, measurePageKinds, trainPageKinds } from "../../knowledge/ocr/train/train-page-kinds";
import { createExecutor } from "../../runtime/executor";
import { readSafetensors, writeSafetensors } from "../../runtime/safetensors";
import { parseCommand, required, type Command } from "../command";

const TRAIN_EACH = 400;
const HELD_EACH = 75;
const TEST_EACH = 150;
const EPOCHS = 20;

export const command: Command = {
  name: "train page-kind",
  usage: `cadre train page-kind --out <dir> [--seed 1] [--json]
A small convolutional network over a page's ink map: ${PAGE_KINDS.join(", ")}. Draws ${PAGE_KINDS.length * (TRAIN_EACH + HELD_EACH + TEST_EACH)} invented pages itself and
needs no data. A few minutes of one core.
  --out <dir>   gets ${PAGE_KIND_FILE}
  --seed <n>    of the pages and of the first weights; test pages have a seed of their own
  --json        {"kinds","confusion":[[…]],"accuracy","file","bytes"}: rows are true kinds, columns told ones, on invented test pages`,
  async run(args, io) {
    const text = { type: "string" } as const;
    const { values } = parseCommand(args, { out: text, seed: text, json: { type: "boolean" } });
    const out = path.resolve(required(values.out, "out"));
    const seed = Number(values.seed ?? "1");
    const executor = await createExecutor({ threads: 1 });
    const tensors = await trainPageKinds(inventPages(TRAIN_EACH, seed), inventPages(HELD_EACH, seed + 1000), {
      executor,
      seed,
      epochs: EPOCHS,
      onEpoch: (epoch, accuracy) => io.note(`epoch ${epoch}: ${(100 * accuracy).toFixed(1)} % of held-out pages`),
    });
    const file = path.join(out, PAGE_KIND_FILE);
    await mkdir(out, { recursive: true });
    await writeSafetensors(file, tensors, { dtype: "F16" });
    const confusion = await measurePageKinds((await readSafetensors(file)).tensors, inventPages(TEST_EACH, 777_777), executor);
    const output = trainPageKindOutput.parse({ kinds: [...PAGE_KINDS], confusion, accuracy: accuracyOf(confusion), file, bytes: (await stat(file)).size });
    io.out(values.json ? JSON.stringify(output) : [`${file} (${(output.bytes / 1000).toFixed(1)} kB)`, ...PAGE_KINDS.map((kind, at) => `${kind.padEnd(8)} ${confusion[at]?.join("  ") ?? ""}`), `accuracy ${output.accuracy.toFixed(3)} on invented test pages`].join("\n"));
    return 0;
  },
};
