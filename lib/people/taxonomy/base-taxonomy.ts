/**
 * @file The taxonomy that ships: our own tables, both languages. A company's own skills are laid over it by
 * company-skills.ts.
 */
import { createTaxonomy } from "./create-taxonomy";
import { parseTables } from "./parse-table";
import { BUSINESS } from "./table/business";
import { EVERYBODY } from "./table/everybody";
import { DATA } from "./table/data";
import { ENGINEERING } from "./table/engineering";
import { SERVICES } from "./table/services";
import { SOFTWARE } from "./table/software";
import { TOOLS } from "./table/tools";
import type { Taxonomy } from "./types";

export const BASE_TAXONOMY: Taxonomy = createTaxonomy(parseTables([SOFTWARE, DATA, ENGINEERING, BUSINESS, SERVICES, EVERYBODY, TOOLS]));
