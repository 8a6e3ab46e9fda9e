/**
 * @file Wanted: a requirement made ready once for all résumés: its phrases cut into units, its skills with their
 * neighbours in the taxonomy. Static: what résumés say changes nothing here.
 */
import { normalise } from "../../knowledge/lexical/normalise";
import type { Requirement } from "../requirements/types";
import type { Taxonomy } from "../taxonomy/types";
import { toUnits, type MatchUnit } from "../terms/match-units";
import type { Ruleset } from "./ruleset";

export interface Phrase {
  /** Normalised. */
  readonly text: string;
  readonly units: readonly MatchUnit[];
  /** Sum of the units' weights, > 0. */
  readonly total: number;
}

export interface Wanted {
  readonly requirement: Requirement;
  /** Ways of saying it, any of which will do. */
  readonly phrases: readonly Phrase[];
  /** Skill id → share of strength that it shows, for the skills asked for and their neighbours. */
  readonly skills: ReadonlyMap<string, number>;
  /** What the encoder compares with the résumé's lines. */
  readonly canonical: string;
}

const OR = /\s*(?:\bor\b|(?<=\p{L})\s*\/\s*(?=\p{L})|或者|或)\s*/iu;
const MAX_PHRASES = 8;

export function toWanted(requirement: Requirement, { ruleset, taxonomy }: { readonly ruleset: Ruleset; readonly taxonomy: Taxonomy }): Wanted {
  const phrases = phrasesOf(requirement).flatMap((text): Phrase[] => {
    const units = toUnits(text);
    const total = units.reduce((sum, unit) => sum + unit.weight, 0);
    return total > 0 ? [{ text: normalise(text), units, total }] : [];
  });
  const canonical = normalise(requirement.kind === "experience" ? (requirement.any[0] ?? requirement.text) : requirement.text).replace(/\s+/g, " ").trim();
  return { requirement, phrases, skills: neighbours(requirement, { ruleset, taxonomy }), canonical };
}

/** The words asked for; alternatives where they name any. A single word on either side of "or" stays with the others. */
function phrasesOf({ kind, text, any }: Requirement): string[] {
  if (kind === "experience") return [...new Set(any.flatMap((role) => [role, ...split(role)]))].slice(0, MAX_PHRASES);
  if (kind !== "skill" && kind !== "text") return [...any];
  return [...new Set([text, ...split(text), ...bracketed(text)])].slice(0, MAX_PHRASES);
}

/** "spot tendencies over time (Monitoring)": a short name in brackets says the same. */
function bracketed(text: string): string[] {
  return Array.from(text.matchAll(/[(（]([^()（）]{2,48})[)）]/g), (match) => (match[1] ?? "").trim()).filter((name) => name.split(/\s+/).length <= 4 && !/e\.g|such as|etc|或|\bor\b|\d/i.test(name));
}

function split(text: string): string[] {
  const parts = text.replace(/[(（][^)）]*[)）]/g, " ").split(OR).map((part) => part.trim()).filter((part) => part.length > 1);
  return parts.length > 1 ? parts : [];
}

function neighbours({ kind, any }: Requirement, { ruleset, taxonomy }: { readonly ruleset: Ruleset; readonly taxonomy: Taxonomy }): Map<string, number> {
  const shares = new Map<string, number>();
  if (kind !== "skill") return shares;
  const keep = (id: string, share: number): void => void (share > (shares.get(id) ?? 0) && shares.set(id, share));
  const asked = new Set(any);
  for (const id of any) keep(id, 1);
  for (const skill of taxonomy.skills) {
    if (asked.has(skill.id)) continue;
    if (skill.parent !== null && asked.has(skill.parent)) keep(skill.id, ruleset.narrowerSkill);
    if (skill.related.some((id) => asked.has(id))) keep(skill.id, ruleset.relatedSkill);
  }
  for (const id of any) {
    const skill = taxonomy.byId(id);
    if (skill?.parent) keep(skill.parent, ruleset.widerSkill);
    for (const related of skill?.related ?? []) keep(related, ruleset.relatedSkill);
  }
  return shares;
}
