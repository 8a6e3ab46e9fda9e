/** @file `cadre eval sts`: rank correlation of the encoder's cosines with human similarity scores. */
import { evalStsOutput } from "../../contracts/cli";
import { parseScoredPairs } from "../../knowledge/evaluate/sentence-pairs";
import { evaluateSts } from "../../knowledge/evaluate/similarity";
import { parseCommand, required, type Command } from "../command";
import { openEvalEncoder, progressNote, readEvalFile } from "../eval-encoder";

export const command: Command = {
  name: "eval sts",
  usage: `cadre eval sts --tsv <file> [--encoder <dir>] [--precision fp32|int8] [--json]
Spearman correlation of cosine similarity with human scores.
  --tsv <file>      STS-B columns (score 5th, sentences 6th and 7th) or sentence, sentence, score
  --encoder <dir>   a model folder in the hub's layout; default CADRE_ENCODER
  --precision       fp32 (default) or int8, where the folder has such a graph
  --json            {"spearman": -1…1, "n": pairs}`,
  async run(args, io) {
    const options = { tsv: { type: "string" }, encoder: { type: "string" }, precision: { type: "string" }, json: { type: "boolean" } } as const;
    const { values } = parseCommand(args, options);
    const pairs = parseScoredPairs(await readEvalFile(required(values.tsv, "tsv")));
    const encoder = await openEvalEncoder(values);
    const spearman = await evaluateSts(pairs, encoder, { onProgress: progressNote(io, 2 * pairs.length) });
    await encoder.close();
    const output = evalStsOutput.parse({ spearman, n: pairs.length });
    io.out(values.json ? JSON.stringify(output) : `${encoder.version}: Spearman ${spearman.toFixed(3)} on ${pairs.length} pairs`);
    return 0;
  },
};
