/**
 * @file The general questions that ship with the product, for the gate: the demo company's documents and the questions
 * written about them.
 */
import path from "node:path";
import { CHUNK } from "../config/defaults";
import { projectRoot } from "../config/paths";
import type { Encoder } from "../core/encoder";
import { readGeneralSet, type GeneralQuestion } from "../improvement/gate/general-set";

/** Embeds some 400 passages and 1,000 questions: seconds. */
export function openGeneralSet(encoder: Encoder, signal?: AbortSignal): Promise<GeneralQuestion[]> {
  const root = projectRoot();
  const seed = path.join(root, "db/seed");
  const sources = {
    folders: [{ folder: path.join(seed, "policies"), kind: "policy" }, { folder: path.join(seed, "openings"), kind: "job" }] as const,
    questions: [path.join(seed, "questions/policies.jsonl"), path.join(root, "lib/bench/tuning/sets/demo-more.jsonl")],
  };
  return readGeneralSet(sources, { encoder, maxTokens: CHUNK.maxTokens, ...(signal ? { signal } : {}) });
}
