/**
 * @file From what a target says to what it asks of a person: a job's requirements, or free text (an occupation's tasks,
 * "something with data and people"). Skills only: years, degrees and places are no matter of a learning plan.
 */
import type { Requirement } from "../../people/requirements/types";
import type { Taxonomy } from "../../people/taxonomy/types";
import type { NeededSkill } from "../types";

/** Demands of a free text at most; the rest is noise. */
const MAX_FROM_TEXT = 24;

/**
 * A language counts half: it is the condition of a post more than its work. Counted whole, two languages that everybody
 * in a company speaks brought a design engineer "86 %" of a payroll specialist.
 */
const SPOKEN = 0.5;

/** Years of practice asked for → the level that they stand for. */
function levelOf({ years, mustHave }: Requirement): NeededSkill["level"] {
  if (years !== undefined) return years >= 5 ? 4 : years >= 2 ? 3 : 2;
  return mustHave ? 3 : 2;
}

/**
 * Requirements that name a skill, language or certificate of the taxonomy. Their weights become the importance,
 * largest 1; where all weigh nothing a must-have counts 1 and the rest .5; a language half of it.
 */
export function needsOfRequirements(requirements: readonly Requirement[], taxonomy: Taxonomy): NeededSkill[] {
  const heaviest = Math.max(0, ...requirements.map(({ weight }) => weight));
  const needs: NeededSkill[] = [];
  for (const requirement of requirements) {
    const any = skillIdsOf(requirement, taxonomy);
    if (any.length === 0) continue;
    const asked = heaviest > 0 ? requirement.weight / heaviest : requirement.mustHave ? 1 : 0.5;
    const isSpoken = any.every((id) => taxonomy.byId(id)?.kind === "language");
    const importance = isSpoken ? asked * SPOKEN : asked;
    const { mustHave, text, source } = requirement;
    needs.push({ any, level: levelOf(requirement), importance, mustHave, text, source });
  }
  return mergeSame(needs);
}

function skillIdsOf({ kind, any }: Requirement, taxonomy: Taxonomy): string[] {
  if (kind === "skill") return withoutAdjectives(any.filter((id) => taxonomy.byId(id) !== null), taxonomy);
  if (kind !== "language" && kind !== "certificate") return [];
  return [...new Set(any.flatMap((name) => taxonomy.normalise(name)?.id ?? []))];
}

/** "Dutch payroll" asks for payroll; whoever only speaks Dutch does not meet it. */
function withoutAdjectives(ids: readonly string[], taxonomy: Taxonomy): string[] {
  const work = ids.filter((id) => taxonomy.byId(id)?.kind !== "language");
  return work.length > 0 ? work : [...ids];
}

/** Two demands for the same skills are one: the higher level, the larger importance. */
function mergeSame(needs: readonly NeededSkill[]): NeededSkill[] {
  const byKey = new Map<string, NeededSkill>();
  for (const need of needs) {
    const key = [...need.any].sort().join(" ");
    const before = byKey.get(key);
    if (!before) byKey.set(key, need);
    else {
      const level = Math.max(before.level, need.level) as NeededSkill["level"];
      const importance = Math.max(before.importance, need.importance);
      byKey.set(key, { ...before, level, importance, mustHave: before.mustHave || need.mustHave });
    }
  }
  return [...byKey.values()];
}

/**
 * Skills that a text names; one that is named more often weighs more (1 + ln of the count, largest 1).
 * Level 2: a text that does not say how well asks for doing it with guidance.
 *
 * @returns at most 24, heaviest first; empty for a text that names no skill of the taxonomy
 */
export function needsOfText(text: string, taxonomy: Taxonomy): NeededSkill[] {
  const found = new Map<string, { count: number; first: NeededSkill }>();
  for (const { skill, start, end, text: named } of taxonomy.mentions(text)) {
    const before = found.get(skill.id);
    if (before) before.count++;
    else {
      const first: NeededSkill = { any: [skill.id], level: 2, importance: 1, mustHave: false, text: named, source: { start, end } };
      found.set(skill.id, { count: 1, first });
    }
  }
  const ranked = [...found.values()].sort((a, b) => b.count - a.count || (a.first.source?.start ?? 0) - (b.first.source?.start ?? 0));
  const heaviest = 1 + Math.log(ranked[0]?.count ?? 1);
  return ranked.slice(0, MAX_FROM_TEXT).map(({ count, first }) => ({ ...first, importance: (1 + Math.log(count)) / heaviest }));
}
