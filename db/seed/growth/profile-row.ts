/**
 * @file How a demo employee's skills are written down: one call per person; evidence in the person's own language.
 */
import type { EvidenceKind, ProfileSkill, SkillLevel, StudyLanguage } from "../../../lib/growth/types";

/** The compiler sees to it that none is missing. */
const EVIDENCE: Readonly<Record<EvidenceKind, true>> = { cv: true, project: true, course: true, certificate: true, manager: true, peer: true, self: true };

export interface DemoGrowthProfile {
  readonly employeeId: string;
  /** Role of the career graph that the person holds now; null where the graph has none. */
  readonly roleId: string | null;
  /** What the person has agreed to; everything is off for whoever said nothing. */
  readonly shares: { readonly manager: boolean; readonly experts: boolean; readonly groups: boolean };
  readonly languages: readonly StudyLanguage[];
  readonly hoursPerWeek: number;
  /** Id of a role or opening; null without a goal. */
  readonly goal: { readonly kind: "role" | "opening"; readonly id: string } | null;
  readonly interests: string;
  readonly skills: readonly ProfileSkill[];
}

interface Person {
  readonly role: string | null;
  /** Letters of manager, experts, groups. */
  readonly shares: string;
  readonly languages: string;
  readonly hours: number;
  /** "role:id" or "opening:id". */
  readonly goal?: string;
  readonly interests: string;
}

/** @param skills "skill level kind: what was done (YYYY-MM-DD)"; the date may be left out */
export function profile(employeeId: string, person: Person, ...skills: string[]): DemoGrowthProfile {
  const [kind, id] = person.goal?.split(":") ?? [];
  return {
    employeeId,
    roleId: person.role,
    shares: { manager: person.shares.includes("M"), experts: person.shares.includes("E"), groups: person.shares.includes("G") },
    languages: person.languages.split(" ") as StudyLanguage[],
    hoursPerWeek: person.hours,
    goal: (kind === "role" || kind === "opening") && id ? { kind, id } : null,
    interests: person.interests,
    skills: skills.map((line) => toSkill(employeeId, line, person.shares.includes("E"))),
  };
}

const isKind = (word: string): word is EvidenceKind => Object.hasOwn(EVIDENCE, word);

function toSkill(employeeId: string, line: string, shared: boolean): ProfileSkill {
  const parts = /^(\S+) ([1-4]) (\w+): (.+?)(?: \((\d{4}-\d{2}-\d{2})\))?$/.exec(line);
  const [, skillId = "", level = "", kind = "", text = "", on] = parts ?? [];
  if (!parts || !isKind(kind)) throw new RangeError(`${employeeId}: "${line}", expected "skill level kind: text (date)"`);
  return { skillId, level: Number(level) as SkillLevel, evidence: [{ kind, text, on: on ?? null }], shared };
}
