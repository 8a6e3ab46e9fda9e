/**
 * @file createLexicalIndex: BM25 over title, headings and body in memory, with spelling repair and thesaurus. Joins the
 * stored half (passage-table.ts) with the asked half (understand.ts, score.ts). No vectors, no fusion.
 */
import type { ChunkId } from "../../core/types";
import { LEXICAL, type LexicalConstants } from "../retrieval/constants";
import type { LexicalIndex, SearchHit } from "../types";
import { PassageTable } from "./passage-table";
import { inverseFrequency, openScope, type Scope, passageFrequency } from "./scope";
import { scoreSlots } from "./score";
import { stem } from "./normalise";
import { understandQuestion, type QueryUnit, type UnderstoodQuestion } from "./understand";
import { createWordFeatures, type WordFeatures } from "./word-features";

export interface AskOptions {
  /** Passages it refuses do not exist for this question: not in results, statistics or repairs. */
  readonly filter?: (id: ChunkId) => boolean;
}

export interface RatedUnit extends QueryUnit {
  /** Inverse passage frequency of the unit, or of its commonest concept when no passage has the word; times its weight. */
  readonly idf: number;
  /** Some readable passage has it, itself or by a concept. */
  readonly isKnown: boolean;
}

/** One question against the passages its asker may read. */
export interface LexicalQuery {
  readonly understood: UnderstoodQuestion;
  /** Best first, score > 0, ties by id. */
  top(k: number): SearchHit[];
  /** BM25; 0 when nothing matches or the passage may not be read. */
  scoreOf(id: ChunkId): number;
  /** The question's units with their inverse passage frequency times weight (for the choice of sentences). */
  ratedUnits(): RatedUnit[];
  /** @throws nothing; an unknown id gives zeros */
  features(id: ChunkId): WordFeatures;
}

export interface Bm25Index extends LexicalIndex {
  /** What `search` does, with the parts in between open to the caller. */
  ask(question: string, options?: AskOptions): LexicalQuery;
}

const NO_FEATURES: WordFeatures = { coverage: 0, literalCoverage: 0, unknownShare: 0, numbersFound: null, proximity: 0 };

/** An empty index. `constants` are read at every question, so a tuning run may change them in place. */
export function createLexicalIndex(constants: LexicalConstants = LEXICAL): Bm25Index {
  const table = new PassageTable();
  let whole: { revision: number; scope: Scope } | null = null;

  const scopeFor = (filter?: (id: ChunkId) => boolean): Scope => {
    if (filter) return openScope(table, filter);
    if (whole?.revision !== table.revision) whole = { revision: table.revision, scope: openScope(table) };
    return whole.scope;
  };

  const ask = (question: string, { filter }: AskOptions = {}): LexicalQuery => {
    const scope = scopeFor(filter);
    const frequencyOf = (word: string): number => frequencyIn(table, stem(word), scope);
    const understood = understandQuestion(question, { constants, spelling: { vocabulary: table.vocabulary, frequencyOf } });
    const scores = scoreSlots(table, understood.units, scope, constants);
    let features: ((slot: number) => WordFeatures) | undefined;
    return {
      understood,
      top: (k) => topSlots(table, scores, k),
      scoreOf: (id) => scores[table.slotOf(id) ?? -1] ?? 0,
      ratedUnits: () => understood.units.map((unit) => rateUnit(table, unit, scope)),
      features: (id) => {
        const slot = table.slotOf(id);
        features ??= createWordFeatures(table, understood.units, scope);
        return slot === undefined ? NO_FEATURES : features(slot);
      },
    };
  };

  return {
    get size() {
      return table.size;
    },
    add: (passages) => {
      for (const passage of passages) table.add(passage);
    },
    remove: (ids) => {
      for (const id of ids) table.remove(id);
    },
    ask,
    search: (query, k, filter) => ask(query, { filter }).top(k),
  };
}

function frequencyIn(table: PassageTable, term: string, scope: Scope): number {
  const list = table.list(term);
  return list ? passageFrequency(list, scope) : 0;
}

function rateUnit(table: PassageTable, unit: QueryUnit, scope: Scope): RatedUnit {
  const own = frequencyIn(table, unit.term, scope);
  const byConcept = Math.max(0, ...unit.concepts.map((concept) => frequencyIn(table, concept, scope)));
  return { ...unit, idf: inverseFrequency(own > 0 ? own : byConcept, scope.passages) * unit.weight, isKnown: own + byConcept > 0 };
}

/** Scores are > 0 only inside the scope (score.ts), so nothing refused can be here. */
function topSlots(table: PassageTable, scores: Float32Array, k: number): SearchHit[] {
  const hits: SearchHit[] = [];
  scores.forEach((score, slot) => {
    const row = table.rows[slot];
    if (score > 0 && row) hits.push({ id: row.id, score });
  });
  return hits.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, k);
}
