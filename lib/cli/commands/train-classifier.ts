/** @file `cadre train classifier`: labelled texts → a measured classifier of comments, with its card. */
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { trainClassifierOutput } from "../../contracts/insights-cli";
import { createRng, shuffled } from "../../core/rng";
import { classifierFiles } from "../../insights/comments/classifier-files";
import { readLabelled, type LabelledTexts } from "../../insights/comments/read-labelled";
import { trainClassifier } from "../../insights/comments/train-classifier";
import { createExecutor } from "../../runtime/executor";
import { writeWhole } from "../../runtime/write-whole";
import { parseCommand, required, type Command } from "../command";
import { openEvalEncoder } from "../eval-encoder";
import { figure, openTable, wholeNumber } from "../insights-input";

const MOST_TEXTS = 5000;

export const command: Command = {
  name: "train classifier",
  usage: `cadre train classifier --csv <file> [--text <column>] [--label <column>] [--out <dir>] [--limit n] [--encoder <dir>] [--seed n] [--json]
Learns to label comments (sentiment, theme): an encoder with a head against a text CNN and the mean of both.
Up to 1,500 texts each is tested once by models that had not seen it; above that a seventh is. The IMDB format (review,sentiment) works as it is.
  --csv        CSV or XLSX with a column of texts and one of labels
  --text, --label   the columns; default: the longest texts, and the column named like a label or with the fewest values
  --out        folder for classifier.json, model.safetensors, README.md (card), report.json; default "<file name>-classifier"
  --limit n    at most so many texts, drawn at random (default ${MOST_TEXTS}; 0 = all)
  --encoder    a model folder; default CADRE_ENCODER
  --json       {"labels","n","model","metrics","models","confusion","calibration","learning","warnings","files"}`,
  async run(args, io) {
    const text = { type: "string" } as const;
    const { values } = parseCommand(args, { csv: text, text, label: text, out: text, limit: text, encoder: text, seed: text, json: { type: "boolean" } });
    const file = required(values.csv, "csv");
    const seed = wholeNumber(values.seed, "seed", 0) ?? 1;
    const { table } = await openTable(file);
    const data = drawn(readLabelled(table, { ...(values.text === undefined ? {} : { text: values.text }), ...(values.label === undefined ? {} : { label: values.label }) }), wholeNumber(values.limit, "limit", 0) ?? MOST_TEXTS, seed);
    io.note(`${data.texts.length} texts of "${data.textColumn}", labels ${data.labels.join(", ")}`);
    const encoder = await openEvalEncoder(values.encoder === undefined ? {} : { encoder: values.encoder });
    const { report, classifier } = await trainClassifier(data, { executor: await createExecutor({ threads: 2 }), encoder, seed, onProgress: (what) => io.note(what) });
    await encoder.close();
    const out = path.resolve(values.out ?? `${path.basename(file, path.extname(file))}-classifier`);
    await mkdir(out, { recursive: true });
    const files = classifierFiles(classifier, report, path.basename(file));
    for (const [name, bytes] of files) await writeWhole(path.join(out, name), [bytes]);
    const output = trainClassifierOutput.parse({ ...report, files: [...files.keys()].map((name) => path.join(out, name)) });
    for (const warning of report.warnings) io.note(`!  ${warning}`);
    const rows = report.models.map(({ model, metrics }) => `  ${model.padEnd(13)} ${Object.entries(metrics).map(([name, value]) => `${name} ${figure(value)}`).join("  ")}`);
    io.out(values.json ? JSON.stringify(output) : [`${report.n.train} labelled texts, ${report.n.test} of them tested unseen; kept: ${report.model}`, ...rows, `calibration slope ${report.calibration.slope.toFixed(2)}`, `written to ${out}`].join("\n"));
    return 0;
  },
};

function drawn(data: LabelledTexts, limit: number, seed: number): LabelledTexts {
  if (limit === 0 || data.texts.length <= limit) return data;
  const rows = shuffled(data.texts.map((_, row) => row), createRng(seed)).slice(0, limit);
  return { ...data, texts: rows.map((row) => data.texts[row] ?? ""), targets: rows.map((row) => data.targets[row] ?? 0), warnings: [...data.warnings, `${limit} of ${data.texts.length} texts were drawn; --limit 0 takes all.`] };
}
