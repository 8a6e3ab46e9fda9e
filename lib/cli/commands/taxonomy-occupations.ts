/** @file `cadre taxonomy occupations`: the derived column of the shipped table of occupations, from O*NET's technology skills. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { projectRoot } from "../../config/paths";
import { deriveTools } from "../../growth/occupations/shipped/derive-tools";
import { withTools } from "../../growth/occupations/shipped/read-occupations";
import { BASE_TAXONOMY } from "../../people/taxonomy/base-taxonomy";
import { parseCommand, required, type Command } from "../command";
import { readEvalFile } from "../eval-encoder";

const TABLE = "lib/growth/occupations/shipped/occupations.json";

export const command: Command = {
  name: "taxonomy occupations",
  usage: `cadre taxonomy occupations --tools <csv> [--write] [--json]
Which tools the shipped occupations ask for, derived anew: names and skills are ours and stay as they are.
  --tools   O*NET's technology skills (columns O*NET-SOC Code, Example, In Demand)
  --write   writes ${TABLE}; without it the command fails where the file differs
  --json    {"occupations","changed"}`,
  async run(args, io) {
    const { values } = parseCommand(args, { tools: { type: "string" }, write: { type: "boolean" }, json: { type: "boolean" } });
    const file = path.join(projectRoot(), TABLE);
    const before = z.array(z.string()).parse(JSON.parse(await readFile(file, "utf8")));
    const after = withTools(before, deriveTools(await readEvalFile(required(values.tools, "tools")), BASE_TAXONOMY));
    const changed = after.filter((line, i) => line !== before[i]).length;
    if (values.write) await writeFile(file, `[\n${after.map((line) => JSON.stringify(line)).join(",\n")}\n]\n`);
    io.out(values.json ? JSON.stringify({ occupations: after.length, changed }) : `${after.length} occupations, ${changed} ${values.write ? "changed" : "differ from the shipped table"}`);
    return changed > 0 && !values.write ? 1 : 0;
  },
};
