/** @file `cadre train base`: reproduces the base encoder: corpus, negatives, training, evaluation, model folder and card. */
import path from "node:path";
import { env } from "../../config/env";
import { projectRoot } from "../../config/paths";
import { trainBaseOutput } from "../../contracts/cli";
import { AppError } from "../../core/errors";
import { readRecipe } from "../../improvement/base/recipe";
import { hasRun } from "../../improvement/base/train-base";
import { parseCommand, required, UsageError, type Command } from "../command";
import { averageBase } from "../average-base";
import { runTrainBase } from "../train-base";
import { IN_PROCESS, needsOwnProcess, runInOwnProcess } from "../training-process";

const RECIPE = path.join(projectRoot(), "lib/improvement/base/recipes/words.ts");

export const command: Command = {
  name: "train base",
  usage: `cadre train base --data <dir> --out <dir> [--base <dir>] [--recipe <file>] [--resume] [--max-minutes n] [--threads n] [--no-evaluate] [--json]
Trains the base encoder and writes it to <out>/model in the hub's layout, with card and learning curves. A recipe may begin
with a tokenizer of its own (tokenizer) and with hidden words and next sentences (pretrain): recipes/pretrained.ts has both.
  --data <dir>     the shared data folder (corpora/, retrieval/, policies/)
  --out <dir>      folder of the run: checkpoint/, best weights, curve.json, curve.svg, model/; tokenizer/ and pretrain/
                   (its own checkpoint and curves) where the recipe has those parts
  --base <dir>     model folder to start from, or of the shape to make where the recipe begins at random; default CADRE_ENCODER
  --recipe <file>  default lib/improvement/base/recipes/words.ts
  --resume         go on from the checkpoint in --out
  --max-minutes n  training time at most; the rate falls to its end within it (pre-training: the recipe's timeShare of it)
  --threads n      of the computation; default all cores
  --average a=s,b=t  no training: the mean of model folders by share, written to <out>/model
  --in-process     do not start a process with memory settings for training (Linux only)
  --no-evaluate    leave out the held-out figures (they take some minutes)
  --json           {"run","end","steps","minutes","pairs","pretrained","dev","metrics","files"}
Interrupt (Ctrl+C) saves a checkpoint first; --resume goes on exactly.`,
  async run(args, io) {
    const text = { type: "string" } as const;
    const flag = { type: "boolean" } as const;
    const { values } = parseCommand(args, { data: text, out: text, base: text, recipe: text, resume: flag, "max-minutes": text, threads: text, "no-evaluate": flag, average: text, [IN_PROCESS]: flag, json: flag });
    const out = path.resolve(required(values.out, "out"));
    if (values.average !== undefined) {
      io.out(await averageBase(values.average, out));
      return 0;
    }
    const resume = values.resume ?? false;
    if (!resume && (await hasRun(out))) throw new AppError("config/invalid", `${out} holds a run. Go on with --resume, or give another --out.`);
    const options = { recipe: await readRecipe(values.recipe ?? RECIPE), data: path.resolve(required(values.data, "data")), maxMinutes: positive(values["max-minutes"], "max-minutes"), threads: positive(values.threads, "threads") };
    if (needsOwnProcess(values[IN_PROCESS] ?? false)) return runInOwnProcess(["train", "base", ...args]);
    const stop = new AbortController();
    const onInterrupt = (): void => {
      io.note("interrupted: saving after this step …");
      stop.abort();
    };
    process.once("SIGINT", onInterrupt).once("SIGTERM", onInterrupt);
    const summary = await runTrainBase({
      ...options,
      base: path.resolve(values.base ?? env().encoder),
      out,
      resume,
      evaluate: !(values["no-evaluate"] ?? false),
      note: io.note,
      signal: stop.signal,
    });
    process.off("SIGINT", onInterrupt).off("SIGTERM", onInterrupt);
    const output = trainBaseOutput.parse(summary);
    const figures = output.metrics.map(({ name, before, after }) => `${name}: ${before.toFixed(3)} → ${after.toFixed(3)}`);
    io.out(values.json ? JSON.stringify(output) : [`${output.run} ${output.end} after ${output.steps} steps, ${output.minutes.toFixed(1)} minutes`, ...figures, ...output.files].join("\n"));
    return output.end === "finished" ? 0 : 1;
  },
};

function positive(value: string | undefined, option: string): number | null {
  if (value === undefined) return null;
  const number = Number(value);
  if (!Number.isFinite(number) || number <= 0) throw new UsageError(`--${option} must be a number above 0, got "${value}"`);
  return number;
}
