/**
 * @file A company's own skills: a CSV becomes skills, laid over the taxonomy that ships. A row whose name is known
 * already changes that skill (names, kind, parent) and adds to its aliases; another row is a new skill.
 */
import { csvParseRows } from "d3-dsv";
import { taxonomyRow, type TaxonomyRow } from "../../contracts/taggers";
import { AppError } from "../../core/errors";
import { createTaxonomy } from "./create-taxonomy";
import { skillSlug } from "./skill-slug";
import type { Skill, Taxonomy } from "./types";

export const COMPANY_COLUMNS = ["name", "name_zh", "kind", "aliases", "aliases_zh", "parent", "related"] as const;

const MOST_PROBLEMS = 20;

/**
 * @param csv first line: the columns, in any order; only "name" must be there
 * @throws AppError "taxonomy/invalid" that lists what is wrong, each with its line
 */
export function readCompanyCsv(csv: string): TaxonomyRow[] {
  const [head, ...lines] = csvParseRows(csv.replace(/^\uFEFF/, ""));
  const columns = (head ?? []).map((column) => column.trim().toLowerCase());
  const unknown = columns.filter((column) => !(COMPANY_COLUMNS as readonly string[]).includes(column));
  if (!columns.includes("name") || unknown.length > 0) {
    const what = unknown.length > 0 ? `unknown column ${unknown.map((column) => `"${column}"`).join(", ")}` : `no column "name"`;
    throw new AppError("taxonomy/invalid", `The first line must name the columns: ${COMPANY_COLUMNS.join(", ")} (only name must be there). Found: ${what}.`);
  }
  const problems: string[] = [];
  const rows: TaxonomyRow[] = [];
  const seen = new Map<string, number>();
  lines.forEach((cells, at) => {
    if (cells.every((cell) => cell.trim() === "")) return;
    const filled = columns.map((column, index) => [column, (cells[index] ?? "").trim()] as const).filter(([column, cell]) => cell !== "" || column === "name");
    const read = taxonomyRow.safeParse(Object.fromEntries(filled));
    if (cells.length > columns.length) problems.push(`line ${at + 2}: ${cells.length} cells for ${columns.length} columns; put a value with a comma in quotes`);
    else if (!read.success) problems.push(...read.error.issues.map((issue) => `line ${at + 2}, ${issue.path.join(".")}: ${issue.message}`));
    else if (skillSlug(read.data.name) === "") problems.push(`line ${at + 2}, name: "${read.data.name}" has no letter or digit`);
    else if (seen.has(skillSlug(read.data.name))) problems.push(`line ${at + 2}, name: "${read.data.name}" is on line ${seen.get(skillSlug(read.data.name))} already`);
    else {
      seen.set(skillSlug(read.data.name), at + 2);
      rows.push(read.data);
    }
  });
  refuse(problems);
  if (rows.length === 0) throw new AppError("taxonomy/invalid", "The table holds no skill below its first line.");
  return rows;
}

function refuse(problems: readonly string[]): void {
  if (problems.length === 0) return;
  const more = problems.length > MOST_PROBLEMS ? `\n… and ${problems.length - MOST_PROBLEMS} more` : "";
  throw new AppError("taxonomy/invalid", `Nothing was imported. Correct these:\n${problems.slice(0, MOST_PROBLEMS).join("\n")}${more}`);
}

/**
 * @param table of readCompanyCsv or stored; occupations in it are no skills (lib/growth/occupations reads them)
 * @throws AppError "taxonomy/invalid" for a parent, related skill or alias that cannot be
 */
export function withCompanySkills(base: Taxonomy, table: readonly TaxonomyRow[]): Taxonomy {
  const rows = table.flatMap((row) => (isSkill(row) ? [row] : []));
  const ids = new Map(rows.map((row) => [row.name, (base.normalise(row.name)?.id ?? skillSlug(row.name))]));
  const own = new Set(ids.values());
  const problems: string[] = [];
  const find = (name: string, row: TaxonomyRow, column: string): string | null => {
    const id = own.has(skillSlug(name)) ? skillSlug(name) : (base.byId(name)?.id ?? base.normalise(name)?.id ?? null);
    if (id === null) problems.push(`"${row.name}", ${column}: there is no skill "${name}"`);
    if (id === ids.get(row.name)) problems.push(`"${row.name}", ${column}: a skill cannot be its own ${column}`);
    return id;
  };
  const skills = new Map(base.skills.map((skill) => [skill.id, skill]));
  for (const row of rows) {
    const id = ids.get(row.name) ?? skillSlug(row.name);
    const known = skills.get(id);
    const parent = row.parent === "" ? (known?.parent ?? null) : find(row.parent, row, "parent");
    const related = list(row.related).map((name) => find(name, row, "related")).filter((other) => other !== null);
    skills.set(id, merge(row, { id, parent, related, known }));
    for (const alias of [...list(row.aliases), ...list(row.aliases_zh)]) {
      const owner = base.normalise(alias);
      if (owner !== null && owner.id !== id) problems.push(`"${row.name}", aliases: "${alias}" is a name of "${owner.name.en}" already`);
    }
  }
  problems.push(...loops(skills));
  refuse(problems);
  return createTaxonomy([...skills.values()]);
}

type SkillRow = TaxonomyRow & { readonly kind: Skill["kind"] };
const isSkill = (row: TaxonomyRow): row is SkillRow => row.kind !== "occupation";

const list = (cell: string): string[] => cell.split(/[;；]/u).map((item) => item.trim()).filter((item) => item !== "");

function merge(row: SkillRow, { id, parent, related, known }: { id: string; parent: string | null; related: readonly string[]; known: Skill | undefined }): Skill {
  const joined = (...lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())];
  const en = known === undefined || known.name.en === row.name ? [] : [known.name.en];
  return {
    id,
    name: { en: row.name, zh: row.name_zh === "" ? (known?.name.zh ?? row.name) : row.name_zh },
    aliases: { en: joined(en, known?.aliases.en ?? [], list(row.aliases)), zh: joined(known !== undefined && row.name_zh !== "" ? [known.name.zh] : [], known?.aliases.zh ?? [], list(row.aliases_zh)) },
    kind: row.kind,
    parent,
    related: joined(known?.related ?? [], related),
  };
}

/** Parents that lead back to where they began. */
function loops(skills: ReadonlyMap<string, Skill>): string[] {
  const found: string[] = [];
  for (const skill of skills.values()) {
    const seen = new Set<string>();
    for (let at: Skill | undefined = skill; at !== undefined && at.parent !== null; at = skills.get(at.parent)) {
      if (seen.has(at.id)) {
        if (at.id === skill.id) found.push(`"${skill.name.en}", parent: its parents lead back to it`);
        break;
      }
      seen.add(at.id);
    }
  }
  return found;
}
