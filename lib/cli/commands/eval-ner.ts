/** @file `cadre eval ner`: the Chinese résumé tagger on labelled sentences; strict precision, recall and F1 of entities. */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { projectRoot } from "../../config/paths";
import { evalNerDetail, evalNerOutput } from "../../contracts/taggers";
import { sha256 } from "../../core/hash";
import { tagChinese } from "../../people/tag/chinese/chinese-tagger";
import { readBmes } from "../../people/tag/chinese/read-bmes";
import { scoreByLabel, scoreSpans, type SpanScores } from "../../people/tag/score-spans";
import { CHINESE_TAGGER, loadFiles, readChinese } from "../../people/tag/tagger-files";
import { parseCommand, required, type Command } from "../command";
import { readEvalFile } from "../eval-encoder";

export const command: Command = {
  name: "eval ner",
  usage: `cadre eval ner --bmes <file> [--model <dir>] [--details <jsonl>] [--json]
Entities of Chinese résumés: names, organisations, titles, degrees … A span counts when start, end and label are right.
  --bmes <file>      one character and its tag (O, B-, M-, E-, S- and a label) per line, blank lines between sentences
  --model <dir>      a folder written by cadre train tagger; default models/${CHINESE_TAGGER}
  --details <file>   one line per sentence: {"spans":[{"start","end","label"}]}, in the order of the file
  --json             {"precision","recall","f1","sentences","version","labels"}`,
  async run(args, io) {
    const text = { type: "string" } as const;
    const { values } = parseCommand(args, { bmes: text, model: text, details: text, json: { type: "boolean" } });
    const sentences = readBmes(await readEvalFile(required(values.bmes, "bmes")));
    const files = await loadFiles(values.model ?? path.join(projectRoot(), "models", CHINESE_TAGGER), CHINESE_TAGGER);
    const found = tagChinese(readChinese(files), sentences.map(({ units }) => units.join("")));
    if (values.details !== undefined) await writeFile(values.details, found.map((spans) => `${JSON.stringify(evalNerDetail.parse({ spans: spans.map(({ start, end, label }) => ({ start, end, label })) }))}\n`).join(""));
    const gold = sentences.map(({ spans }) => spans);
    const labels = Object.entries(scoreByLabel(gold, found)).map(([label, scores]) => [label, { ...ratios(scores), gold: scores.gold, found: scores.found }] as const);
    const version = sha256(Buffer.concat(Object.values(files))).slice(0, 12);
    const output = evalNerOutput.parse({ ...ratios(scoreSpans(gold, found)), sentences: sentences.length, version, labels: Object.fromEntries<unknown>(labels) });
    const row = ([label, { precision, recall, f1, gold: count }]: [string, { precision: number; recall: number; f1: number; gold: number }]): string => `${label.padEnd(6)} ${percent(precision)} ${percent(recall)} ${percent(f1)} ${String(count).padStart(6)}`;
    io.out(values.json ? JSON.stringify(output) : ["label       P      R     F1   gold", ...Object.entries(output.labels).map(row), row(["all", { ...output, gold: gold.flat().length }])].join("\n"));
    return 0;
  },
};

const ratios = ({ precision, recall, f1 }: SpanScores): { precision: number; recall: number; f1: number } => ({ precision, recall, f1 });
const percent = (share: number): string => (100 * share).toFixed(2).padStart(6);
