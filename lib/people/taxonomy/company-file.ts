/**
 * @file Where a company's own skills are kept (company-skills.json in the data folder), and the taxonomy with them.
 */
import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { dataPaths } from "../../config/paths";
import { taxonomyRow, type TaxonomyRow } from "../../contracts/taggers";
import { AppError } from "../../core/errors";
import { BASE_TAXONOMY } from "./base-taxonomy";
import { withCompanySkills } from "./company-skills";
import type { Taxonomy } from "./types";

/** @param dataDir as CADRE_DATA_DIR says it */
export const companySkillsFile = (dataDir: string): string => dataPaths(dataDir).skills;

/** Empty where nothing was imported. @throws AppError "taxonomy/invalid" for a file that is none of ours */
export function readCompanyRows(dataDir: string): TaxonomyRow[] {
  const file = companySkillsFile(dataDir);
  if (!existsSync(/* turbopackIgnore: true */ file)) return [];
  try {
    return z.array(taxonomyRow).parse(JSON.parse(readFileSync(/* turbopackIgnore: true */ file, "utf8")));
  } catch (cause) {
    throw new AppError("taxonomy/invalid", `${file} cannot be read as a table of skills. Import it again: cadre taxonomy import <csv>.`, { cause });
  }
}

/** The taxonomy that ships with the company's own skills over it. @throws AppError "taxonomy/invalid" */
export function openTaxonomy(dataDir: string): Taxonomy {
  const rows = readCompanyRows(dataDir);
  return rows.every(({ kind }) => kind === "occupation") ? BASE_TAXONOMY : withCompanySkills(BASE_TAXONOMY, rows);
}
