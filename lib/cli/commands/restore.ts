/** @file `cadre restore`: a backup into an empty data folder (and database), all of it or nothing. */
import { env } from "../../config/env";
import { dataPaths } from "../../config/paths";
import { restoreOutput, type RestoreOutput } from "../../contracts/backup";
import { restoreBackup } from "../../server/backup/restore-backup";
import { parseCommand, UsageError, type Command } from "../command";

export const command: Command = {
  name: "restore",
  usage: `cadre restore <file> [--into <data folder>] [--json]
Checks the backup, then brings it into an empty place: the data folder (CADRE_DATA_DIR, or --into), or with
DATABASE_URL an empty PostgreSQL database and the data folder for the originals. Backups move freely between PGlite
and PostgreSQL. An older backup is brought up to date, a newer one is refused. When anything fails, the place is left
as it was. The search index is rebuilt at the next start.`,
  async run(args, io) {
    const { values, positionals } = parseCommand(args, { into: { type: "string" }, json: { type: "boolean" } });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) throw new UsageError("name one backup file");
    if (values.into === "") throw new UsageError("--into needs a folder");
    const settings = env();
    const paths = dataPaths(values.into ?? settings.dataDir);
    const output = restoreOutput.parse(await restoreBackup({ file, paths, databaseUrl: settings.databaseUrl, note: io.note }));
    for (const warning of output.warnings) io.note(`Note: ${warning}`);
    io.out(values.json ? JSON.stringify(output) : humanText(output));
    return 0;
  },
};

function humanText(output: RestoreOutput): string {
  const rows = Object.values(output.tables).reduce((sum, count) => sum + count, 0);
  const upgraded = output.migrated.length > 0 ? `\nBrought up to date: ${output.migrated.join(", ")}.` : "";
  const where = output.database === "pglite" ? output.dataDir : `PostgreSQL, originals in ${output.dataDir}`;
  return `Restored the backup of ${output.createdAt} (Cadre ${output.cadre}) into ${where}:\n${output.documents} documents, ${output.originals} original files, ${rows} rows, in ${(output.durationMs / 1000).toFixed(1)} s.${upgraded}`;
}
