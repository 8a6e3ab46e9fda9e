/**
 * @file Our own sentences (meanings/*.txt, written for this): one item a line, its fields between bars. The start of a
 * file's name says what the fields are; each item gives translations, other wordings of the same, and near misses, which
 * share its words and mean something else, as the negatives of what they nearly are.
 */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { AppError } from "../../../core/errors";
import { HAN } from "../../../core/language";
import type { Pair } from "../types";

type Fields = readonly string[];

/** By the start of a file's name: how many fields a line has, half of them English, then the same in Chinese; what pairs they make. */
const KINDS: Readonly<Record<string, { readonly fields: number; readonly pairs: (fields: Fields) => Pair[] }>> = {
  wordings: { fields: 4, pairs: ([en, other, zh, otherZh]) => [...crossed("own-short", [[en, zh], [other, otherZh], [en, otherZh], [other, zh]]), ...same("own-paraphrase", [[en, other], [zh, otherZh]])] },
  contrasts: { fields: 4, pairs: ([en, near, zh, nearZh]) => crossed("own-short", [[en, zh, nearZh], [near, nearZh, zh]]) },
  triples: {
    fields: 6,
    pairs: ([en, other, near, zh, otherZh, nearZh]) => [
      ...crossed("own-long", [[en, zh, nearZh], [other, otherZh, nearZh], [near, nearZh, zh]]),
      ...same("own-paraphrase", [[en, other, near], [zh, otherZh, nearZh]]),
    ],
  },
  guidance: {
    fields: 6,
    pairs: ([question, answer, near, zh, answerZh, nearZh]) => [
      ...same("own-guidance", [[question, answer, near], [zh, answerZh, nearZh]]),
      ...crossed("own-guidance", [[question, answerZh, nearZh], [zh, answer, near]]),
      ...crossed("own-long", [[question, zh], [answer, answerZh, nearZh], [near, nearZh, answerZh]]),
    ],
  },
  phrases: { fields: 4, pairs: ([en, other, zh, otherZh]) => [...crossed("own-phrase", [[en, zh], [other, otherZh]]), ...same("own-phrase", [[en, other], [zh, otherZh]])] },
};

/** Sources "own-short", "own-long", "own-phrase" (mostly translations), "own-paraphrase", "own-guidance". @throws AppError "eval/bad-input" naming file and line */
export async function readMeanings(folder: string): Promise<Pair[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".txt")).sort();
  const perFile = await Promise.all(files.map(async (name) => parseMeanings(await readFile(path.join(folder, name), "utf8"), path.join(folder, name))));
  return perFile.flat();
}

/** @param file whose name says the kind. @throws AppError "eval/bad-input" naming file and line */
export function parseMeanings(text: string, file: string): Pair[] {
  const kind = KINDS[path.basename(file).split(/[-.]/)[0] ?? ""];
  if (!kind) throw new AppError("eval/bad-input", `${file}: the name must begin with one of ${Object.keys(KINDS).join(", ")}.`);
  return text.split("\n").flatMap((line, i): Pair[] => {
    if (line.trim() === "") return [];
    const fields = line.split(" | ").map((field) => field.trim());
    const isRight = fields.length === kind.fields && fields.every((field, at) => field !== "" && (at < kind.fields / 2 || HAN.test(field)));
    if (!isRight) throw new AppError("eval/bad-input", `${file}:${i + 1} needs ${kind.fields} fields between bars, the second half of them Chinese.`);
    return kind.pairs(fields);
  });
}

type Row = readonly (string | undefined)[];

/** A language each: query, passage, what the passage nearly is. */
function crossed(source: string, rows: readonly Row[]): Pair[] {
  return rows.map((row) => pair(source, "x", row));
}

/** Both in one language. */
function same(source: string, rows: readonly Row[]): Pair[] {
  return rows.map((row) => pair(source, HAN.test(row[1] ?? "") ? "zh" : "en", row));
}

function pair(source: string, language: Pair["language"], [query = "", passage = "", ...negatives]: Row): Pair {
  return { source, language, query, passage, group: passage, negatives: negatives.filter((one) => one !== undefined) };
}
