/**
 * @file The general set's candidates, kept between runs: embedding a thousand questions takes half a minute, and gives the
 * same for the same encoder. Made of the demo company's texts, which ship with Cadre; nothing of this company's is in it.
 */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import v8 from "node:v8";
import { CHUNK } from "../../config/defaults";
import { projectRoot } from "../../config/paths";
import type { Encoder } from "../../core/encoder";
import { sha256 } from "../../core/hash";
import { readGeneralSet, type GeneralQuestion, type GeneralSources } from "../../improvement/gate/general-set";

/** Raised when the set or its form changes. */
const FORM = 2;

/** The files of the general set. */
export function generalSources(): GeneralSources {
  const seed = path.join(projectRoot(), "db", "seed");
  return {
    folders: [{ folder: path.join(seed, "policies"), kind: "policy" }, { folder: path.join(seed, "policies", "zh"), kind: "policy" }],
    questions: [path.join(seed, "questions", "policies.jsonl")],
  };
}

/** @param options.cacheDir null: an encoder that is being judged is not met again; nothing is kept @throws whatever reading the shipped files throws */
export async function readGeneral({ encoder, cacheDir, onProgress }: { encoder: Encoder; cacheDir: string | null; onProgress: (done: number, total: number) => void }): Promise<GeneralQuestion[]> {
  if (cacheDir === null) return readGeneralSet(generalSources(), { encoder, maxTokens: CHUNK.maxTokens });
  const questions = await readFile(generalSources().questions[0] ?? "", "utf8");
  const file = path.join(cacheDir, `general-${FORM}-${encoder.version}-${sha256(questions).slice(0, 12)}.bin`);
  const kept = await readKept(file);
  if (kept) return kept;
  onProgress(0, 1);
  const made = await readGeneralSet(generalSources(), { encoder, maxTokens: CHUNK.maxTokens });
  onProgress(1, 1);
  await mkdir(cacheDir, { recursive: true });
  const part = `${file}.${process.pid}.part`;
  await writeFile(part, v8.serialize(made));
  await rename(part, file);
  return made;
}

/** Null where there is none, or it cannot be read: then it is made anew. */
async function readKept(file: string): Promise<GeneralQuestion[] | null> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  try {
    return v8.deserialize(bytes) as GeneralQuestion[];
  } catch (error) {
    process.stderr.write(`general set: the kept copy is damaged and made anew (${error instanceof Error ? error.message : "unknown"})\n`);
    return null;
  }
}
