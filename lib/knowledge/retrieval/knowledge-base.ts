/**
 * @file Knowledge base: the read side of documents in memory. Holds passages and vectors, asks both arms, fuses them and
 * ranks passages and documents. Takes encoder and indexes as arguments; knows no database and no user, only a filter.
 */
import { AppError } from "../../core/errors";
import type { Encoder } from "../../core/encoder";
import { invariant } from "../../core/invariant";
import type { ChunkId, DocumentId } from "../../core/types";
import type { Bm25Index } from "../lexical/lexical-index";
import type { Passage, VectorIndex } from "../types";
import { FUSION, type FusionConstants } from "./constants";
import type { RetrievalMode } from "./fuse";
import { applyLearned, type LearnedRanking } from "./learned-ranking";
import { rankCandidates, type Entry } from "./rank-candidates";
import type { Retrieval } from "./retrieval";

export type { RetrievalMode } from "./fuse";
export type { RankedDocument, RankedPassage, Retrieval } from "./retrieval";

export interface KnowledgeBaseParts {
  readonly encoder: Encoder;
  readonly vectors: VectorIndex;
  readonly lexical: Bm25Index;
  /** Read at every question, so a tuning run may change them in place. */
  readonly fusion?: FusionConstants;
  /** What labels taught, read once per question: promoting and rolling back change the next question, never a running one. */
  readonly learned?: () => LearnedRanking | null;
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
  /** False: as shipped, whatever was learned (requests for people; the champion a challenger is compared with). Default true. */
  readonly useLearned?: boolean;
  /** Instead of what the knowledge base serves with: one question of several retrievals keeps one version; null: as shipped. */
  readonly learned?: LearnedRanking | null;
  readonly signal?: AbortSignal;
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
  /** A passage's vector as it is indexed. */
  vectorOf(id: ChunkId): Float32Array | undefined;
  /** Passages of one document in reading order. */
  passagesOf(id: DocumentId): readonly Passage[];
  /** @throws AppError "job/cancelled" when `signal` is aborted */
  retrieve(query: string, options?: RetrieveOptions): Promise<Retrieval>;
}

/** An empty knowledge base over empty indexes. */
export function createKnowledgeBase({ encoder, vectors, lexical, fusion = FUSION, learned: readLearned = () => null }: KnowledgeBaseParts): KnowledgeBase {
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

  const retrieve = async (query: string, { mode = "hybrid", k = 20, filter, useLearned = true, learned: given, signal }: RetrieveOptions = {}): Promise<Retrieval> => {
    if (signal?.aborted) throw new AppError("job/cancelled", "retrieval was aborted", { cause: signal.reason });
    const clock = stopwatch();
    const mayRead = filter && memoised((id: ChunkId) => entries.has(id) && filter((entries.get(id) as Entry).passage));
    const words = lexical.ask(query, { filter: mayRead });
    clock.lap("lexical");
    const text = words.understood.text;
    const ranking = !useLearned ? null : given !== undefined ? given : readLearned();
    const ownVector = mode === "lexical" ? null : ((await encoder.embed([text], { signal }))[0] ?? null);
    const space = (ownVector && ranking?.space) || null;
    const asked = space ? ((await space.encoder.embed([text], { signal }))[0] ?? null) : ownVector;
    const learned = ranking && asked ? applyLearned(ranking, asked, { denseWeight: fusion.denseWeight, mayRead: mayReadDocument(documents, filter) }) : null;
    const queryVector = learned?.vector ?? ownVector;
    clock.lap("embed");
    const nearest = queryVector ? (space?.vectors ?? vectors).search(queryVector, fusion.poolSize, mayRead) : [];
    clock.lap("dense");
    const pool = new Set(nearest.map((hit) => hit.id));
    if (mode !== "dense") for (const hit of words.top(fusion.poolSize)) pool.add(hit.id);
    const weighed = learned ? { ...fusion, denseWeight: learned.denseWeight } : fusion;
    const found = rankCandidates({ pool: entriesOf(pool, entries), words, queryVector, learned, space: space && ownVector ? { vectorOf: (id) => space.vectorOf(id), ownVector } : null, mode, k, fusion: weighed });
    clock.lap("fuse");
    const { repairs, language } = words.understood;
    return { ...found, repairs, language, units: words.ratedUnits(), repairedQuery: repairs.length > 0 ? text : null, queryVector: ownVector, learned: learned ? (ranking?.version ?? null) : null, answering: learned?.answering ?? null, timingsMs: clock.laps };
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
    vectorOf: (id) => entries.get(id)?.vector,
    passagesOf: (id) => documents.get(id) ?? [],
    retrieve,
  };
}

/** What a filter says of a document is what it says of its first passage; a document that is gone is not remembered. */
function mayReadDocument(documents: ReadonlyMap<DocumentId, readonly Passage[]>, filter: RetrieveOptions["filter"]): (id: string) => boolean {
  return (id) => {
    const first = documents.get(id as DocumentId)?.[0];
    return first !== undefined && (!filter || filter(first));
  };
}

function checked(vector: Float32Array | undefined, dimension: number): Float32Array {
  if (vector?.length === dimension) return vector;
  throw new AppError("index/dimension-mismatch", `expected a vector of ${dimension} numbers, got ${vector?.length ?? "none"}`);
}

/** An index may still hold a passage whose removal is on its way; it is left out. */
function entriesOf(ids: ReadonlySet<ChunkId>, entries: ReadonlyMap<ChunkId, Entry>): Entry[] {
  return [...ids].flatMap((id) => entries.get(id) ?? []);
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
