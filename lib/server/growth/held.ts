/** @file Rows of skills → what lib/growth reckons with. Confirmations that nobody has given yet count for nothing. */
import type { SkillRow } from "../../../db/queries/growth-people";
import type { EvidenceView } from "../../contracts/growth";
import type { ProfileSkill, SkillLevel, Words } from "../../growth/types";

export function heldOf(rows: readonly SkillRow[]): ProfileSkill[] {
  return rows.map(({ skillId, level, evidence, shared }) => ({
    skillId,
    level: levelOf(level),
    shared,
    evidence: evidence.filter(({ asked }) => asked !== true).map(({ kind, text, on, level: given }) => ({ kind, text, on, level: givenLevel(given) })),
  }));
}

/** A stored level is 1–4; anything else would be a broken row. */
export function levelOf(level: number): SkillLevel {
  return Math.max(0, Math.min(4, Math.round(level))) as SkillLevel;
}

/** The level of a confirmation, 1–4; null: not kept. */
export function givenLevel(level: number | null | undefined): Exclude<SkillLevel, 0> | null {
  const known = levelOf(level ?? 0);
  return known === 0 ? null : known;
}

/** Best first, then by name. */
export const inOrder = <T extends { readonly level: number; readonly name: Words }>(skills: T[]): T[] => skills.sort((a, b) => b.level - a.level || (a.name.en < b.name.en ? -1 : 1));

export function evidenceViews(evidence: SkillRow["evidence"], names: ReadonlyMap<string, { name: string }>): EvidenceView[] {
  return evidence.map(({ kind, text, on, by, asked, level }) => ({ kind, text, on, by: by === null ? null : (names.get(by)?.name ?? null), asked: asked ?? false, askedOf: asked === true ? by : null, level: givenLevel(level) }));
}
