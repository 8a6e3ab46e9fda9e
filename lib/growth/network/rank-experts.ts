/**
 * @file "Who knows Kafka?": people by what they chose to share, with the evidence. Only shared skills are looked at.
 */
import type { Taxonomy } from "../../people/taxonomy/types";
import { covers } from "../evidence";
import { skillName } from "../gap/find-gap";
import type { Expert } from "../network-types";
import type { EvidenceKind, ProfileSkill, SkillEvidence } from "../types";

/** What others confirmed or what can be looked at counts more than one's own word. */
const KIND_WEIGHTS: Readonly<Record<EvidenceKind, number>> = { certificate: 1, manager: 1, project: 1, peer: 0.9, course: 0.7, cv: 0.7, self: 0.4 };
/** Evidence loses half its weight in so many years; what has no date counts as two years old. */
const HALF_LIFE_YEARS = 6;
const UNDATED_YEARS = 2;
const SELF_LEVEL_CAP = 2;
const LEAST_CLOSENESS = 0.4;

export interface SharedProfile {
  readonly employeeId: string;
  readonly skills: readonly ProfileSkill[];
}

/**
 * @param people those who agreed to be found
 * @param on     today, `YYYY-MM-DD`
 * @returns experts of the skill or a close one, best first; score 0–1
 */
export function rankExperts(skillId: string, people: readonly SharedProfile[], { taxonomy, on, limit }: { readonly taxonomy: Taxonomy; readonly on: string; readonly limit: number }): Expert[] {
  const found = people.flatMap(({ employeeId, skills }) => {
    const best = skills.filter(({ shared }) => shared).map((skill) => toExpert(employeeId, skill, { closeness: taxonomy.closeness(skillId, skill.skillId), on, taxonomy }));
    return best.filter((expert) => expert !== null).sort((a, b) => b.score - a.score).slice(0, 1);
  });
  return found.sort((a, b) => b.score - a.score || (a.employeeId < b.employeeId ? -1 : 1)).slice(0, limit);
}

function toExpert(employeeId: string, skill: ProfileSkill, { closeness, on, taxonomy }: { readonly closeness: number; readonly on: string; readonly taxonomy: Taxonomy }): Expert | null {
  if (closeness < LEAST_CLOSENESS || skill.level === 0) return null;
  const weight = (item: SkillEvidence) => weightOf(item, { on, claimed: skill.level });
  const evidence = [...skill.evidence].sort((a, b) => weight(b) - weight(a));
  const level = provenLevel(skill);
  const proof = evidence.length === 0 ? KIND_WEIGHTS.self : 1 - evidence.reduce((left, each) => left * (1 - 0.8 * weight(each)), 1);
  const score = closeness * (level / 4) * (0.4 + 0.6 * proof);
  const name = skillName(skill.skillId, taxonomy);
  const first = evidence[0]?.text ?? "";
  return { employeeId, skillId: skill.skillId, level: skill.level, score, evidence, reason: { en: `${name.en}, level ${skill.level}${first ? `: ${first}` : ""}`, zh: `${name.zh}，${skill.level} 级${first ? `：${first}` : ""}` } };
}

/** One's own word reaches level 2; a confirmation of a lower level than the one claimed now, the level that it was given for. */
function provenLevel({ level, evidence }: ProfileSkill): number {
  if (evidence.some((item) => item.kind !== "self" && covers(item, level))) return level;
  return Math.min(level, Math.max(SELF_LEVEL_CAP, ...evidence.map((item) => item.level ?? 0)));
}

/** Said of a lower level, a confirmation is worth no more than the owner's word for this one. */
function weightOf(item: SkillEvidence, { on: today, claimed }: { readonly on: string; readonly claimed: number }): number {
  const { on } = item;
  const kind = covers(item, claimed) ? item.kind : "self";
  const years = on === null ? UNDATED_YEARS : Math.max(0, (Date.parse(today) - Date.parse(on)) / (365.25 * 86_400_000));
  return KIND_WEIGHTS[kind] * 0.5 ** (years / HALF_LIFE_YEARS);
}
