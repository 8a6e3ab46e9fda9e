/**
 * @file Tuning questions about the public CivicActions handbook (CC BY 4.0). The repository keeps only our own
 * questions and offsets; quotes and answers are cut from the handbook folder given here. It does not tune anything.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type EvalQuestion, evalQuestion } from "../../contracts/cli";
import { AppError } from "../../core/errors";
import { sha256 } from "../../core/hash";

const offset = z.number().int().nonnegative();
const common = { id: z.string(), question: z.string().min(1), also: z.array(z.string()), style: z.string() };
const split = z.enum(["a", "b"]);
/** Offsets are UTF-16 units into the raw file; sha256 is the first 16 hex digits of the raw file's hash. */
const answerable = z.strictObject({
  ...common,
  split,
  answerable: z.literal(true),
  document: z.string(),
  quoteStart: offset,
  quoteEnd: offset,
  answers: z.array(z.tuple([offset, offset])).min(1),
  sha256: z.string().length(16),
});
const unanswerable = z.object({ ...common, split, answerable: z.literal(false) });
const line = z.discriminatedUnion("answerable", [answerable, unanswerable]);
export type CivicQuestion = EvalQuestion & { split: z.infer<typeof split> };

function readUnchanged(folder: string, row: z.infer<typeof answerable>): string {
  const context = { id: row.id, document: row.document };
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(folder, row.document));
  } catch (cause) {
    const message = `cannot read ${row.document} in ${folder}: give the handbook's root (it holds docs/)`;
    throw new AppError("eval/bad-input", message, { context, cause });
  }
  const found = sha256(bytes).slice(0, 16);
  if (found === row.sha256) return bytes.toString("utf8");
  const message = `${row.document} changed (sha256 ${found}, expected ${row.sha256}): use the original handbook copy`;
  throw new AppError("eval/bad-input", message, { context });
}

/** @param folder the handbook's root @throws AppError eval/bad-input when a handbook file is missing or changed */
export function loadCivicActions(folder: string): CivicQuestion[] {
  const lines = readFileSync(join(import.meta.dirname, "civicactions.jsonl"), "utf8")
    .trimEnd()
    .split("\n");
  return lines.map((json): CivicQuestion => {
    const row = line.parse(JSON.parse(json));
    if (!row.answerable) return { ...evalQuestion.parse(row), split: row.split };
    const text = readUnchanged(folder, row);
    const answers = row.answers.map(([start, end]) => text.slice(start, end));
    const quote = text.slice(row.quoteStart, row.quoteEnd);
    return { ...evalQuestion.parse({ ...row, quote, answers }), split: row.split };
  });
}
