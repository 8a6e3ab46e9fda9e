/**
 * @file PassageTable: the stored half of the lexical index. Gives each passage a slot, keeps its terms in postings, its
 * field lengths, its word sequence and its surface words. Removing marks a slot dead; dead slots go at compaction.
 */
import type { ChunkId, DocumentId } from "../../core/types";
import type { Passage } from "../types";
import { packCounts, PostingList, type PerField } from "./postings";
import { Vocabulary } from "./spelling";
import { findConcepts } from "./thesaurus";
import { isCharacter, tokenize, type Token } from "./tokenize";

/** One passage's row. */
export interface Row {
  readonly id: ChunkId;
  /** Number of its document, dense from 0. */
  readonly document: number;
  readonly lengths: PerField;
  /** Term numbers of the body's words in reading order: for neighbours. */
  readonly sequence: Int32Array;
  /** Distinct surface words, for the vocabulary. */
  readonly surfaces: readonly string[];
}

/** Dead slots tolerated before the table is compacted: share of all, and at least so many. */
const MAX_DEAD_SHARE = 0.25;
const MIN_DEAD = 500;

/** Titles and headings whose tokens are kept for the next passage. */
const MAX_SHARED = 64;

export class PassageTable {
  /** By slot; null when removed. */
  rows: (Row | null)[] = [];
  readonly vocabulary = new Vocabulary();
  /** Grows with every change: whoever caches statistics compares it. */
  revision = 0;
  private readonly lists = new Map<string, PostingList>();
  private readonly numbers = new Map<string, number>();
  private readonly slots = new Map<ChunkId, number>();
  private readonly documents = new Map<DocumentId, number>();
  private readonly shared = new Map<string, readonly Token[]>();
  private dead = 0;

  get size(): number {
    return this.slots.size;
  }

  /** Upper bound of document numbers. */
  get documentCount(): number {
    return this.documents.size;
  }

  slotOf(id: ChunkId): number | undefined {
    return this.slots.get(id);
  }

  list(term: string): PostingList | undefined {
    return this.lists.get(term);
  }

  /** @returns the number that `Row.sequence` uses for a term, -1 for an unknown one */
  numberOf(term: string): number {
    return this.numbers.get(term) ?? -1;
  }

  /** A passage whose id is already there replaces it. */
  add(passage: Passage): void {
    this.remove(passage.id);
    this.revision++;
    const slot = this.rows.length;
    const title = this.tokenizeShared(`${passage.documentTitle}\n${readableSource(passage.source)}`);
    const headings = this.tokenizeShared(passage.headings.join("\n"));
    const body = tokenize(passage.text);
    const counts = new Map<string, [number, number, number]>();
    [title, headings, body].forEach((tokens, field) => countTerms(tokens, field, counts));
    for (const [term, perField] of counts) this.listFor(term).push(slot, packCounts(perField));
    const row: Row = {
      id: passage.id,
      document: this.documentNumber(passage.documentId),
      lengths: [lengthOf(title), lengthOf(headings), lengthOf(body)],
      sequence: this.sequenceOf(body),
      surfaces: surfacesOf([title, headings, body]),
    };
    for (const surface of row.surfaces) this.vocabulary.add(surface, 1);
    this.rows.push(row);
    this.slots.set(passage.id, slot);
  }

  /** Unknown ids are ignored. */
  remove(id: ChunkId): void {
    const slot = this.slots.get(id);
    const row = slot === undefined ? undefined : this.rows[slot];
    if (slot === undefined || !row) return;
    this.revision++;
    for (const surface of row.surfaces) this.vocabulary.add(surface, -1);
    this.rows[slot] = null;
    this.slots.delete(id);
    this.dead++;
    if (this.dead > Math.max(MIN_DEAD, this.rows.length * MAX_DEAD_SHARE)) this.compact();
  }

  /** Drops dead slots from rows and postings; order stays, so every list stays sorted. */
  private compact(): void {
    const moved = new Int32Array(this.rows.length).fill(-1);
    const rows: Row[] = [];
    this.rows.forEach((row, slot) => {
      if (!row) return;
      moved[slot] = rows.length;
      this.slots.set(row.id, rows.length);
      rows.push(row);
    });
    for (const [term, list] of this.lists) {
      const kept = new PostingList();
      for (let i = 0; i < list.length; i++) {
        const slot = moved[list.slots[i] ?? 0] ?? -1;
        if (slot >= 0) kept.push(slot, list.counts[i] ?? 0);
      }
      if (kept.length > 0) this.lists.set(term, kept);
      else this.lists.delete(term);
    }
    this.rows = rows;
    this.dead = 0;
  }

  /** Title and headings come back with every passage of a document or section. */
  private tokenizeShared(text: string): readonly Token[] {
    let tokens = this.shared.get(text);
    if (!tokens) {
      if (this.shared.size >= MAX_SHARED) this.shared.clear();
      tokens = tokenize(text);
      this.shared.set(text, tokens);
    }
    return tokens;
  }

  private listFor(term: string): PostingList {
    let list = this.lists.get(term);
    if (!list) {
      list = new PostingList();
      this.lists.set(term, list);
    }
    return list;
  }

  private documentNumber(id: DocumentId): number {
    const number = this.documents.get(id) ?? this.documents.size;
    this.documents.set(id, number);
    return number;
  }

  private sequenceOf(tokens: readonly Token[]): Int32Array {
    const words = tokens.filter((token) => token.kind === "word" || token.kind === "number");
    return Int32Array.from(words, (token) => {
      const number = this.numbers.get(token.term) ?? this.numbers.size;
      this.numbers.set(token.term, number);
      return number;
    });
  }
}

function surfacesOf(fields: readonly (readonly Token[])[]): string[] {
  const surfaces = new Set<string>();
  for (const tokens of fields) for (const token of tokens) if (token.kind === "word") surfaces.add(token.surface);
  return [...surfaces];
}

function countTerms(tokens: readonly Token[], field: number, counts: Map<string, [number, number, number]>): void {
  const count = (term: string): void => {
    let perField = counts.get(term);
    if (!perField) {
      perField = [0, 0, 0];
      counts.set(term, perField);
    }
    perField[field] = (perField[field] ?? 0) + 1;
  };
  for (const token of tokens) count(token.term);
  for (const concept of findConcepts(tokens)) count(concept.term);
}

/** Words and Chinese characters; a character counts 0.6, as two of them make most Chinese words. */
function lengthOf(tokens: readonly Token[]): number {
  let length = 0;
  for (const token of tokens) {
    if (token.kind === "word" || token.kind === "number") length += 1;
    else if (isCharacter(token)) length += 0.6;
  }
  return length;
}

/** "Benefits/continuing_education.md" → "Benefits continuing education": path and extension are no words. */
function readableSource(source: string): string {
  return source.replace(/\.[a-z0-9]{1,5}$/i, "").replace(/[/\\_.+-]+/g, " ");
}
