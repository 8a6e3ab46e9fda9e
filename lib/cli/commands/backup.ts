/** @file `cadre backup`: everything that Cadre keeps, in one checked file; also while the server serves. */
import { env } from "../../config/env";
import { dataPaths } from "../../config/paths";
import { backupOutput, type BackupOutput } from "../../contracts/backup";
import { AppError } from "../../core/errors";
import { createBackup } from "../../server/backup/create-backup";
import { size } from "../../server/backup/last-backup";
import { parseCommand, UsageError, type Command } from "../command";

export const command: Command = {
  name: "backup",
  usage: `cadre backup <file or folder> [--json]
Writes everything that Cadre keeps into one new file: documents with their originals, accounts, chats, ratings,
settings. A folder: the file in it is named for the time. Works while the server serves (both databases) and without it.
The file is read back and checked before it gets its name. It is a tar archive that only its owner may read, not
encrypted: keep it as safe as the data folder. Session secrets are left out.`,
  async run(args, io) {
    const { values, positionals } = parseCommand(args, { json: { type: "boolean" } });
    const [target] = positionals;
    if (target === undefined || positionals.length > 1) throw new UsageError("name one file or folder to write to");
    const settings = env();
    const stop = new AbortController();
    const cancel = () => stop.abort(new AppError("job/cancelled", "cancelled; no backup was left behind"));
    process.once("SIGINT", cancel);
    process.once("SIGTERM", cancel);
    try {
      const result = await createBackup({ paths: dataPaths(settings.dataDir), databaseUrl: settings.databaseUrl, target, at: new Date(), note: io.note, signal: stop.signal });
      const output = backupOutput.parse(result);
      for (const warning of output.warnings) io.note(`Warning: ${warning}`);
      io.out(values.json ? JSON.stringify(output) : humanText(output));
      return 0;
    } finally {
      process.removeListener("SIGINT", cancel);
      process.removeListener("SIGTERM", cancel);
    }
  },
};

function humanText(output: BackupOutput): string {
  const rows = Object.values(output.tables).reduce((sum, count) => sum + count, 0);
  const served = output.whileServing && output.database === "pglite" ? ` The server paused writing for ${output.pausedMs} ms.` : "";
  return `${output.file}\n${output.documents} documents, ${output.originals} original files, ${rows} rows; ${size(output.bytes)}, checked, in ${(output.durationMs / 1000).toFixed(1)} s.${served}`;
}
