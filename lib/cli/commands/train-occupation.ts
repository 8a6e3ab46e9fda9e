/** @file `cadre train occupation`: trains the occupation classifier on even ids and measures it on odd ones, never seen. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { trainOccupationOutput } from "../../contracts/taggers";
import { AppError } from "../../core/errors";
import { reliabilityOf, type Reliability } from "../../people/occupation/calibration";
import { decodeOccupation, encodeOccupation } from "../../people/occupation/occupation-file";
import { guessOccupation, LEAST_CONFIDENCE, OCCUPATION_FILE } from "../../people/occupation/open-occupation";
import { readResumes, type FiledResume } from "../../people/occupation/read-resumes";
import { softmax } from "../../people/occupation/softmax-regression";
import { trainOccupation, type OccupationModel } from "../../people/occupation/train-occupation";
import { OCCUPATION_CATEGORIES } from "../../people/occupation/types";
import { parseCommand, required, type Command } from "../command";

export const command: Command = {
  name: "train occupation",
  usage: `cadre train occupation --resumes <jsonl[.gz]> --out <dir> [--json]
Softmax regression on words and pairs of words: which of ${OCCUPATION_CATEGORIES.length} fields of work a résumé belongs to. About a minute.
Trains on even ids only (five folds of them set the temperature of the confidences); odd ids measure it.
  --resumes <file>   one object per line: id, category, text
  --out <dir>        gets ${OCCUPATION_FILE}
  --json             {"trained","temperature","heldOut","odd","threshold","file","bytes"}`,
  async run(args, io) {
    const text = { type: "string" } as const;
    const { values } = parseCommand(args, { resumes: text, out: text, json: { type: "boolean" } });
    const out = path.resolve(required(values.out, "out"));
    const resumes = readResumes(await readText(required(values.resumes, "resumes")));
    const even = resumes.filter(({ id }) => id % 2 === 0);
    if (even.length < 100) throw new AppError("eval/bad-input", `${even.length} résumés with an even id are too few to learn ${OCCUPATION_CATEGORIES.length} categories from.`);
    const { model, heldOut } = trainOccupation(even);
    const bytes = encodeOccupation(model);
    const file = path.join(out, OCCUPATION_FILE);
    await mkdir(out, { recursive: true });
    await writeFile(file, bytes);
    const folds = heldOut.map(({ scores, target }) => {
      const probabilities = softmax(scores, model.temperature);
      const confidence = Math.max(...probabilities);
      return { confidence, right: probabilities.indexOf(confidence) === target };
    });
    const odd = measure(decodeOccupation(bytes), resumes.filter(({ id }) => id % 2 !== 0));
    const output = trainOccupationOutput.parse({ trained: even.length, temperature: model.temperature, heldOut: reliabilityOf(folds, LEAST_CONFIDENCE), odd, threshold: LEAST_CONFIDENCE, file, bytes: bytes.length });
    const row = (name: string, { accuracy, ece, coverage, accuracyCovered }: Reliability): string => `${name}: accuracy ${accuracy.toFixed(3)}, calibration error ${ece.toFixed(3)}, told ${coverage.toFixed(3)} of them with accuracy ${accuracyCovered.toFixed(3)}`;
    io.out(values.json ? JSON.stringify(output) : [`${file} (${(bytes.length / 1e6).toFixed(2)} MB) from ${even.length} résumés`, row("folds", output.heldOut), ...(output.odd === null ? [] : [row("odd ids", output.odd)])].join("\n"));
    return 0;
  },
};

/** With the weights as stored; null where there are no odd ids. A résumé with too few words counts as a wrong guess of no confidence. */
function measure(model: OccupationModel, odd: readonly FiledResume[]): Reliability | null {
  if (odd.length === 0) return null;
  const guesses = odd.map(({ text, target }) => {
    const guess = guessOccupation(model, text);
    return { confidence: guess?.confidence ?? 0, right: guess !== null && OCCUPATION_CATEGORIES[target] === guess.category };
  });
  return reliabilityOf(guesses, LEAST_CONFIDENCE);
}

async function readText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new AppError("eval/bad-input", `${file} cannot be read.`, { cause });
  });
  return file.endsWith(".gz") ? gunzipSync(bytes).toString("utf8") : bytes.toString("utf8");
}
