/**
 * @file How much of a skill the skills that a person has amount to: the skill itself counts as it is, a narrower one
 * one level less, a wider one two levels less; a merely related one counts nothing but is named as near.
 */
import type { Taxonomy } from "../../people/taxonomy/types";
import type { ProfileSkill, SkillLevel } from "../types";

export interface Credit {
  readonly level: SkillLevel;
  /** The held skill that the level comes from; null: none. */
  readonly from: ProfileSkill | null;
  /** `same`: the skill itself. */
  readonly relation: "same" | "narrower" | "wider" | null;
}

const atLeastZero = (level: number): SkillLevel => Math.max(0, Math.min(4, level)) as SkillLevel;

/**
 * @param skillId what is asked for
 * @param held    what the person has
 * @returns the best credit; level 0 without any
 */
export function effectiveLevel(skillId: string, held: readonly ProfileSkill[], taxonomy: Taxonomy): Credit {
  let best: Credit = { level: 0, from: null, relation: null };
  for (const skill of held) {
    const credit = creditOf(skillId, skill, taxonomy);
    if (credit.level > best.level || (credit.level === best.level && credit.level > 0 && credit.relation === "same")) best = credit;
  }
  return best;
}

function creditOf(skillId: string, skill: ProfileSkill, taxonomy: Taxonomy): Credit {
  if (skill.skillId === skillId) return { level: skill.level, from: skill, relation: "same" };
  if (taxonomy.byId(skill.skillId)?.parent === skillId) {
    return { level: atLeastZero(skill.level - 1), from: skill, relation: "narrower" };
  }
  if (taxonomy.byId(skillId)?.parent === skill.skillId) {
    return { level: atLeastZero(skill.level - 2), from: skill, relation: "wider" };
  }
  return { level: 0, from: null, relation: null };
}

/** The levels that count for entry conditions: of every skill that a catalogue or a gap names. */
export function effectiveLevels(
  skillIds: Iterable<string>,
  held: readonly ProfileSkill[],
  taxonomy: Taxonomy,
): Record<string, SkillLevel> {
  const levels: Record<string, SkillLevel> = {};
  for (const id of skillIds) {
    const { level } = effectiveLevel(id, held, taxonomy);
    if (level > 0) levels[id] = level;
  }
  return levels;
}
