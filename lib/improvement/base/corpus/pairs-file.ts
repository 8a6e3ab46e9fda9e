/**
 * @file Reads corpora/pairs*.jsonl.gz into pairs. Which sources are taken, and how many of each, the recipe says.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { AppError } from "../../../core/errors";
import type { Pair } from "../types";
import { pairLine } from "./formats";

const FILES = ["pairs.jsonl.gz", "pairs-more.jsonl.gz"];

/**
 * All pairs of both files. `source` is the file's own name for it; the passage's group is the passage itself, for the
 * files do not say which document it is from.
 *
 * @throws AppError "eval/bad-input" naming file and line
 */
export async function readPairsFiles(data: string): Promise<Pair[]> {
  const perFile = await Promise.all(FILES.map((name) => readPairs(path.join(data, "corpora", name))));
  return perFile.flat();
}

async function readPairs(file: string): Promise<Pair[]> {
  let text: string;
  try {
    text = (await promisify(gunzip)(await readFile(file))).toString("utf8");
  } catch (cause) {
    throw new AppError("eval/bad-input", `Cannot read ${file}. --data must be the shared data folder; it holds corpora/.`, { cause });
  }
  return text.split("\n").flatMap((line, i) => (line === "" ? [] : [parseLine(line, `${file}:${i + 1}`)]));
}

function parseLine(line: string, where: string): Pair {
  try {
    const { q, p, s, l } = pairLine.parse(JSON.parse(line));
    const passage = p.trim();
    return { source: s, language: l, query: q.trim(), passage, group: passage };
  } catch (cause) {
    throw new AppError("eval/bad-input", `${where} is not a pair: it needs q, p, s and l.`, { cause });
  }
}
