/** @file `cadre eval passages`: the encoder alone on held-out question–passage sets, with intervals, also against another encoder. */
import { evalPassagesOutput, type EvalPassagesOutput } from "../../contracts/cli";
import type { LocalEncoder } from "../../runtime/encoder";
import { bootstrapDifference, bootstrapMean, type Interval } from "../../improvement/base/evaluate/bootstrap";
import { denseRanks, hitsAt } from "../../improvement/base/evaluate/dense-ranks";
import { PASSAGE_SETS, readPassageSet, type PassageSet } from "../../improvement/base/evaluate/passage-sets";
import { parseCommand, required, UsageError, type Command, type CommandIo } from "../command";
import { openEvalEncoder, progressNote } from "../eval-encoder";

export const command: Command = {
  name: "eval passages",
  usage: `cadre eval passages --set conditionalqa|cmrc --data <dir> [--encoder <dir>] [--against <dir>] [--precision fp32|int8] [--json]
How often the encoder alone (no word index) puts a right passage first, and among the first five.
  --set            conditionalqa: dev questions with evidence (scenario + question) among all evidence lines of both parts
                   cmrc: Chinese dev questions on paragraphs 601 and later among all dev paragraphs
  --data <dir>     the shared data folder (holds retrieval/)
  --encoder <dir>  a model folder in the hub's layout; default CADRE_ENCODER
  --against <dir>  another one on the same questions: the paired difference with its interval
  --precision      fp32 (default) or int8, where the folder has such a graph
  --json           {"set","encoder","n","passages","hit1","hit5","against"}; figures are {"mean","low","high"}, 95 % bootstrap`,
  async run(args, io) {
    const text = { type: "string" } as const;
    const { values } = parseCommand(args, { set: text, data: text, encoder: text, against: text, precision: text, json: { type: "boolean" } });
    const asked = required(values.set, "set");
    const name = PASSAGE_SETS.find((known) => known === asked);
    if (!name) throw new UsageError(`--set: use ${PASSAGE_SETS.join(" or ")}, not "${asked}"`);
    const set = await readPassageSet(name, required(values.data, "data"));
    const ours = await ranksOf(set, await openEvalEncoder(values), io);
    const theirs = values.against === undefined ? null : await ranksOf(set, await openEvalEncoder({ encoder: values.against }), io);
    const output = evalPassagesOutput.parse({
      set: name,
      encoder: ours.encoder,
      n: set.questions.length,
      passages: set.passages.length,
      ...figures(ours.ranks),
      against: theirs && {
        encoder: theirs.encoder,
        ...figures(theirs.ranks),
        difference: {
          hit1: bootstrapDifference(hitsAt(1, ours.ranks), hitsAt(1, theirs.ranks)),
          hit5: bootstrapDifference(hitsAt(5, ours.ranks), hitsAt(5, theirs.ranks)),
        },
      },
    });
    io.out(values.json ? JSON.stringify(output) : toText(output));
    return 0;
  },
};

async function ranksOf(set: PassageSet, encoder: LocalEncoder, io: CommandIo): Promise<{ encoder: string; ranks: number[] }> {
  const ranks = await denseRanks(set, encoder, { onProgress: progressNote(io, set.passages.length + set.questions.length) });
  await encoder.close();
  return { encoder: encoder.version, ranks };
}

function figures(ranks: readonly number[]): { hit1: Interval; hit5: Interval } {
  return { hit1: bootstrapMean(hitsAt(1, ranks)), hit5: bootstrapMean(hitsAt(5, ranks)) };
}

function toText(output: EvalPassagesOutput): string {
  const show = ({ mean, low, high }: Interval): string => `${mean.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`;
  const row = (label: string, one: { hit1: Interval; hit5: Interval }): string => `${label.padEnd(24)} first ${show(one.hit1)}   top five ${show(one.hit5)}`;
  const lines = [`${output.set}: ${output.n} questions, ${output.passages} passages, dense only`, row(output.encoder, output)];
  if (output.against) lines.push(row(output.against.encoder, output.against), row("difference", output.against.difference));
  return lines.join("\n");
}
