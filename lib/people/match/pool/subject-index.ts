/**
 * @file Subject index: the lines of all subjects, which subjects have a skill at all, and a few numbers of each. It answers
 * "at most how strong can this subject be?" (upper-bound.ts) without reading its items.
 */
import type { EvidenceVectors } from "../likeness";
import { degreeOf } from "../named-evidence";
import type { MatchSubject } from "../types";
import { coveredMonths } from "../work-months";
import { LineTable } from "./line-table";

export interface SubjectFacts {
  readonly monthsOfWork: number | null;
  /** Most months that any set of its items can add up to. */
  readonly timedMonths: number;
  /** Rank of the highest degree; −1 for none. */
  readonly degree: number;
}

export class SubjectIndex {
  /** Different lines and their vectors. */
  readonly lines = new LineTable();
  private readonly bySkill = new Map<string, number[]>();
  private readonly facts: SubjectFacts[] = [];

  get size(): number {
    return this.facts.length;
  }

  /**
   * @param vectors stored for the subject's items, by canonical text; without them its likeness is taken at the most it can be
   * @returns the subject's ordinal: 0, 1, 2 …
   */
  add(subject: MatchSubject, vectors: EvidenceVectors = new Map()): number {
    const ordinal = this.facts.length;
    this.lines.add(subject, vectors);
    for (const id of new Set(subject.items.flatMap(({ skills }) => skills))) {
      const known = this.bySkill.get(id);
      if (known) known.push(ordinal);
      else this.bySkill.set(id, [ordinal]);
    }
    this.facts.push(factsOf(subject));
    return ordinal;
  }

  factsOf(ordinal: number): SubjectFacts {
    return this.facts[ordinal] ?? { monthsOfWork: null, timedMonths: 0, degree: -1 };
  }

  withSkill(id: string): readonly number[] {
    return this.bySkill.get(id) ?? [];
  }
}

function factsOf({ items, monthsOfWork }: MatchSubject): SubjectFacts {
  const stated = items.reduce((sum, { statedMonths }) => sum + (statedMonths ?? 0), 0);
  return { monthsOfWork, timedMonths: coveredMonths(items.flatMap(({ work }) => work ?? [])) + stated, degree: Math.max(-1, ...items.map(degreeOf)) };
}
