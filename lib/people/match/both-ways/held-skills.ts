/**
 * @file Held skills: what a subject shows of the taxonomy, with the level that the evidence stands for, in the shape of
 * lib/growth's profile skills, so that a candidate's gap is the same object as an employee's.
 */
import type { EvidenceItem, MatchSubject } from "../types";
import { coveredMonths } from "../work-months";

/** Structurally lib/growth ProfileSkill; growth stands above people, so it is not imported. */
export interface HeldSkill {
  readonly skillId: string;
  readonly level: 1 | 2 | 3 | 4;
  readonly evidence: readonly { readonly kind: "cv"; readonly text: string; readonly on: null }[];
  readonly shared: false;
}

/** Months of work with a skill from which somebody is taken to do it alone. */
const ALONE_FROM_MONTHS = 24;
const TEACHES = /\b(?:led|lead|trained|taught|mentored|coached|headed|supervised)\b|带领|培训|带教|指导|负责团队/i;
const MAX_EVIDENCE = 3;

/** A language listed as one is spoken on one's own, unless the entry says that it is only begun. */
const ONLY_BEGUN = /\b(?:a1|a2|b1|basics?|beginner|elementary|rudimentary|some|school|learning|in part)\b|入门|初级|基础|略懂|一点|学习中/i;

/** @returns by skill id; listed only: level 2; in work 2; two years in work 3; and teaching it there 4; a language in the list of languages 3 */
export function heldSkills({ items }: MatchSubject): HeldSkill[] {
  const bySkill = new Map<string, EvidenceItem[]>();
  for (const item of items) for (const id of item.skills) bySkill.set(id, [...(bySkill.get(id) ?? []), item]);
  return [...bySkill].sort(([a], [b]) => (a < b ? -1 : 1)).map(([skillId, shown]) => ({
    skillId,
    level: levelOf(shown),
    evidence: [...shown].sort((a, b) => Number(b.isWork) - Number(a.isWork)).slice(0, MAX_EVIDENCE).map(({ text }) => ({ kind: "cv" as const, text, on: null })),
    shared: false as const,
  }));
}

function levelOf(shown: readonly EvidenceItem[]): HeldSkill["level"] {
  if (shown.some(({ kind, text }) => kind === "language" && !ONLY_BEGUN.test(text))) return 3;
  const months = coveredMonths(shown.flatMap(({ work }) => work ?? []));
  if (months < ALONE_FROM_MONTHS) return 2;
  return shown.some(({ isWork, canonical }) => isWork && TEACHES.test(canonical)) ? 4 : 3;
}
