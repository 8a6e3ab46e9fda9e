/**
 * @file Subject pool: subjects in memory under the ids of their résumés, with the index that finds the best of them for a
 * request. It only grows: who is gone is left out by the caller, or the pool is made anew.
 */
import type { PreparedRequest } from "../score-subject";
import type { MatchSubject } from "../types";
import { matchTop, type MatchTop } from "./match-top";
import { SubjectIndex } from "./subject-index";

const NO_VECTORS: ReadonlyMap<string, Float32Array> = new Map();

export interface BestOptions<Id extends string> {
  readonly k: number;
  /** Who may be ranked at all. */
  readonly isOpen: (id: Id) => boolean;
  readonly signal?: AbortSignal;
}

export class SubjectPool<Id extends string = string> {
  private readonly index = new SubjectIndex();
  private readonly subjects: { readonly id: Id; readonly subject: MatchSubject }[] = [];
  private readonly known = new Set<Id>();

  get size(): number {
    return this.subjects.length;
  }

  get ids(): ReadonlySet<Id> {
    return this.known;
  }

  /** One that is in it already is passed over. */
  add(id: Id, subject: MatchSubject): void {
    if (this.known.has(id)) return;
    this.index.add(subject);
    this.subjects.push({ id, subject });
    this.known.add(id);
  }

  /** @param prepared without an encoder: no vectors are kept here. @returns as scoring everyone open would rank them */
  best(prepared: PreparedRequest, { k, isOpen, signal }: BestOptions<Id>): Promise<MatchTop<Id>> {
    const load = (ordinal: number) => {
      const one = this.subjects[ordinal];
      return one && isOpen(one.id) ? { ...one, vectors: NO_VECTORS } : null;
    };
    return matchTop(prepared, { index: this.index, load, k, ...(signal ? { signal } : {}) });
  }
}
