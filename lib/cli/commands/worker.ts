/** @file `cadre worker`: reads files in on another machine or process, beside the servers of a PostgreSQL installation. */
import { env } from "../../config/env";
import { openWorker } from "../../server/worker/open-worker";
import { parseCommand, type Command } from "../command";

export const command: Command = {
  name: "worker",
  usage: `cadre worker [--once] [--json]
Takes files from the queue and reads them in, until it is stopped (Ctrl+C puts what is under way back). Needs DATABASE_URL
(PostgreSQL), the servers' CADRE_ENCODER, and CADRE_DATA_DIR on a folder whose "files" the servers share; a file that is not
there is left to another machine, and said. Servers find what it has stored within seconds.
--once   ends when the queue is empty; --json then prints {"stored":n,"filesFolder":"…","missingFiles":n}`,
  async run(args, io) {
    const { values } = parseCommand(args, { json: { type: "boolean" }, once: { type: "boolean" } });
    const worker = await openWorker(env(), io.note);
    io.note(`Working on the queue of this database; files in ${worker.filesFolder}`);
    if (worker.missingFiles > 0) io.note(`${worker.missingFiles} files of this company are not in that folder: share the servers' folder with this machine (CADRE_DATA_DIR).`);
    const stopped = values.once ? worker.idle() : untilSignal();
    await stopped;
    await worker.close();
    const summary = { stored: worker.done(), filesFolder: worker.filesFolder, missingFiles: worker.missingFiles };
    io.out(values.json ? JSON.stringify(summary) : `${summary.stored} documents stored.`);
    return 0;
  },
};

const untilSignal = () =>
  new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
