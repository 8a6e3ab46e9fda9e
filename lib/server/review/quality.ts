/**
 * @file How well each reviewer grades, from all closed judgements: Dawid–Skene over grades of passages, held to the
 * references there are. The units of agreement come from here too.
 */
import { listClosedJudgements, listReferences, type JudgementRow } from "../../../db/queries/review-judgements";
import type { Database } from "../../../db/client";
import type { Scope } from "../../core/scope";
import { dawidSkene, type ReviewerQuality } from "../../improvement/trust/dawid-skene";
import type { RatedUnit } from "../../improvement/trust/agreement";

/** Grades 0–3. */
const LEVELS = 4;

/** By reviewer; someone without a grade is absent. */
export async function qualityOf(db: Database, scope: Scope): Promise<ReadonlyMap<string, ReviewerQuality>> {
  return qualityFrom(await listClosedJudgements(db, scope), await listReferences(db, scope));
}

/** @param references of any items; they are held as true */
export function qualityFrom(judgements: readonly JudgementRow[], references: readonly JudgementRow[]): ReadonlyMap<string, ReviewerQuality> {
  const truth = new Map(references.flatMap((row) => row.grades.map((grade) => [unitKey(row.itemId, grade.chunkId), grade.relevance] as const)));
  const units = gradeUnits(judgements).map((unit) => ({ values: unit.values, truth: truth.get(unit.key) ?? null }));
  return dawidSkene(units, LEVELS).reviewers;
}

/** One unit per graded passage of an item; its cluster is the item. */
export function gradeUnits(judgements: readonly JudgementRow[]): (RatedUnit & { readonly key: string })[] {
  const units = new Map<string, { cluster: string; values: Map<string, number> }>();
  for (const { itemId, reviewerId, grades } of judgements) {
    for (const { chunkId, relevance } of grades) {
      const key = unitKey(itemId, chunkId);
      const unit = units.get(key) ?? { cluster: itemId, values: new Map<string, number>() };
      units.set(key, unit);
      unit.values.set(reviewerId, relevance);
    }
  }
  return [...units].map(([key, unit]) => ({ key, ...unit }));
}

const VERDICT_LEVEL = { graded: 0, unanswerable: 1, unfair: 2 } as const;

/** One unit per judged item: the verdict. */
export function verdictUnits(judgements: readonly JudgementRow[]): RatedUnit[] {
  const units = new Map<string, Map<string, number>>();
  for (const { itemId, reviewerId, verdict } of judgements) {
    if (verdict === null) continue;
    const values = units.get(itemId) ?? new Map<string, number>();
    units.set(itemId, values);
    values.set(reviewerId, VERDICT_LEVEL[verdict]);
  }
  return [...units].map(([cluster, values]) => ({ cluster, values }));
}

const unitKey = (itemId: string, chunkId: string) => `${itemId} ${chunkId}`;
