/**
 * @file What the evaluating commands share: opening the encoder they are told, reading their file, telling progress.
 */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { env } from "../config/env";
import { dataPaths } from "../config/paths";
import { AppError } from "../core/errors";
import { RANKING_FILE, readRankingFolder } from "../improvement/registry/ranking-folder";
import { checkLearned, type LearnedRanking } from "../knowledge/retrieval/learned-ranking";
import { createEncoder, type LocalEncoder } from "../runtime/encoder";
import { UsageError, type CommandIo } from "./command";

/** An encoder, with what `cadre train encoder` learned on it where its folder was given. */
export interface EvalEncoder extends LocalEncoder {
  readonly learned: LearnedRanking | null;
}

/**
 * `--encoder` or CADRE_ENCODER, on CADRE_DEVICE. A folder with a learned ranking opens the encoder that it names.
 *
 * @throws UsageError for an unknown precision; AppError "registry/unusable" when ranking and encoder do not belong together
 */
export async function openEvalEncoder(options: { encoder?: string; precision?: string }): Promise<EvalEncoder> {
  const { encoder: model } = options;
  if (model === undefined || !existsSync(path.join(model, RANKING_FILE))) return { ...(await openLocal(options)), learned: null };
  const { ranking, base } = await readRankingFolder(model);
  const encoder = await openLocal({ ...options, ...(base === null ? { encoder: undefined } : { encoder: base }) });
  return { ...encoder, learned: checkLearned(ranking, encoder) };
}

function openLocal(options: { encoder?: string | undefined; precision?: string }): Promise<LocalEncoder> {
  const { device, encoder, dataDir } = env();
  const precision = options.precision ?? "fp32";
  if (precision !== "fp32" && precision !== "int8") throw new UsageError(`--precision must be fp32 or int8, got "${precision}"`);
  const cacheDir = path.join(dataPaths(dataDir).root, "models");
  return createEncoder({ model: options.encoder ?? encoder, device, cacheDir, precision });
}

/** @throws AppError "eval/bad-input" naming the path */
export async function readEvalFile(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new AppError("eval/bad-input", `Cannot read ${path.resolve(file)}. Check the path.`, { cause });
  }
}

/** A note on stderr at each tenth of the work. */
export function progressNote(io: CommandIo, total: number): (done: number) => void {
  let told = 0;
  return (done) => {
    const tenth = Math.floor((10 * done) / Math.max(total, 1));
    if (tenth > told) io.note(`embedded ${done} of ${total} sentences`);
    told = Math.max(told, tenth);
  };
}
