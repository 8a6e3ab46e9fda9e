/** @file `cadre eval occupations`: occupation similarity from the text of tasks against O*NET's related occupations. */
import { evalOccupationsOutput } from "../../contracts/growth-eval";
import { evaluateLikeness } from "../../growth/occupations/evaluate-likeness";
import { readRelated, readTasks } from "../../growth/occupations/read-onet";
import { parseCommand, required, type Command } from "../command";
import { openEvalEncoder, progressNote, readEvalFile } from "../eval-encoder";

export const command: Command = {
  name: "eval occupations",
  usage: `cadre eval occupations --tasks <csv> --related <csv> [--encoder <dir>] [--precision fp32|int8] [--json]
How well the text of tasks tells which occupations are related: nDCG@20 of BM25, the plain encoder and ours.
  --tasks      O*NET's task statements (columns O*NET-SOC Code, Title, Task Title); titles are not used
  --related    O*NET's related occupations (columns O*NET-SOC Code, Related O*NET-SOC Code, Relatedness Tier)
  --encoder    a model folder in the hub's layout; default CADRE_ENCODER
  --json       {"n","fittedOn","tasks","methods":{"bm25","encoder","ours"},"ahead":{"bm25","encoder"},"weights"}, each
               figure {"mean","low","high"} with a 95 % bootstrap interval over occupations
Weights are fitted on every second occupation; the figures are of the others.`,
  async run(args, io) {
    const options = { tasks: { type: "string" }, related: { type: "string" }, encoder: { type: "string" }, precision: { type: "string" }, json: { type: "boolean" } } as const;
    const { values } = parseCommand(args, options);
    const occupations = readTasks(await readEvalFile(required(values.tasks, "tasks")));
    const related = readRelated(await readEvalFile(required(values.related, "related")));
    const encoder = await openEvalEncoder(values);
    const count = occupations.reduce((sum, { tasks }) => sum + tasks.length, 0);
    const output = evalOccupationsOutput.parse(await evaluateLikeness(occupations, related, { encoder, onProgress: progressNote(io, count) }));
    await encoder.close();
    if (values.json) io.out(JSON.stringify(output));
    else {
      const show = ({ mean, low, high }: { mean: number; low: number; high: number }) => `${mean.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;
      const { bm25, encoder: plain, ours } = output.methods;
      io.out(`${encoder.version}: nDCG@20 on ${output.n} occupations\nBM25     ${show(bm25)}\nencoder  ${show(plain)}\nours     ${show(ours)}\nahead of BM25 ${show(output.ahead.bm25)}, of the encoder ${show(output.ahead.encoder)}\nweights ${JSON.stringify(output.weights)}`);
    }
    return 0;
  },
};
