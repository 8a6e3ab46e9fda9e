/** @file The taxonomy that growth speaks with, and names for screens. One per process; it is data that ships. */
import type { Words } from "../../growth/types";
import { BASE_TAXONOMY } from "../../people/taxonomy/base-taxonomy";
import type { Taxonomy } from "../../people/taxonomy/types";

export const growthTaxonomy = (): Taxonomy => BASE_TAXONOMY;

/** Both names of a skill; its id where the taxonomy does not know it (an imported course may name one). */
export function nameOf(skillId: string): Words {
  return growthTaxonomy().byId(skillId)?.name ?? { en: skillId.replaceAll("-", " "), zh: skillId.replaceAll("-", " ") };
}

/** Names by id, each once. */
export function namesOf(skillIds: Iterable<string>): Record<string, Words> {
  return Object.fromEntries([...new Set(skillIds)].map((id) => [id, nameOf(id)]));
}
