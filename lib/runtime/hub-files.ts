/**
 * @file The small files of a hub folder: JSON read with errors that name the file, and how a sentence encoder pools.
 */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "../core/errors";

export type Json = Record<string, unknown>;
export type Pooling = "mean" | "cls";

/** Encoders whose cards ask for the [CLS] vector; asked only where the folder has no pooling file. */
const CLS_FAMILIES = /(^|[^a-z])(bge|mxbai|arctic-embed)([^a-z]|$)/i;

/** @throws AppError "model/not-found" or "model/unsupported" naming the file */
export async function readJson(file: string): Promise<Json> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (cause) {
    throw new AppError("model/not-found", `Cannot read ${file}; an encoder folder needs it.`, { cause });
  }
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return value as Json;
  } catch (cause) {
    throw new AppError("model/unsupported", `${file} is not valid JSON; download or copy it again.`, { cause });
  }
  throw new AppError("model/unsupported", `${file} must hold a JSON object or array.`);
}

/** From modules.json and the pooling config it names. The Normalize module needs no reading: our vectors are always unit. */
export async function readPooling(path: string, name: string): Promise<Pooling> {
  const modulesFile = join(path, "modules.json");
  const modules: Json[] = existsSync(modulesFile) ? Object.values((await readJson(modulesFile)) as Record<string, Json>) : [];
  const types = modules.map((module) => String(module["type"]).split(".").at(-1));
  const foreign = types.find((type) => !["Transformer", "Pooling", "Normalize"].includes(type ?? ""));
  if (foreign !== undefined) {
    throw new AppError("model/unsupported", `${modulesFile} has a ${foreign} module; only Transformer, Pooling and Normalize can be run.`);
  }
  const listed = modules[types.indexOf("Pooling")]?.["path"];
  const poolingFile = join(path, typeof listed === "string" ? listed : "1_Pooling", "config.json");
  if (!existsSync(poolingFile)) return CLS_FAMILIES.test(name) ? "cls" : "mean";
  const pooling = await readJson(poolingFile);
  const modes = Object.keys(pooling).filter((key) => key.startsWith("pooling_mode_") && pooling[key] === true);
  if (modes.length === 1 && modes[0] === "pooling_mode_mean_tokens") return "mean";
  if (modes.length === 1 && modes[0] === "pooling_mode_cls_token") return "cls";
  throw new AppError("model/unsupported", `${poolingFile} asks for ${modes.join(" + ") || "no pooling"}; only mean or cls can be run.`);
}
