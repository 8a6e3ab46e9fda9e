/**
 * @file Where a company's own skills are kept (company-skills.json in the data folder), and the taxonomy with them.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { dataPaths } from "../../config/paths";
import { taxonomyRow, type TaxonomyRow } from "../../contracts/taggers";
import { AppError } from "../../core/errors";
import { BASE_TAXONOMY } from "./base-taxonomy";
import { withCompanySkills } from "./company-skills";
import type { Taxonomy } from "./types";

/** @param dataDir as CADRE_DATA_DIR says it */
export const companySkillsFile = (dataDir: string): string => path.join(dataPaths(dataDir).root, "company-skills.json");

/** Empty where nothing was imported. @throws AppError "taxonomy/invalid" for a file that is none of ours */
export async function readCompanyRows(dataDir: string): Promise<TaxonomyRow[]> {
  const file = companySkillsFile(dataDir);
  const text = await readFile(/* turbopackIgnore: true */ file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw new AppError("taxonomy/invalid", `${file} cannot be read. Make it readable, or import the table again.`, { cause: error });
  });
  if (text === null) return [];
  try {
    return z.array(taxonomyRow).parse(JSON.parse(text));
  } catch (cause) {
    throw new AppError("taxonomy/invalid", `${file} is not a table of skills. Import it again: cadre taxonomy import <csv>.`, { cause });
  }
}

/** The taxonomy that ships with the company's own skills over it. */
export async function openTaxonomy(dataDir: string): Promise<Taxonomy> {
  const rows = await readCompanyRows(dataDir);
  return rows.length === 0 ? BASE_TAXONOMY : withCompanySkills(BASE_TAXONOMY, rows);
}
