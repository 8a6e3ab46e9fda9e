/**
 * @file Our own translations (translations/*.jsonl, written for this): words, collocations and sentences in English and
 * Chinese, for the bridge between the languages. Sources "own-sentence" and "own-word" (words and collocations).
 */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { AppError } from "../../../core/errors";
import type { Pair } from "../types";

const translation = z.strictObject({ en: z.string().min(1), zh: z.string().min(1), k: z.enum(["word", "phrase", "sentence"]) });

/** @throws AppError "eval/bad-input" naming file and line */
export async function readTranslations(folder: string): Promise<Pair[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".jsonl")).sort();
  const perFile = await Promise.all(files.map(async (name) => parse(await readFile(path.join(folder, name), "utf8"), path.join(folder, name))));
  return perFile.flat();
}

function parse(text: string, file: string): Pair[] {
  return text.split("\n").flatMap((line, i): Pair[] => {
    if (line.trim() === "") return [];
    try {
      const { en, zh, k } = translation.parse(JSON.parse(line));
      return [{ source: k === "sentence" ? "own-sentence" : "own-word", language: "x", query: en.trim(), passage: zh.trim(), group: zh.trim() }];
    } catch (cause) {
      throw new AppError("eval/bad-input", `${file}:${i + 1} is not a translation: it needs en, zh and k (word, phrase or sentence).`, { cause });
    }
  });
}
