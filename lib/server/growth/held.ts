/** @file Rows of skills → what lib/growth reckons with. Confirmations that nobody has given yet count for nothing. */
import type { SkillRow } from "../../../db/queries/growth-people";
import type { EvidenceView } from "../../contracts/growth";
import type { ProfileSkill, SkillLevel } from "../../growth/types";

export function heldOf(rows: readonly SkillRow[]): ProfileSkill[] {
  return rows.map(({ skillId, level, evidence, shared }) => ({
    skillId,
    level: levelOf(level),
    shared,
    evidence: evidence.filter(({ asked }) => asked !== true).map(({ kind, text, on }) => ({ kind, text, on })),
  }));
}

/** A stored level is 1–4; anything else would be a broken row. */
export function levelOf(level: number): SkillLevel {
  return Math.max(0, Math.min(4, Math.round(level))) as SkillLevel;
}

export function evidenceViews(evidence: SkillRow["evidence"], names: ReadonlyMap<string, { name: string }>): EvidenceView[] {
  return evidence.map(({ kind, text, on, by, asked }) => ({ kind, text, on, by: by === null ? null : (names.get(by)?.name ?? null), asked: asked ?? false }));
}
