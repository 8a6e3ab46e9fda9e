/**
 * @file Line table: every different line of a pool once, with its words and its vector, and which lines each subject has.
 * A requirement is compared with lines, once each; subjects then take the best of theirs. Exact, not approximate.
 */
import { matchTextOf } from "../evidence";
import { roundedCosine, type EvidenceVectors } from "../likeness";
import type { MatchSubject } from "../types";

/** Lowest value: no line of the subject has a vector. */
export const NO_COSINE = -2;

export class LineTable {
  private readonly ids = new Map<string, number>();
  private readonly texts: string[] = [];
  private readonly vectors: (Float32Array | null)[] = [];
  private readonly byTerm = new Map<string, number[]>();
  private readonly byWord = new Map<string, number[]>();
  /** Line ids of all subjects, one after the other; a subject's begin at `starts`. */
  private lines = new Uint32Array(1024);
  private readonly starts: number[] = [0];

  /** Different lines. */
  get size(): number {
    return this.texts.length;
  }

  add({ items }: MatchSubject, vectors: EvidenceVectors): void {
    let end = this.starts.at(-1) ?? 0;
    for (const text of new Set(items.map(({ canonical }) => canonical))) {
      if (end === this.lines.length) {
        const grown = new Uint32Array(2 * end);
        grown.set(this.lines);
        this.lines = grown;
      }
      this.lines[end++] = this.idOf(text, vectors.get(text) ?? null);
    }
    this.starts.push(end);
  }

  private idOf(text: string, vector: Float32Array | null): number {
    const known = this.ids.get(text);
    if (known !== undefined) {
      this.vectors[known] ??= vector;
      return known;
    }
    const id = this.texts.push(text) - 1;
    this.ids.set(text, id);
    this.vectors.push(vector);
    const { stems, concepts, lower } = matchTextOf({ canonical: text });
    for (const term of new Set([...stems, ...concepts])) post(this.byTerm, term, id);
    for (const word of new Set(lower.split(/\s+/))) post(this.byWord, word, id);
    return id;
  }

  textOf(line: number): string {
    return this.texts[line] ?? "";
  }

  withTerm(term: string): readonly number[] {
    return this.byTerm.get(term) ?? [];
  }

  /** Every line in one of whose words the piece stands. Looks through the vocabulary, not the lines. */
  withPiece(piece: string): number[] {
    const found = new Set<number>();
    for (const [word, ids] of this.byWord) if (word.includes(piece)) for (const id of ids) found.add(id);
    return [...found];
  }

  /** Calls `visit` for every subject with its lines' ids. */
  eachSubject(visit: (subject: number, lines: Uint32Array) => void): void {
    for (let subject = 0; subject < this.starts.length - 1; subject++) visit(subject, this.lines.subarray(this.starts[subject], this.starts[subject + 1]));
  }

  /** @param values one per line; @returns the highest of each subject's lines, `least` without any */
  highestOf(values: Float32Array, least: number): Float32Array {
    const best = new Float32Array(this.starts.length - 1).fill(least);
    this.eachSubject((subject, lines) => {
      for (const line of lines) if ((values[line] as number) > (best[subject] as number)) best[subject] = values[line] as number;
    });
    return best;
  }

  /** @returns the highest rounded cosine of each subject's lines with the query; NO_COSINE without any */
  nearest(query: Float32Array): Float32Array {
    return this.highestOf(Float32Array.from(this.vectors, (vector) => (vector ? roundedCosine(query, vector) : NO_COSINE)), NO_COSINE);
  }
}

function post(map: Map<string, number[]>, key: string, id: number): void {
  const ids = map.get(key);
  if (ids) ids.push(id);
  else map.set(key, [id]);
}
