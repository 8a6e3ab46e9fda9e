/**
 * @file The taxonomy that ships: our own tables, both languages. A company's own skills are laid over it by
 * company-skills.ts.
 */
import { createTaxonomy } from "./create-taxonomy";
import { parseTables } from "./parse-table";
import { SOFTWARE } from "./table/software";
import type { Taxonomy } from "./types";

export const BASE_TAXONOMY: Taxonomy = createTaxonomy(parseTables([SOFTWARE]));
