/**
 * @file Labelled Chinese sentences: one character and its tag per line ("高 B-NAME"), a blank line between sentences.
 */
import { AppError } from "../../../core/errors";
import { createTagSet, spansOfPath, type TagSet, type UnitSpan } from "../tag-set";
import { RESUME_LABELS } from "../types";

export interface LabelledSentence {
  readonly units: readonly string[];
  /** Indexes into the tag set. */
  readonly path: Uint8Array;
  readonly spans: readonly UnitSpan[];
}

export const RESUME_TAGS: TagSet = createTagSet(RESUME_LABELS);

/** @throws AppError "eval/bad-input" naming the line */
export function readBmes(text: string): LabelledSentence[] {
  const sentences: LabelledSentence[] = [];
  let units: string[] = [];
  let path: number[] = [];
  const close = (): void => {
    if (units.length > 0) sentences.push({ units, path: Uint8Array.from(path), spans: spansOfPath(RESUME_TAGS, path) });
    [units, path] = [[], []];
  };
  text.split("\n").forEach((raw, at) => {
    const line = raw.trim();
    if (line === "") return close();
    const [unit = "", tag = "", ...rest] = line.split(/\s+/);
    const index = RESUME_TAGS.tags.indexOf(tag);
    if (index < 0 || rest.length > 0) throw new AppError("eval/bad-input", `Line ${at + 1}: expected one character, a space and one of O, B-, M-, E-, S- with ${RESUME_LABELS.join(", ")}.`);
    units.push(unit);
    path.push(index);
  });
  close();
  if (sentences.length === 0) throw new AppError("eval/bad-input", "The file holds no labelled sentence.");
  return sentences;
}
