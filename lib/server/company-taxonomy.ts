/**
 * @file The taxonomy of this company: ours with its own skills over it (cadre taxonomy import), read once per process and again after an import on the screen. A
 * table that cannot be used is told in the log and by `cadre doctor`; the product goes on with ours.
 */
import { env } from "../config/env";
import { toAppError } from "../core/errors";
import { BASE_TAXONOMY } from "../people/taxonomy/base-taxonomy";
import { withCompanyOccupations } from "../growth/occupations/shipped/company-occupations";
import type { KnownOccupation } from "../growth/occupations/shipped/read-occupations";
import { openTaxonomy, readCompanyRows } from "../people/taxonomy/company-file";
import type { Taxonomy } from "../people/taxonomy/types";

let opened: Taxonomy | undefined;
let known: readonly KnownOccupation[] | undefined;

/** Occupations as goals: the company's own before those that ship. */
export function companyOccupations(): readonly KnownOccupation[] {
  known ??= openOccupations();
  return known;
}

function openOccupations(): readonly KnownOccupation[] {
  const taxonomy = companyTaxonomy();
  try {
    return withCompanyOccupations(readCompanyRows(env().dataDir), taxonomy);
  } catch (error) {
    const { code, message } = toAppError(error);
    console.error(`company occupations are not used [${code}]: ${message}`);
    return withCompanyOccupations([], taxonomy);
  }
}

export function companyTaxonomy(): Taxonomy {
  opened ??= open();
  return opened;
}

/** After an import: the next reader opens it anew. */
export function forgetCompanyTaxonomy(): void {
  opened = undefined;
}

function open(): Taxonomy {
  try {
    return openTaxonomy(env().dataDir);
  } catch (error) {
    const { code, message } = toAppError(error);
    console.error(`company skills are not used [${code}]: ${message}`);
    return BASE_TAXONOMY;
  }
}
