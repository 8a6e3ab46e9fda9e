/**
 * @file Knowledge base: the read side of documents in memory. Holds passages and vectors, asks both arms, fuses them and
 * ranks passages and documents. Takes encoder and indexes as arguments; knows no database and no user, only a filter.
 */
import { AppError } from "../../core/errors";
import type { Encoder } from "../../core/encoder";
import { invariant } from "../../core/invariant";
import type { ChunkId, DocumentId, DocumentKind, Language } from "../../core/types";
import type { Bm25Index, LexicalQuery, RatedUnit } from "../lexical/lexical-index";
import { terms } from "../lexical/tokenize";
import type { Repair } from "../lexical/understand";
import type { WordFeatures } from "../lexical/word-features";
import type { Passage, VectorIndex } from "../types";
import { FUSION, type FusionConstants } from "./constants";
import { fusePassages, rankDocuments, type Candidate, type RetrievalMode } from "./fuse";

export type { RetrievalMode } from "./fuse";

export interface KnowledgeBaseParts {
  readonly encoder: Encoder;
  readonly vectors: VectorIndex;
  readonly lexical: Bm25Index;
  /** Read at every question, so a tuning run may change them in place. */
  readonly fusion?: FusionConstants;
}

export interface IndexedDocument {
  /** All of one document. */
  readonly passages: readonly Passage[];
  /** One per passage, in their order: vectors of `embeddingText(passage)`. */
  readonly vectors: readonly Float32Array[];
  /** The vector index holds them already (restored from a snapshot). */
  readonly vectorsIndexed?: boolean;
}

export interface RetrieveOptions {
  /** Default hybrid. */
  readonly mode?: RetrievalMode;
  /** Passages returned at most, ≥ 1; default 20. */
  readonly k?: number;
  /** Applied before ranking on both arms: what it refuses affects nothing. */
  readonly filter?: (passage: Passage) => boolean;
  readonly signal?: AbortSignal;
}

export interface RankedPassage {
  readonly passage: Passage;
  /** 1-based. */
  readonly rank: number;
  /** Fused, 0–1: comparable within one question only. */
  readonly score: number;
  /** BM25 before fusion, null when that arm was off. */
  readonly lexical: number | null;
  /** Cosine before fusion, null when that arm was off. */
  readonly dense: number | null;
  readonly features: WordFeatures;
}

export interface RankedDocument {
  readonly documentId: DocumentId;
  readonly title: string;
  readonly source: string;
  readonly kind: DocumentKind;
  readonly rank: number;
  readonly score: number;
  /** Its passages, best first, at most three; those beyond `k` are not in `Retrieval.passages`. */
  readonly evidence: readonly RankedPassage[];
}

export interface Retrieval {
  readonly passages: readonly RankedPassage[];
  /** Distinct documents of all candidates, best first, at most MAX_DOCUMENTS. */
  readonly documents: readonly RankedDocument[];
  /** The question with its repairs, for "understood as"; null when nothing was repaired. */
  readonly repairedQuery: string | null;
  readonly repairs: readonly Repair[];
  readonly language: Language;
  /** What the question asks about, with idf: for stages that weigh sentences. */
  readonly units: readonly RatedUnit[];
  /** The question's vector, for stages that compare sentences with it; null in lexical mode. */
  readonly queryVector: Float32Array | null;
  readonly timingsMs: Readonly<Record<"lexical" | "embed" | "dense" | "fuse", number>>;
}

export interface KnowledgeBase {
  readonly encoder: Encoder;
  readonly passageCount: number;
  readonly documentCount: number;
  /** Replaces what was there of the same document. @throws AppError "index/dimension-mismatch" */
  addDocument(document: IndexedDocument): void;
  /** Unknown ids are ignored. */
  removeDocument(id: DocumentId): void;
  passage(id: ChunkId): Passage | undefined;
  /** Passages of one document in reading order. */
  passagesOf(id: DocumentId): readonly Passage[];
  /** @throws AppError "job/cancelled" when `signal` is aborted */
  retrieve(query: string, options?: RetrieveOptions): Promise<Retrieval>;
}

const MAX_DOCUMENTS = 50;
const MAX_EVIDENCE = 3;

interface Entry {
  readonly passage: Passage;
  readonly vector: Float32Array;
}

/** An empty knowledge base over empty indexes. */
export function createKnowledgeBase({ encoder, vectors, lexical, fusion = FUSION }: KnowledgeBaseParts): KnowledgeBase {
  const entries = new Map<ChunkId, Entry>();
  const documents = new Map<DocumentId, readonly Passage[]>();

  const removeDocument = (id: DocumentId): void => {
    const ids = (documents.get(id) ?? []).map((passage) => passage.id);
    vectors.remove(ids);
    lexical.remove(ids);
    ids.forEach((chunk) => entries.delete(chunk));
    documents.delete(id);
  };

  const addDocument = ({ passages, vectors: rows, vectorsIndexed = false }: IndexedDocument): void => {
    invariant(passages.length === rows.length, () => `${passages.length} passages but ${rows.length} vectors`);
    const documentId = passages[0]?.documentId;
    if (documentId === undefined) return;
    invariant(passages.every((passage) => passage.documentId === documentId), () => "passages of several documents in one call");
    const added = passages.map((passage, i): Entry => ({ passage, vector: checked(rows[i], encoder.dimension) }));
    removeDocument(documentId);
    if (!vectorsIndexed) vectors.add(added.map(({ passage, vector }) => ({ id: passage.id, vector })));
    lexical.add(passages);
    added.forEach((entry) => entries.set(entry.passage.id, entry));
    documents.set(documentId, [...passages].sort((a, b) => a.ordinal - b.ordinal));
  };

  const retrieve = async (query: string, { mode = "hybrid", k = 20, filter, signal }: RetrieveOptions = {}): Promise<Retrieval> => {
    if (signal?.aborted) throw new AppError("job/cancelled", "retrieval was aborted", { cause: signal.reason });
    const clock = stopwatch();
    const mayRead = filter && memoised((id: ChunkId) => entries.has(id) && filter((entries.get(id) as Entry).passage));
    const words = lexical.ask(query, { filter: mayRead });
    clock.lap("lexical");
    const text = words.understood.text;
    const queryVector = mode === "lexical" ? null : ((await encoder.embed([text], { signal }))[0] ?? null);
    clock.lap("embed");
    const nearest = queryVector ? vectors.search(queryVector, fusion.poolSize, mayRead) : [];
    clock.lap("dense");
    const pool = new Set(nearest.map((hit) => hit.id));
    if (mode !== "dense") for (const hit of words.top(fusion.poolSize)) pool.add(hit.id);
    const found = rank({ pool, words, queryVector, mode, k });
    clock.lap("fuse");
    const { repairs, language } = words.understood;
    return { ...found, repairs, language, units: words.ratedUnits(), repairedQuery: repairs.length > 0 ? text : null, queryVector, timingsMs: clock.laps };
  };

  const rank = ({ pool, words, queryVector, mode, k }: RankInput): Pick<Retrieval, "passages" | "documents"> => {
    const candidates = new Map<string, Candidate>();
    for (const id of pool) {
      const entry = entries.get(id);
      if (!entry) continue;
      candidates.set(id, {
        id,
        documentId: entry.passage.documentId,
        language: entry.passage.language,
        lexical: mode === "dense" ? null : words.scoreOf(id),
        dense: queryVector ? dot(queryVector, entry.vector) : null,
      });
    }
    const fused = fusePassages([...candidates.values()], { mode, language: words.understood.language, constants: fusion });
    const ranks = new Map(fused.map((hit, index) => [hit.id, { rank: index + 1, score: hit.score }]));
    const toRanked = (id: string): RankedPassage => {
      const entry = entries.get(id as ChunkId);
      const place = ranks.get(id);
      invariant(entry && place, () => `candidate ${id} left the knowledge base while it was ranked`);
      const candidate = candidates.get(id);
      return { passage: entry.passage, ...place, lexical: candidate?.lexical ?? null, dense: candidate?.dense ?? null, features: words.features(entry.passage.id) };
    };
    const asked = new Set(words.understood.units.map((unit) => unit.term));
    const evidence = rankDocuments(fused, fusion, (id) => titleMatch(documents.get(id as DocumentId)?.[0]?.documentTitle ?? "", asked));
    return {
      passages: fused.slice(0, k).map((hit) => toRanked(hit.id)),
      documents: evidence.slice(0, MAX_DOCUMENTS).map(({ documentId, score, passageIds }, index): RankedDocument => {
        const ranked = passageIds.slice(0, MAX_EVIDENCE).map(toRanked);
        const first = ranked[0];
        invariant(first, () => `document ${documentId} is ranked without a passage`);
        const { documentTitle: title, source, kind } = first.passage;
        return { documentId: documentId as DocumentId, title, source, kind, rank: index + 1, score, evidence: ranked };
      }),
    };
  };

  return {
    encoder,
    get passageCount() {
      return entries.size;
    },
    get documentCount() {
      return documents.size;
    },
    addDocument,
    removeDocument,
    passage: (id) => entries.get(id)?.passage,
    passagesOf: (id) => documents.get(id) ?? [],
    retrieve,
  };
}

interface RankInput {
  readonly pool: ReadonlySet<ChunkId>;
  readonly words: LexicalQuery;
  readonly queryVector: Float32Array | null;
  readonly mode: RetrievalMode;
  readonly k: number;
}

function checked(vector: Float32Array | undefined, dimension: number): Float32Array {
  if (vector?.length === dimension) return vector;
  throw new AppError("index/dimension-mismatch", `expected a vector of ${dimension} numbers, got ${vector?.length ?? "none"}`);
}

/** Both are unit vectors, so this is the cosine. */
function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** Share of the title's terms that were asked for, 0–1. */
function titleMatch(title: string, asked: ReadonlySet<string>): number {
  const own = new Set(terms(title));
  if (own.size === 0) return 0;
  let found = 0;
  for (const term of own) if (asked.has(term)) found++;
  return found / own.size;
}

/** Each passage is judged once per question, though both arms ask. */
function memoised(judge: (id: ChunkId) => boolean): (id: ChunkId) => boolean {
  const known = new Map<ChunkId, boolean>();
  return (id) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const verdict = judge(id);
    known.set(id, verdict);
    return verdict;
  };
}

function stopwatch(): { laps: Retrieval["timingsMs"]; lap(stage: keyof Retrieval["timingsMs"]): void } {
  const laps = { lexical: 0, embed: 0, dense: 0, fuse: 0 };
  let last = performance.now();
  return {
    laps,
    lap: (stage) => {
      const now = performance.now();
      laps[stage] = now - last;
      last = now;
    },
  };
}
