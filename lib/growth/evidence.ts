/** @file What a piece of evidence speaks for: a confirmation for the level at which it was given and below, everything else for what its owner says. */
import type { SkillEvidence } from "./types";

export const isConfirmation = ({ kind }: Pick<SkillEvidence, "kind">): boolean => kind === "manager" || kind === "peer";

/** @param claimed the level that the skill has now, 1–4. A confirmation whose level nobody kept covers none. */
export function covers(evidence: Pick<SkillEvidence, "kind" | "level">, claimed: number): boolean {
  return !isConfirmation(evidence) || (evidence.level ?? 0) >= claimed;
}
