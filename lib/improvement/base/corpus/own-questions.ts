/**
 * @file Our own questions about corpus passages (questions/*.jsonl: passage hash and question, no text of others) joined
 * with the passages, which are found again by hash. What is not found is counted, never guessed.
 */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { AppError } from "../../../core/errors";
import { sha256 } from "../../../core/hash";
import { HAN } from "../../../core/language";
import type { Pair } from "../types";
import { ownQuestion, type OwnQuestion } from "./formats";

const ID_DIGITS = 12;

/** @returns first 12 hex digits of the SHA-256 of the trimmed passage: how questions name it */
export function passageId(passage: string): string {
  return sha256(passage.trim()).slice(0, ID_DIGITS);
}

/** @throws AppError "eval/bad-input" naming file and line */
export async function readOwnQuestions(folder: string): Promise<OwnQuestion[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".jsonl")).sort();
  const perFile = await Promise.all(files.map(async (name) => parse(await readFile(path.join(folder, name), "utf8"), path.join(folder, name))));
  return perFile.flat();
}

function parse(text: string, file: string): OwnQuestion[] {
  return text.split("\n").flatMap((line, i) => {
    if (line.trim() === "") return [];
    try {
      return [ownQuestion.parse(JSON.parse(line))];
    } catch (cause) {
      throw new AppError("eval/bad-input", `${file}:${i + 1} is not a question: it needs id (12 hex digits) and q.`, { cause });
    }
  });
}

/**
 * Sources: own-en, own-zh by the question's language, own-x when question and passage differ in language.
 *
 * @param corpus pairs whose passages the questions may be about, the best-described first
 * @returns the pairs, and how many questions named a passage that is not in the corpus
 */
export function ownPairs(questions: readonly OwnQuestion[], corpus: readonly Pair[]): { pairs: Pair[]; missing: number } {
  const wanted = new Set(questions.map((question) => question.id));
  const found = new Map<string, Pair>();
  for (const pair of corpus) {
    const id = passageId(pair.passage);
    if (wanted.has(id) && !found.has(id)) found.set(id, pair);
  }
  const pairs = questions.flatMap(({ id, q }): Pair[] => {
    const about = found.get(id);
    if (!about) return [];
    const language = HAN.test(q) ? "zh" : "en";
    const source = language === about.language ? `own-${language}` : "own-x";
    const heading = about.heading ?? headingOf(about);
    return [{ source, language, query: q.trim(), passage: about.passage, group: about.heading === undefined ? (heading ?? about.group) : about.group, ...(heading === undefined ? {} : { heading }) }];
  });
  return { pairs, missing: questions.length - pairs.length };
}

/** In the corpus files the query is what the passage stands under, except where it is a question. */
function headingOf(pair: Pair): string | undefined {
  return /^(cqa|policyqa|cmrc)/.test(pair.source) ? undefined : pair.query;
}
