/**
 * @file The files of the two taggers, read and written. Chinese: chain.bin, gazetteer.bin. English: clusters.bin and for
 * skill and knowledge each <part>.bin and <part>-phrases.bin. The cards beside them are written by hand.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { AppError } from "../../core/errors";
import { decodeChain, encodeChain } from "./chain/chain-file";
import type { ChineseModel } from "./chinese/chinese-tagger";
import type { EnglishModel, EnglishPart } from "./english/english-tagger";
import { decodeHashTable, encodeHashTable } from "./hash-table-file";

export const CHINESE_TAGGER = "tagger-zh";
export const ENGLISH_TAGGER = "tagger-en-skills";

/** Weights nearer to zero are not stored: half the bytes for a tenth or two of a point of F1 on dev (README). */
const THRESHOLD = { chinese: 0.05, english: 0.08 } as const;

/** Byte for byte what the files hold, by name. */
export type TaggerFiles = Readonly<Record<string, Uint8Array>>;

export function chineseFiles({ chain, gazetteer }: ChineseModel): TaggerFiles {
  const table = new Map([...gazetteer].map(([hash, label]) => [hash, [label]]));
  return { "chain.bin": encodeChain(chain, THRESHOLD.chinese), "gazetteer.bin": encodeHashTable(table, 1) };
}

export function englishFiles({ clusters, parts }: EnglishModel): TaggerFiles {
  const width = [...clusters.values()][0]?.length ?? 0;
  const set = (part: EnglishPart): Uint8Array => encodeHashTable(new Map([...parts[part].known].map((hash) => [hash, []])), 0);
  return {
    "clusters.bin": encodeHashTable(clusters, width),
    "skill.bin": encodeChain(parts.skill.chain, THRESHOLD.english),
    "skill-phrases.bin": set("skill"),
    "knowledge.bin": encodeChain(parts.knowledge.chain, THRESHOLD.english),
    "knowledge-phrases.bin": set("knowledge"),
  };
}

export function readChinese(files: TaggerFiles): ChineseModel {
  const gazetteer = new Map([...decodeHashTable(file(files, "gazetteer.bin"))].map(([hash, [label = 0]]) => [hash, label]));
  return { chain: decodeChain(file(files, "chain.bin")), gazetteer };
}

export function readEnglish(files: TaggerFiles): EnglishModel {
  const part = (name: EnglishPart): EnglishModel["parts"][EnglishPart] => ({
    chain: decodeChain(file(files, `${name}.bin`)),
    known: new Set(decodeHashTable(file(files, `${name}-phrases.bin`)).keys()),
  });
  return { clusters: decodeHashTable(file(files, "clusters.bin")), parts: { skill: part("skill"), knowledge: part("knowledge") } };
}

function file(files: TaggerFiles, name: string): Uint8Array {
  const bytes = files[name];
  if (bytes === undefined) throw new AppError("model/not-found", `The tagger lacks its file ${name}.`);
  return bytes;
}

const NAMES = {
  [CHINESE_TAGGER]: ["chain.bin", "gazetteer.bin"],
  [ENGLISH_TAGGER]: ["clusters.bin", "skill.bin", "skill-phrases.bin", "knowledge.bin", "knowledge-phrases.bin"],
} as const;

/** @throws AppError "model/not-found" naming the file */
export async function loadFiles(folder: string, tagger: keyof typeof NAMES): Promise<TaggerFiles> {
  const entries = NAMES[tagger].map(async (name) => {
    const where = path.join(/* turbopackIgnore: true */ folder, name);
    const bytes = await readFile(/* turbopackIgnore: true */ where).catch((cause: unknown) => {
      throw new AppError("model/not-found", `The tagger's file ${where} cannot be read. Restore it from the repository, or train it: cadre train tagger --help.`, { cause });
    });
    return [name, new Uint8Array(bytes)] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

export async function saveFiles(folder: string, files: TaggerFiles): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const written = Object.entries(files).map(async ([name, bytes]) => {
    const where = path.join(folder, name);
    await writeFile(where, bytes);
    return where;
  });
  return Promise.all(written);
}
