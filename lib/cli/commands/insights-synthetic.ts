/** @file `cadre insights synthetic`: invented rows by a conditional GAN, with what they are good for and whether they copy anyone. */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { csvFormatRows } from "d3-dsv";
import { insightsSyntheticOutput } from "../../contracts/insights-cli";
import { AppError } from "../../core/errors";
import { measureSynthetic } from "../../insights/synthetic/measure-synthetic";
import { writeResumes, type InventedResume } from "../../insights/synthetic/resume-writer";
import { showCell } from "../../insights/table/target";
import { createExecutor } from "../../runtime/executor";
import { parseCommand, required, UsageError, type Command } from "../command";
import { figure, openTable, refuse, wholeNumber } from "../insights-input";

export const command: Command = {
  name: "insights synthetic",
  usage: `cadre insights synthetic --csv <file> [--target <column>] [--steps n] [--splits n] [--out <csv>] [--resumes <folder>] [--json]
Learns to invent rows like the table's (without protected columns and ids) and measures them on real rows kept apart.
  --csv      one row per person
  --target   outcome that rows are invented for; default: the evident one
  --steps n  updates of the generator (default 900; more of them draw nearer to the rows learned from)
  --splits n independent halves (default 3)
  --out      writes the invented rows of the first split
  --resumes  writes invented résumés (Markdown) from those rows, where columns say what somebody does; for demonstrations and load
             tests. --most n of them (default 20), --language en|zh
  --json     {"n","target","utility":{"real","synthetic","augmented","metric"},"gain","helps","nearest","membership","likeness"}
Membership 0.5 = nobody can tell who was in the training rows. "helps" is true only when training with the invented rows added is
surely better; nothing trains on them otherwise.`,
  async run(args, io) {
    const text = { type: "string" } as const;
    const { values } = parseCommand(args, { csv: text, target: text, steps: text, splits: text, out: text, seed: text, resumes: text, most: text, language: text, json: { type: "boolean" } });
    const { language = "en" } = values;
    if (language !== "en" && language !== "zh") throw new UsageError("--language is en or zh");
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
    const written = values.resumes === undefined ? null : await keepResumes(path.resolve(values.resumes), writeResumes(synthetic, wholeNumber(values.most, "most", 1) ?? 20, { language, seed: wholeNumber(values.seed, "seed", 0) ?? 1, month: new Date().toISOString().slice(0, 7) }));
    const { utility, gain, nearest, membership, likeness } = report;
    const lines = [
      `train on real ${figure(utility.real)}   on synthetic ${figure(utility.synthetic)}   on both ${figure(utility.augmented)}   (${utility.metric} on held-out real rows)`,
      `gain of adding them ${figure(gain)}: ${report.helps ? "helps" : "does not surely help, so nothing trains on them"}`,
      `nearest training row: synthetic ${nearest.synthetic.toFixed(3)}, held-out real ${nearest.held.toFixed(3)}, exact copies ${nearest.copies}`,
      `membership inference AUC ${figure(membership)}; distributions differ by ${likeness.columns.toFixed(3)}, correlations by ${likeness.correlations.toFixed(3)}`,
      ...(written === null ? [] : [written]),
    ];
    io.out(values.json ? JSON.stringify(insightsSyntheticOutput.parse(report)) : lines.join("\n"));
    return 0;
  },
};

/** @returns what was written. @throws AppError "insights/bad-table" when the rows tell no career */
async function keepResumes(folder: string, resumes: readonly InventedResume[]): Promise<string> {
  if (resumes.length === 0) throw new AppError("insights/bad-table", "No résumé can be written from this table: no column says what somebody does (job role, position, department).");
  await mkdir(folder, { recursive: true });
  for (const [at, { markdown }] of resumes.entries()) await writeFile(path.join(folder, `invented-${String(at + 1).padStart(4, "0")}.md`), markdown);
  return `${resumes.length} invented résumés in ${folder}`;
}
