/**
 * @file Protected texts: what must never be trained on (the clef handbook, the labour statutes, held-out paragraphs).
 * A passage is refused when it is one of them, or shares a long sentence with one. Compares letters and digits only.
 */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { AppError } from "../../../core/errors";
import { HAN } from "../../../core/language";

/** Folders below the shared data folder. */
export const NEVER_TRAIN = ["policies/clef", "policies/labour-law-zh"] as const;

/** Letters and digits a sentence needs to count as a text's own: shorter ones are stock phrases. */
const OWN_SENTENCE = { han: 20, latin: 60 };

/** Rough, but the same on both sides, and a quarter of a million passages go through it. */
const SENTENCE_END = /[。！？!?；;]|\.\s/u;

export interface ProtectedTexts {
  /** Number of lines and sentences remembered. */
  readonly size: number;
  /** True when the text is protected or holds a protected sentence. */
  refuses(text: string): boolean;
}

/** @param texts whole documents; each line and each long sentence of them is protected */
export function protectTexts(texts: Iterable<string>): ProtectedTexts {
  const known = new Set<string>();
  for (const text of texts) for (const part of ownParts(text)) known.add(part);
  return { size: known.size, refuses: (text) => ownParts(text).some((part) => known.has(part)) };
}

/**
 * @param data the shared data folder
 * @param more texts protected besides (held-out paragraphs)
 * @throws AppError "eval/bad-input" when a folder is missing or empty: training without the guard is refused
 */
export async function readProtectedTexts(data: string, more: readonly string[] = []): Promise<ProtectedTexts> {
  const texts = [...more];
  for (const folder of NEVER_TRAIN) {
    const found = await readFolder(path.join(data, folder));
    if (found.length === 0) throw new AppError("eval/bad-input", `${folder} has no text below ${data}: without it nothing can check that it is not trained on.`);
    texts.push(...found);
  }
  return protectTexts(texts);
}

async function readFolder(folder: string): Promise<string[]> {
  try {
    const files = await readdir(folder, { recursive: true, encoding: "utf8" });
    return await Promise.all(files.filter((file) => /\.(md|txt)$/.test(file)).sort().map((file) => readFile(path.join(folder, file), "utf8")));
  } catch (cause) {
    throw new AppError("eval/bad-input", `Cannot read ${folder}, whose texts must be kept out of training. --data must be the shared data folder.`, { cause });
  }
}

/** Lines and sentences long enough to be nobody else's, reduced to letters and digits. */
function ownParts(text: string): string[] {
  const lines = text.split("\n");
  return [...lines, ...lines.flatMap((line) => line.split(SENTENCE_END))].map(reduce).filter((part) => part.length >= (HAN.test(part) ? OWN_SENTENCE.han : OWN_SENTENCE.latin));
}

/** Article numbers go first: the same article is printed with and without them. */
function reduce(text: string): string {
  return text.replace(/^[\s#>*-]*第[一二三四五六七八九十百千零〇\d]+条/u, "").replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();
}
