/** @file `cadre taxonomy import`: the company's own skills and occupations from a CSV, kept as one file of the data folder. */
import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { env } from "../../config/env";
import { taxonomyImportOutput } from "../../contracts/taggers";
import { withCompanyOccupations } from "../../growth/occupations/shipped/company-occupations";
import { BASE_TAXONOMY } from "../../people/taxonomy/base-taxonomy";
import { COMPANY_COLUMNS, readCompanyCsv, withCompanySkills } from "../../people/taxonomy/company-skills";
import { companySkillsFile, readCompanyRows } from "../../people/taxonomy/company-file";
import { parseCommand, UsageError, type Command } from "../command";
import { readEvalFile } from "../eval-encoder";

export const command: Command = {
  name: "taxonomy import",
  usage: `cadre taxonomy import <csv> [--check] [--json]
The company's own skills and occupations: replaces the table imported before. A running server reads it at its next start.
  <csv>     first line: ${COMPANY_COLUMNS.join(",")}
            name      English name; the only column that must be there. A name that the taxonomy knows changes that skill
            name_zh   Chinese name; empty: the same
            kind      technology (default), method, domain, craft, soft, language, licence; or occupation: no skill, but a goal
                      that goes before the one of that name that ships, with the skills it asks for under related ("SQL*; Python", * essential)
            aliases, aliases_zh, related   several are separated by ";"
            parent, related   a skill of the taxonomy or of this table
  --check   says what would change and writes nothing
  --json    {"skills","added","changed","removed","version","file"}`,
  async run(args, io) {
    const { values, positionals } = parseCommand(args, { check: { type: "boolean" }, json: { type: "boolean" } });
    const [file, ...rest] = positionals;
    if (file === undefined || rest.length > 0) throw new UsageError("give one CSV file");
    const rows = readCompanyCsv(await readEvalFile(file));
    const taxonomy = withCompanySkills(BASE_TAXONOMY, rows);
    // Refused now rather than at the server's start.
    withCompanyOccupations(rows, taxonomy);
    const { dataDir } = env();
    const target = companySkillsFile(dataDir);
    const before = new Map(readCompanyRows(dataDir).map((row) => [row.name, JSON.stringify(row)]));
    const names = new Set(rows.map(({ name }) => name));
    const output = taxonomyImportOutput.parse({
      skills: rows.length,
      added: rows.filter(({ name }) => !before.has(name)).length,
      changed: rows.filter((row) => before.has(row.name) && before.get(row.name) !== JSON.stringify(row)).length,
      removed: [...before.keys()].filter((name) => !names.has(name)).length,
      version: taxonomy.version,
      file: target,
    });
    if (!(values.check ?? false)) {
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      await writeFile(`${target}.new`, `${JSON.stringify(rows, null, 1)}\n`, { mode: 0o600 });
      await rename(`${target}.new`, target);
    }
    const verb = values.check ? "would hold" : "holds";
    io.out(values.json ? JSON.stringify(output) : `${target} ${verb} ${output.skills} skills and occupations: ${output.added} new, ${output.changed} changed, ${output.removed} gone. Taxonomy ${output.version}.`);
    return 0;
  },
};
