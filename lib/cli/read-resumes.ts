/**
 * @file Résumés for commands: a folder of files or lines of JSON {id,text} → documents one after the other, so that a
 * large pool fits in memory. A file that cannot be read is named and the others go on.
 */
import { readFile, readdir, stat } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { AppError, toAppError } from "../core/errors";
import { extractDocument } from "../knowledge/extract/extract-document";
import type { ExtractedDocument } from "../knowledge/types";
import { readPlainResume } from "../people/match/plain-resume";
import { parseJsonLines } from "./json-lines";

export type ReadResume = { readonly id: string; readonly document: ExtractedDocument } | { readonly id: string; readonly failed: AppError };

const line = z.object({ id: z.union([z.string().min(1), z.number()]).transform(String), text: z.string() });

/** @param place a folder, or a .jsonl file. @throws AppError "eval/bad-input" naming the path or the line */
export async function* readResumes(place: string): AsyncGenerator<ReadResume> {
  const info = await stat(place).catch(() => null);
  if (!info) throw new AppError("eval/bad-input", `There is no file or folder ${path.resolve(place)}.`);
  if (!info.isDirectory()) {
    for (const { id, text } of parseJsonLines(await readFile(place, "utf8"), line, place)) yield { id, document: await readPlainResume(text) };
    return;
  }
  const names = (await readdir(place, { recursive: true })).filter((name) => !name.split(path.sep).some((part) => part.startsWith("."))).sort();
  for (const name of names) {
    const file = path.join(place, name);
    if (!(await stat(file)).isFile()) continue;
    const id = name.split(path.sep).join("/");
    try {
      yield { id, document: await extractDocument(new Uint8Array(await readFile(file)), name) };
    } catch (thrown) {
      yield { id, failed: toAppError(thrown) };
    }
  }
}
