/** @file The taxonomy that growth speaks with, and names for screens. One per process: ours with the company's own skills. */
import type { Words } from "../../growth/types";
import type { Taxonomy } from "../../people/taxonomy/types";
import { companyTaxonomy } from "../company-taxonomy";

export const growthTaxonomy = (): Taxonomy => companyTaxonomy();

/** Both names of a skill; its id where the taxonomy does not know it (an imported course may name one). */
export function nameOf(skillId: string): Words {
  return growthTaxonomy().byId(skillId)?.name ?? { en: skillId.replaceAll("-", " "), zh: skillId.replaceAll("-", " ") };
}

/** Names by id, each once. */
export function namesOf(skillIds: Iterable<string>): Record<string, Words> {
  return Object.fromEntries([...new Set(skillIds)].map((id) => [id, nameOf(id)]));
}
