/**
 * @file A learned ranking as a folder: ranking.json (numbers, documents) and ranking.safetensors (vectors). The manifest
 * is written last and names the vectors' hash: a folder with a readable manifest is whole.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { AppError } from "../../core/errors";
import { sha256 } from "../../core/hash";
import type { NamedTensor } from "../../engine/named-tensors";
import type { LearnedRanking } from "../../knowledge/retrieval/learned-ranking";
import { formatSafetensors, parseSafetensors } from "../../runtime/safetensors";
import { writeWhole } from "../../runtime/write-whole";

export const RANKING_FILE = "ranking.json";
const VECTORS_FILE = "ranking.safetensors";

const manifest = z.strictObject({
  format: z.literal("cadre-ranking/1"),
  version: z.string().min(1),
  encoderVersion: z.string().min(1),
  /** Folder or hub id of the encoder it was learned on, to open it from files alone. */
  base: z.string().nullable(),
  dimension: z.number().int().positive(),
  weights: z.strictObject({ dense: z.number().min(0).max(1), passageMemory: z.number(), documentMemory: z.number(), popularity: z.number(), coverage: z.number().default(0), kindred: z.number().default(0) }),
  familiarity: z.strictObject({ low: z.number(), high: z.number() }),
  adapterRank: z.number().int().positive().nullable(),
  memory: z.array(z.strictObject({ document: z.string().nullable(), relevance: z.number().min(-1).max(1) })),
  /** Left out by versions from before answers were calibrated. */
  answering: z.strictObject({ slope: z.number().positive(), shift: z.number() }).nullable().default(null),
  /** The centre lies with the vectors. */
  hasCentre: z.boolean().default(false),
  /** Left out by versions from before intent was learned; its direction lies with the vectors. */
  intent: z.strictObject({ bias: z.number() }).nullable().default(null),
  vectors: z.string().length(64),
});

/** @param base folder or hub id of the encoder; null where the reader knows it anyway */
export async function writeRankingFolder(folder: string, ranking: LearnedRanking, base: string | null): Promise<string[]> {
  const dimension = ranking.memory[0]?.query.length ?? (ranking.adapter ? ranking.adapter.down.length / ranking.adapter.rank : 1);
  const stacked = (rows: readonly Float32Array[]): NamedTensor => ({ dims: [rows.length, dimension], data: Float32Array.from(rows.flatMap((row) => [...row])) });
  const tensors = new Map<string, NamedTensor>([
    ["memory.queries", stacked(ranking.memory.map(({ query }) => query))],
    ["memory.passages", stacked(ranking.memory.map(({ passage }) => passage))],
    ...(ranking.centre ? ([["centre", { dims: [dimension], data: ranking.centre }]] as const) : []),
    ...(ranking.intent ? ([["intent.direction", { dims: [dimension], data: ranking.intent.direction }]] as const) : []),
    ...(ranking.adapter ? ([["adapter.down", { dims: [ranking.adapter.rank, dimension], data: ranking.adapter.down }], ["adapter.up", { dims: [dimension, ranking.adapter.rank], data: ranking.adapter.up }]] as const) : []),
  ]);
  const bytes = Buffer.concat(formatSafetensors(tensors, { dtype: "F32" }));
  const content: z.infer<typeof manifest> = {
    format: "cadre-ranking/1",
    version: ranking.version,
    encoderVersion: ranking.encoderVersion,
    base,
    dimension,
    weights: { coverage: 0, kindred: 0, ...ranking.weights },
    hasCentre: !!ranking.centre,
    familiarity: ranking.familiarity,
    adapterRank: ranking.adapter?.rank ?? null,
    memory: ranking.memory.map(({ document, relevance }) => ({ document, relevance })),
    answering: ranking.answering ?? null,
    intent: ranking.intent ? { bias: ranking.intent.bias } : null,
    vectors: sha256(bytes),
  };
  const files = [path.join(folder, VECTORS_FILE), path.join(folder, RANKING_FILE)] as const;
  await writeWhole(files[0], [bytes]);
  await writeWhole(files[1], [Buffer.from(`${JSON.stringify(content, null, 1)}\n`)]);
  return [...files];
}

/** @throws AppError "registry/unusable" when a file is missing, damaged or of another format */
export async function readRankingFolder(folder: string): Promise<{ ranking: LearnedRanking; base: string | null }> {
  const parsed = manifest.safeParse(JSON.parse(await read(path.join(folder, RANKING_FILE), "utf8")));
  if (!parsed.success) throw new AppError("registry/unusable", `${path.join(folder, RANKING_FILE)} is no ranking of this version of Cadre: ${parsed.error.issues[0]?.path.join(".")}. Train again.`);
  const { vectors, dimension, adapterRank, memory, base, version, encoderVersion, weights, familiarity, answering, intent, hasCentre } = parsed.data;
  const bytes = await read(path.join(folder, VECTORS_FILE));
  if (sha256(bytes) !== vectors) throw new AppError("registry/unusable", `${path.join(folder, VECTORS_FILE)} is not the file that its manifest names (changed or cut short). Restore it, or train again.`);
  const { tensors } = parseSafetensors(bytes, VECTORS_FILE);
  const rows = (name: string): Float32Array[] => {
    const data = tensors.get(name)?.data ?? new Float32Array();
    return memory.map((_, at) => data.slice(at * dimension, (at + 1) * dimension));
  };
  const [queries, passages] = [rows("memory.queries"), rows("memory.passages")];
  const adapter = adapterRank === null ? null : { rank: adapterRank, down: tensors.get("adapter.down")?.data ?? new Float32Array(), up: tensors.get("adapter.up")?.data ?? new Float32Array() };
  const remembered = memory.map((entry, at) => ({ ...entry, query: queries[at] ?? new Float32Array(), passage: passages[at] ?? new Float32Array() }));
  return { base, ranking: { version, encoderVersion, weights, familiarity, adapter, memory: remembered, centre: hasCentre ? (tensors.get("centre")?.data ?? null) : null, answering, intent: intent && { bias: intent.bias, direction: tensors.get("intent.direction")?.data ?? new Float32Array() } } };
}

async function read(file: string): Promise<Buffer>;
async function read(file: string, encoding: "utf8"): Promise<string>;
async function read(file: string, encoding?: "utf8"): Promise<Buffer | string> {
  try {
    return await readFile(file, encoding);
  } catch (cause) {
    throw new AppError("registry/unusable", `Cannot read ${file}: the version is incomplete.`, { cause });
  }
}
