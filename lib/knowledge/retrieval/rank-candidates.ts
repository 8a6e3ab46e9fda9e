/**
 * @file Rank: the candidates that either arm found → scores of both arms for every one of them → fused passages and
 * documents with their evidence. Chooses no candidates; knowledge-base.ts does.
 */
import { invariant } from "../../core/invariant";
import type { ChunkId, DocumentId } from "../../core/types";
import type { LexicalQuery } from "../lexical/lexical-index";
import type { Passage } from "../types";
import type { FusionConstants } from "./constants";
import type { LearnedQuery } from "./learned-ranking";
import { fusePassages, rankDocuments, type Candidate, type RetrievalMode } from "./fuse";
import type { RankedDocument, RankedPassage, Retrieval } from "./retrieval";

/** A stored passage and its unit vector. */
export interface Entry {
  readonly passage: Passage;
  readonly vector: Float32Array;
}

export interface RankInput {
  readonly pool: readonly Entry[];
  readonly words: LexicalQuery;
  /** Unit vector, adapted where something was learned; null in lexical mode. */
  readonly queryVector: Float32Array | null;
  /** What was learned, applied to this question; null: nothing. */
  readonly learned: LearnedQuery | null;
  /** Where the question is asked in another encoder's space: that space's vectors, and its vector in the entries' own. */
  readonly space?: { readonly vectorOf: (id: ChunkId) => Float32Array | undefined; readonly ownVector: Float32Array } | null;
  readonly mode: RetrievalMode;
  /** Passages returned at most. */
  readonly k: number;
  readonly fusion: FusionConstants;
}

const MAX_DOCUMENTS = 50;
const MAX_EVIDENCE = 3;

export function rankCandidates({ pool, words, queryVector, learned, space = null, mode, k, fusion }: RankInput): Pick<Retrieval, "passages" | "documents"> {
  // One arm alone is asked for by name: memory belongs to the whole.
  const bonusOf = mode === "hybrid" ? (learned?.bonusOf ?? null) : null;
  const entries = new Map(pool.map((entry) => [entry.passage.id as string, entry]));
  const candidates = new Map(pool.map((entry) => [entry.passage.id as string, toCandidate(entry, words, { queryVector, mode, bonusOf, readsWords: learned?.readsWords ?? false, space })]));
  const fused = fusePassages([...candidates.values()], { mode, language: words.understood.language, constants: fusion });
  const places = new Map(fused.map((hit, index) => [hit.id, { rank: index + 1, score: hit.score }]));
  const ranked = new Map<string, RankedPassage>();
  const toRanked = (id: string): RankedPassage => {
    const known = ranked.get(id);
    if (known) return known;
    const [entry, candidate, place] = [entries.get(id), candidates.get(id), places.get(id)];
    invariant(entry && candidate && place, () => `candidate ${id} was ranked but not pooled`);
    const { passage, vector } = entry;
    // What answers and other requests compare it with was fitted to the shipped encoder's cosines.
    const dense = space ? dot(space.ownVector, vector) : candidate.dense;
    const result = { passage, ...place, lexical: candidate.lexical, dense, features: words.features(passage.id) };
    ranked.set(id, result);
    return result;
  };
  const documents = rankDocuments(fused, fusion).slice(0, MAX_DOCUMENTS);
  return {
    passages: fused.slice(0, k).map((hit) => toRanked(hit.id)),
    documents: documents.map(({ documentId, score, passageIds }, index): RankedDocument => {
      const evidence = passageIds.slice(0, MAX_EVIDENCE).map(toRanked);
      const first = evidence[0]?.passage;
      invariant(first, () => `document ${documentId} is ranked without a passage`);
      return { documentId: documentId as DocumentId, title: first.documentTitle, source: first.source, kind: first.kind, rank: index + 1, score, evidence };
    }),
  };
}

type Scoring = Pick<RankInput, "queryVector" | "mode" | "space"> & { readonly bonusOf: LearnedQuery["bonusOf"] | null; readonly readsWords: boolean };

function toCandidate({ passage, vector: own }: Entry, words: LexicalQuery, { queryVector, mode, bonusOf, readsWords, space }: Scoring): Candidate {
  const vector = space ? space.vectorOf(passage.id) : own;
  return {
    id: passage.id,
    documentId: passage.documentId,
    language: passage.language,
    lexical: mode === "dense" ? null : words.scoreOf(passage.id),
    dense: queryVector && vector ? dot(queryVector, vector) : null,
    ...(bonusOf && vector ? { bonus: bonusOf({ documentId: passage.documentId, vector, ...(readsWords ? { coverage: words.features(passage.id).coverage } : {}) }) } : {}),
  };
}

/** Both are unit vectors, so this is the cosine. */
function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
