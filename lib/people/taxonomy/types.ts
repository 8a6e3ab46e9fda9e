/**
 * @file The words of the skills taxonomy: a skill with its names in two languages, and what may be asked of a table of
 * them. create-taxonomy.ts answers; base-taxonomy.ts holds the table that ships.
 */

/**
 * technology: software, a tool, a machine · method: a way of working · domain: a field of knowledge · craft: work of
 * the hand or a trade · soft: how someone works with people · language: spoken · licence: a permit or certificate.
 */
export const SKILL_KINDS = ["technology", "method", "domain", "craft", "soft", "language", "licence"] as const;
export type SkillKind = (typeof SKILL_KINDS)[number];

export interface Skill {
  /** Slug of the English name, stable between versions: "c-plus-plus". */
  readonly id: string;
  readonly name: { readonly en: string; readonly zh: string };
  /** Other ways of writing it; the names themselves are not repeated. */
  readonly aliases: { readonly en: readonly string[]; readonly zh: readonly string[] };
  readonly kind: SkillKind;
  /** Id of the wider skill; null at the top. */
  readonly parent: string | null;
  /** Ids of neighbours that are neither wider nor narrower. */
  readonly related: readonly string[];
}

/** A skill named in a text: `text` is `slice(start, end)` of it, in UTF-16 code units. */
export interface SkillMention {
  readonly skill: Skill;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Taxonomy {
  /** Changes whenever a name, alias or relation does: twelve digits of a hash. */
  readonly version: string;
  readonly skills: readonly Skill[];
  byId(id: string): Skill | null;
  /** The skill that this phrase, as a whole, names in either language; null where it names none. */
  normalise(phrase: string): Skill | null;
  /** Skills named in the text, in its order, longest first and without overlap. */
  mentions(text: string): readonly SkillMention[];
  /**
   * How near two skills are, 0–1: the same 1, parent and child .6, related .4, children of one parent .3, else 0.
   * Unknown ids are near to nothing but themselves.
   */
  closeness(a: string, b: string): number;
}
