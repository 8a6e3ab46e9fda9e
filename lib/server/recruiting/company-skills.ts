/**
 * @file The company's own skills in the product: the same table and file as `cadre taxonomy import`, with a look at what would
 * change first. Scores that were made keep the taxonomy that they were made with; an opening says that there is a newer one.
 */
import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import type { CompanySkillsChange, CompanySkillsPage, CompanySkillsRequest } from "../../contracts/company-skills";
import type { TaxonomyRow } from "../../contracts/taggers";
import { AppError, isAppError } from "../../core/errors";
import type { Actor } from "../../core/types";
import { BASE_TAXONOMY } from "../../people/taxonomy/base-taxonomy";
import { companySkillsFile, readCompanyRows } from "../../people/taxonomy/company-file";
import { COMPANY_COLUMNS, readCompanyCsv, withCompanySkills } from "../../people/taxonomy/company-skills";
import type { Taxonomy } from "../../people/taxonomy/types";
import { record } from "../audit/record";
import { companyTaxonomy, forgetCompanyTaxonomy } from "../company-taxonomy";
import type { Services } from "../services";

type Needs = Pick<Services, "db"> & { readonly paths: Pick<Services["paths"], "root"> };

export function companySkills({ paths }: Pick<Needs, "paths">): CompanySkillsPage {
  return { rows: readCompanyRows(paths.root), shipped: BASE_TAXONOMY.skills.length, version: companyTaxonomy().version };
}

/**
 * What a table would change, and, with `apply`, the change itself: the whole table is replaced.
 * @throws AppError "taxonomy/invalid" that says line by line what is wrong; nothing is changed then
 */
export async function importCompanySkills({ db, paths }: Needs, actor: Actor, { csv, apply }: CompanySkillsRequest): Promise<CompanySkillsChange> {
  const before = readCompanyRows(paths.root);
  const { rows, taxonomy } = read(csv);
  const change = { ...differences(before, rows), skills: rows.length, over: rows.filter(({ name }) => BASE_TAXONOMY.normalise(name) !== null).map(({ name }) => name), applied: apply, version: taxonomy.version };
  if (apply) await keep({ db, paths }, actor, rows, change);
  return change;
}

/**
 * The table with a name more (taught-skills.ts): checked and recorded like an import.
 * @throws AppError "taxonomy/invalid" when a row cannot be; nothing is changed then
 */
export async function keepCompanyRows(services: Needs, actor: Actor, rows: readonly TaxonomyRow[]): Promise<void> {
  const before = readCompanyRows(services.paths.root);
  checked(() => withCompanySkills(BASE_TAXONOMY, rows));
  await keep(services, actor, rows, differences(before, rows));
}

async function keep({ db, paths }: Needs, actor: Actor, rows: readonly TaxonomyRow[], change: Pick<CompanySkillsChange, "added" | "changed" | "removed">): Promise<void> {
  const target = companySkillsFile(paths.root);
  await record(db, actor, { action: "taxonomy.imported", object: { kind: "company", id: null }, facts: { skills: rows.length, added: change.added.length, changed: change.changed.length, removed: change.removed.length } });
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  await writeFile(`${target}.new`, `${JSON.stringify(rows, null, 1)}\n`, { mode: 0o600 });
  await rename(`${target}.new`, target);
  forgetCompanyTaxonomy();
}

function read(csv: string): { rows: TaxonomyRow[]; taxonomy: Taxonomy } {
  return checked(() => {
    const rows = readCompanyCsv(csv);
    return { rows, taxonomy: withCompanySkills(BASE_TAXONOMY, rows) };
  });
}

function checked<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    // What is wrong stands in the message line by line, for the command; a person at the screen needs it as much.
    if (isAppError(error) && error.code === "taxonomy/invalid") throw new AppError(error.code, error.message, { userMessage: error.message, cause: error });
    throw error;
  }
}

function differences(before: readonly TaxonomyRow[], after: readonly TaxonomyRow[]): Pick<CompanySkillsChange, "added" | "changed" | "removed"> {
  const old = new Map(before.map((row) => [row.name, row]));
  const names = new Set(after.map(({ name }) => name));
  return {
    added: after.filter(({ name }) => !old.has(name)).map(({ name, name_zh, parent, aliases, aliases_zh }) => ({ name, name_zh, parent, aliases: [aliases, aliases_zh].filter((one) => one !== "").join("; ") })),
    changed: after.flatMap((row) => {
      const was = old.get(row.name);
      const fields = was ? COMPANY_COLUMNS.filter((column) => was[column] !== row[column]).map((column) => ({ column, before: was[column], after: row[column] })) : [];
      return fields.length > 0 ? [{ name: row.name, fields }] : [];
    }),
    removed: before.filter(({ name }) => !names.has(name)).map(({ name }) => name),
  };
}
