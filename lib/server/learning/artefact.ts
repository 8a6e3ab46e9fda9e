/**
 * @file A learned ranking as bytes and back: a line of JSON, then its vectors as little-endian float32. The same ranking gives
 * the same bytes, so that the hash names it. Stored in the database with its version: one backup, one transaction.
 */
import { z } from "zod";
import { AppError } from "../../core/errors";
import type { LearnedRanking, QueryAdapter, RememberedQuestion } from "../../knowledge/retrieval/learned-ranking";

const FORMAT = "cadre-ranking-1";
const whole = z.number().int().nonnegative();

const head = z.strictObject({
  format: z.literal(FORMAT),
  version: z.string(),
  encoderVersion: z.string(),
  dimension: z.number().int().positive(),
  weights: z.strictObject({ dense: z.number(), passageMemory: z.number(), documentMemory: z.number(), popularity: z.number(), coverage: z.number().default(0), kindred: z.number().default(0) }),
  familiarity: z.strictObject({ low: z.number(), high: z.number() }),
  /** Null: without an adapter. */
  adapterRank: whole.nullable(),
  memory: z.array(z.strictObject({ document: z.string().nullable(), relevance: z.number() })),
  /** Left out by versions from before answers were calibrated. */
  answering: z.strictObject({ slope: z.number().positive(), shift: z.number() }).nullable().default(null),
  /** The centre follows the remembered vectors. */
  hasCentre: z.boolean().default(false),
  /** Left out by versions from before intent was learned; its direction is the last of the vectors. */
  intent: z.strictObject({ bias: z.number() }).nullable().default(null),
});

/** @param dimension of the encoder's vectors */
export function writeArtefact(ranking: LearnedRanking, dimension: number): Uint8Array {
  const { version, encoderVersion, weights, familiarity, adapter, memory, centre = null, answering = null, intent = null } = ranking;
  const { dense, passageMemory, documentMemory, popularity, coverage = 0, kindred = 0 } = weights;
  const told: z.input<typeof head> = {
    format: FORMAT, version, encoderVersion, dimension,
    weights: { dense, passageMemory, documentMemory, popularity, coverage, kindred },
    familiarity: { low: familiarity.low, high: familiarity.high },
    adapterRank: adapter?.rank ?? null,
    memory: memory.map(({ document, relevance }) => ({ document, relevance })),
    answering: answering && { slope: answering.slope, shift: answering.shift },
    hasCentre: centre !== null,
    intent: intent && { bias: intent.bias },
  };
  const vectors = [...(adapter ? [adapter.down, adapter.up] : []), ...memory.flatMap(({ query, passage }) => [query, passage]), ...(centre ? [centre] : []), ...(intent ? [intent.direction] : [])];
  const line = Buffer.from(`${JSON.stringify(told)}\n`, "utf8");
  const numbers = Buffer.alloc(4 * vectors.reduce((sum, vector) => sum + vector.length, 0));
  let at = 0;
  for (const vector of vectors) for (const value of vector) at = numbers.writeFloatLE(value, at);
  return Uint8Array.from(Buffer.concat([line, numbers]));
}

/** @throws AppError "registry/unusable" when these are not the whole bytes of one */
export function readArtefact(bytes: Uint8Array): LearnedRanking {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = buffer.indexOf(0x0a);
  const { dimension, adapterRank, memory, ...told } = readHead(end < 0 ? "" : buffer.toString("utf8", 0, end));
  const rank = adapterRank ?? 0;
  const expected = 4 * dimension * (2 * rank + 2 * memory.length + (told.hasCentre ? 1 : 0) + (told.intent ? 1 : 0));
  let at = end + 1;
  if (buffer.length - at !== expected) throw unusable(`holds ${buffer.length - at} bytes of vectors instead of ${expected}`);
  const readNext = (): number => buffer.readFloatLE((at += 4) - 4);
  const take = (count: number): Float32Array => Float32Array.from({ length: count }, readNext);
  const adapter: QueryAdapter | null = adapterRank === null ? null : { rank, down: take(rank * dimension), up: take(rank * dimension) };
  const remembered = memory.map(({ document, relevance }): RememberedQuestion => ({ query: take(dimension), passage: take(dimension), document, relevance }));
  const centre = told.hasCentre ? take(dimension) : null;
  const intent = told.intent && { bias: told.intent.bias, direction: take(dimension) };
  return { version: told.version, encoderVersion: told.encoderVersion, weights: told.weights, familiarity: told.familiarity, adapter, memory: remembered, centre, answering: told.answering, intent };
}

function readHead(line: string): z.output<typeof head> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw unusable("does not begin with a line of JSON", cause);
  }
  const parsed = head.safeParse(value);
  if (!parsed.success) throw unusable(`has an unknown form (${parsed.error.issues[0]?.path.join(".") ?? "head"})`);
  return parsed.data;
}

const unusable = (what: string, cause?: unknown) => new AppError("registry/unusable", `the stored version ${what}`, { cause });
