/**
 * @file Passage sets: the two held-out sets on which an encoder alone is judged (issue 4): ConditionalQA dev and
 * CMRC 2018 dev from paragraph 601 on. They only report: nothing of them is trained on, and no setting is chosen by them.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { AppError } from "../../../core/errors";
import { CMRC_TRAINABLE_PARAGRAPHS, cmrcFile, conditionalQaFile, stripMarkup, type CmrcParagraph } from "../corpus/formats";

export const PASSAGE_SETS = ["conditionalqa", "cmrc"] as const;
export type PassageSetName = (typeof PASSAGE_SETS)[number];

export interface PassageQuestion {
  readonly id: string;
  readonly text: string;
  /** Positions in `passages` that answer it; at least one. */
  readonly right: ReadonlySet<number>;
}

export interface PassageSet {
  readonly name: string;
  readonly passages: readonly string[];
  readonly questions: readonly PassageQuestion[];
}

/** @param data the shared data folder (holds retrieval/) @throws AppError "eval/bad-input" naming the file */
export async function readPassageSet(name: PassageSetName, data: string): Promise<PassageSet> {
  const folder = path.join(data, "retrieval");
  return name === "cmrc" ? readCmrcDev(folder) : readConditionalQaDev(folder);
}

/** Scenario and question together are the query; every evidence line of both parts, tags removed, is a passage. */
async function readConditionalQaDev(folder: string): Promise<PassageSet> {
  const train = conditionalQaFile.parse(await readJson(path.join(folder, "conditionalqa.train.json")));
  const dev = conditionalQaFile.parse(await readJson(path.join(folder, "conditionalqa.dev.json")));
  const passages = [...new Set([...train, ...dev].flatMap((row) => row.evidences.map(stripMarkup)))];
  const at = new Map(passages.map((text, i) => [text, i]));
  const questions = dev.filter((row) => row.evidences.length > 0).map((row) => ({
    id: row.id,
    text: `${row.scenario} ${row.question}`,
    right: new Set(row.evidences.map((evidence) => at.get(stripMarkup(evidence)) ?? -1)),
  }));
  return { name: "conditionalqa", passages, questions };
}

/** Every paragraph of dev is a passage; asked are only the questions on paragraphs that may not train. */
async function readCmrcDev(folder: string): Promise<PassageSet> {
  const file = cmrcFile.parse(await readJson(path.join(folder, "cmrc2018.cmrc2018_dev.json")));
  const paragraphs: CmrcParagraph[] = file.data.flatMap((entry) => entry.paragraphs);
  const questions = paragraphs.flatMap(({ qas }, i) =>
    i < CMRC_TRAINABLE_PARAGRAPHS ? [] : qas.map((qa) => ({ id: qa.id, text: qa.question, right: new Set([i]) })),
  );
  return { name: "cmrc", passages: paragraphs.map((paragraph) => paragraph.context), questions };
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (cause) {
    throw new AppError("eval/bad-input", `Cannot read ${file}. --data must be the shared data folder; it holds retrieval/.`, { cause });
  }
}
