/**
 * @file Mined negatives kept in the run's folder, so that a resumed run does not mine again.
 */
import { readFile, writeFile } from "node:fs/promises";
import type { Pair } from "../types";

interface NegativesFile {
  readonly fingerprint: string;
  /** Distinct passages, and per pair their positions. */
  readonly passages: readonly string[];
  readonly negatives: readonly (readonly number[])[];
}

/** @param fingerprint of the pairs before mining, the encoder and the recipe */
export async function writeNegatives(file: string, fingerprint: string, pairs: readonly Pair[]): Promise<void> {
  const positions = new Map<string, number>();
  const positionOf = (text: string): number => {
    const known = positions.get(text) ?? positions.size;
    positions.set(text, known);
    return known;
  };
  const negatives = pairs.map((pair) => (pair.negatives ?? []).map(positionOf));
  await writeFile(file, JSON.stringify({ fingerprint, passages: [...positions.keys()], negatives } satisfies NegativesFile));
}

/** The pairs with their negatives, or null when the file is missing or of other pairs. */
export async function readNegatives(file: string, fingerprint: string, pairs: readonly Pair[]): Promise<Pair[] | null> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return null;
    throw cause;
  }
  const known = JSON.parse(text) as NegativesFile;
  if (known.fingerprint !== fingerprint || known.negatives.length !== pairs.length) return null;
  return pairs.map((pair, at) => ({ ...pair, negatives: (known.negatives[at] ?? []).map((position) => known.passages[position] ?? "") }));
}
