/** @file `cadre eval bitext`: how often the nearest sentence in the other language is a translation. */
import { AppError } from "../../core/errors";
import { evalBitextOutput } from "../../contracts/cli";
import { parseTranslations } from "../../knowledge/evaluate/sentence-pairs";
import { evaluateBitext } from "../../knowledge/evaluate/similarity";
import { parseCommand, required, UsageError, type Command } from "../command";
import { openEvalEncoder, progressNote, readEvalFile } from "../eval-encoder";

export const command: Command = {
  name: "eval bitext",
  usage: `cadre eval bitext --tsv <file> [--offset n] [--limit n] [--encoder <dir>] [--precision fp32|int8] [--json]
Accuracy@1 of finding a sentence's translation among all translations of the file.
  --tsv <file>      sentence, its translation, attribution (Tatoeba)
  --offset n        skip the first n lines (default 0)
  --limit n         take at most n lines after that (default all; the time grows with its square)
  --encoder <dir>   a model folder in the hub's layout; default CADRE_ENCODER
  --precision       fp32 (default) or int8, where the folder has such a graph
  --json            {"accuracy@1": 0…1, "n": pairs}`,
  async run(args, io) {
    const text = { type: "string" } as const;
    const options = { tsv: text, offset: text, limit: text, encoder: text, precision: text, json: { type: "boolean" } } as const;
    const { values } = parseCommand(args, options);
    const [offset, limit] = [count(values.offset, "offset") ?? 0, count(values.limit, "limit")];
    const all = parseTranslations(await readEvalFile(required(values.tsv, "tsv")));
    const pairs = all.slice(offset, limit === undefined ? undefined : offset + limit);
    if (pairs.length === 0) throw new AppError("eval/bad-input", `The file has ${all.length} pairs; --offset ${offset} and --limit leave none.`);
    const encoder = await openEvalEncoder(values);
    const texts = new Set([...pairs.map((pair) => pair.source), ...pairs.map((pair) => pair.target)]).size;
    const accuracy = await evaluateBitext(pairs, encoder, { onProgress: progressNote(io, texts) });
    await encoder.close();
    const output = evalBitextOutput.parse({ "accuracy@1": accuracy, n: pairs.length });
    io.out(values.json ? JSON.stringify(output) : `${encoder.version}: accuracy@1 ${accuracy.toFixed(3)} on ${pairs.length} pairs`);
    return 0;
  },
};

function count(value: string | undefined, option: string): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(`--${option} must be a whole number, got "${value}"`);
  return Number(value);
}
