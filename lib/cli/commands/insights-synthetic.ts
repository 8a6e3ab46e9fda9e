/** @file `cadre insights synthetic`: invented rows by a conditional GAN, with what they are good for and whether they copy anyone. */
import { writeFile } from "node:fs/promises";
import { csvFormatRows } from "d3-dsv";
import { insightsSyntheticOutput } from "../../contracts/insights-cli";
import { measureSynthetic } from "../../insights/synthetic/measure-synthetic";
import { showCell } from "../../insights/table/target";
import { createExecutor } from "../../runtime/executor";
import { parseCommand, required, type Command } from "../command";
import { figure, openTable, refuse, wholeNumber } from "../insights-input";

export const command: Command = {
  name: "insights synthetic",
  usage: `cadre insights synthetic --csv <file> [--target <column>] [--steps n] [--splits n] [--out <csv>] [--json]
Learns to invent rows like the table's (without protected columns and ids) and measures them on real rows kept apart.
  --csv      one row per person
  --target   outcome that rows are invented for; default: the evident one
  --steps n  updates of the generator (default 1500)
  --splits n independent halves (default 3)
  --out      writes the invented rows of the first split
  --json     {"n","target","utility":{"real","synthetic","augmented","metric"},"gain","helps","nearest","membership","likeness"}
Membership 0.5 = nobody can tell who was in the training rows. "helps" is true only when training with the invented rows added is
surely better; nothing trains on them otherwise.`,
  async run(args, io) {
    const text = { type: "string" } as const;
    const { values } = parseCommand(args, { csv: text, target: text, steps: text, splits: text, out: text, seed: text, json: { type: "boolean" } });
    const { table, notices } = await openTable(required(values.csv, "csv"));
    const found = await measureSynthetic(table, {
      executor: await createExecutor({ threads: 1 }),
      ...(values.target === undefined ? {} : { target: values.target }),
      ...Object.fromEntries((["steps", "splits", "seed"] as const).flatMap((name) => (values[name] === undefined ? [] : [[name, wholeNumber(values[name], name, 1)]]))),
      onProgress: (split) => io.note(`split ${split + 1}`),
    });
    if ("kind" in found) return refuse(found, notices, { io, json: values.json });
    const { report, synthetic } = found;
    if (values.out !== undefined) await writeFile(values.out, csvFormatRows([synthetic.columns.map(({ name }) => name), ...Array.from({ length: synthetic.rows }, (_, row) => synthetic.columns.map((column) => showCell(column, row) ?? ""))]));
    const { utility, gain, nearest, membership, likeness } = report;
    const lines = [
      `train on real ${figure(utility.real)}   on synthetic ${figure(utility.synthetic)}   on both ${figure(utility.augmented)}   (${utility.metric} on held-out real rows)`,
      `gain of adding them ${figure(gain)}: ${report.helps ? "helps" : "does not surely help, so nothing trains on them"}`,
      `nearest training row: synthetic ${nearest.synthetic.toFixed(3)}, held-out real ${nearest.held.toFixed(3)}, exact copies ${nearest.copies}`,
      `membership inference AUC ${figure(membership)}; distributions differ by ${likeness.columns.toFixed(3)}, correlations by ${likeness.correlations.toFixed(3)}`,
    ];
    io.out(values.json ? JSON.stringify(insightsSyntheticOutput.parse(report)) : lines.join("\n"));
    return 0;
  },
};
