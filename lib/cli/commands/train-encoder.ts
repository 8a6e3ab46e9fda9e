/** @file `cadre train encoder`: learns from a file of labels and says whether it got better. */
import path from "node:path";
import { trainEncoderOutput, type TrainEncoderOutput } from "../../contracts/models";
import { parseLabels } from "../../improvement/labels/read-labels";
import { parseCommand, required, UsageError, type Command } from "../command";
import { openEvalEncoder, readEvalFile } from "../eval-encoder";
import { runTrainEncoder } from "../train-encoder";

export const command: Command = {
  name: "train encoder",
  usage: `cadre train encoder --labels <jsonl> --out <dir> [--docs <dir>] [--base <dir>] [--seed n] [--max-seconds n] [--events] [--json]
Learns how to rank from labelled passages, compares the result with what serves now, and writes it to <out>. Documents
and their vectors stay as they are. <out> works wherever --encoder is asked for.
  --labels <jsonl>  {"query","passage","relevance":0–3} per line; optional group, user, weight, source, document
  --out <dir>       ranking.json, ranking.safetensors, README.md (model card), report.json, snapshot.json
  --docs <dir>      the documents that the labels are about: what is searched, and what learning can favour. Without it
                    only the labels' own passages are searched, and a remembered passage is known again less surely
  --base <dir>      the encoder; default CADRE_ENCODER
  --seed n          default 1; equal seeds give equal results
  --max-seconds n   for the search of an adapter; default 60
  --events          progress on stderr as one JSON object per line
  --json            {"run","metrics":{"before","after"},"gate":{"verdict","reasons",…},"data","files"}
Exit code 0 whatever the gate says; a refused result is written too, and says so.`,
  async run(args, io) {
    const text = { type: "string" } as const;
    const flag = { type: "boolean" } as const;
    const { values } = parseCommand(args, { labels: text, out: text, docs: text, base: text, seed: text, "max-seconds": text, events: flag, json: flag });
    const [file, out] = [required(values.labels, "labels"), path.resolve(required(values.out, "out"))];
    const [seed, seconds] = [positive(values.seed, "seed", 1), positive(values["max-seconds"], "max-seconds", 60)];
    const labels = parseLabels(await readEvalFile(file), file);
    const encoder = await openEvalEncoder(values.base === undefined ? {} : { encoder: values.base });
    const stop = new AbortController();
    const onInterrupt = (): void => stop.abort();
    process.once("SIGINT", onInterrupt).once("SIGTERM", onInterrupt);
    try {
      const output = trainEncoderOutput.parse(
        await runTrainEncoder({
          labels, encoder, out, seed,
          base: values.base === undefined ? null : path.resolve(values.base),
          docs: values.docs ?? null,
          budgetMs: 1000 * seconds,
          note: io.note,
          ...(values.events ? { onProgress: (event) => io.note(JSON.stringify(event)) } : {}),
          signal: stop.signal,
        }),
      );
      io.out(values.json ? JSON.stringify(output) : toText(output));
      return 0;
    } finally {
      process.off("SIGINT", onInterrupt).off("SIGTERM", onInterrupt);
      await encoder.close();
    }
  },
};

function positive(value: string | undefined, option: string, otherwise: number): number {
  if (value === undefined) return otherwise;
  const number = Number(value);
  if (!Number.isInteger(number) || number <= 0) throw new UsageError(`--${option} must be a whole number above 0, got "${value}"`);
  return number;
}

function toText({ run, metrics: { before, after }, gate, data, files }: TrainEncoderOutput): string {
  const row = (name: string, a: number, b: number): string => `  ${name.padEnd(22)} ${a.toFixed(3)} → ${b.toFixed(3)}`;
  return [
    `${run}: ${gate.verdict}`,
    ...gate.reasons.map(({ en }) => `  · ${en}`),
    `${before.questions} own test questions, never learned from (learned from ${data.train + data.dev}, ${data.labels} labels)`,
    row("right passage first", before.hit1, after.hit1),
    row("among the first five", before.hit5, after.hit5),
    row("mean reciprocal rank", before.mrr, after.mrr),
    ...files.map((file) => `  ${file}`),
  ].join("\n");
}
