/** @file `cadre train`: trains now on the labels of the data folder, as the button on the Models page does, and waits for the verdict. */
import { findVersion } from "../../../db/queries/model-versions";
import type { TrainingRunRow } from "../../../db/queries/training-runs";
import { env } from "../../config/env";
import { TRAINING_KINDS } from "../../contracts/learning";
import { trainRunOutput, type TrainRunOutput } from "../../contracts/models";
import { AppError } from "../../core/errors";
import { systemScope } from "../../core/scope";
import { startTrainingRun } from "../../server/learning/start";
import { openServices } from "../../server/open-services";
import type { Services } from "../../server/services";
import { parseCommand, UsageError, type Command } from "../command";
import { endOfRun } from "../wait-for-run";

const scope = systemScope("cadre train");

export const command: Command = {
  name: "train",
  usage: `cadre train [--stage ranking|encoder] [--json]
Learns from the reviewers' labels in the data folder, compares the result with what serves, stores it as a version. Promotes
nothing: see \`cadre models\`. The same run as on the Models page or by schedule; there is never more than one at a time.
  --stage  ranking (default): weights, memory, a small adapter, when to answer. encoder: the encoder's last layers too, some
           minutes; promoting such a version builds a second index first
  --json   {"run","version","verdict","reasons":[…],"hit1":{"before","after"},"questions"}
With the built-in database stop the server first; with PostgreSQL any server or worker may take the run.
Other trainings: cadre train encoder (from files), cadre train base, cadre train classifier.`,
  async run(args, io) {
    const { values, positionals } = parseCommand(args, { stage: { type: "string" }, json: { type: "boolean" } });
    if (positionals.length > 0) throw new UsageError(`there is no training "${positionals.join(" ")}": use cadre train, train encoder, train base or train classifier`);
    const kind = TRAINING_KINDS.find((one) => one === (values.stage ?? "ranking"));
    if (!kind) throw new UsageError(`--stage is ranking or encoder, not "${String(values.stage)}"`);
    const services = await openServices(env());
    try {
      const id = await startTrainingRun(services, scope, kind);
      const output = trainRunOutput.parse(await outcomeOf(services, await endOfRun(services, id, { scope, note: io.note })));
      io.out(values.json ? JSON.stringify(output) : toText(output));
      return 0;
    } finally {
      await services.close();
    }
  },
};

async function outcomeOf({ db }: Services, run: TrainingRunRow): Promise<TrainRunOutput> {
  const version = run.versionId === null ? null : await findVersion(db, scope, run.versionId);
  if (!version) throw new AppError("request/not-found", `the version of run ${run.id} is gone`);
  const { before, after } = version.gate.own.hit1;
  return { run: run.id, version: `v${version.number}`, verdict: version.verdict, reasons: version.gate.reasons.map(({ en }) => en), hit1: { before, after }, questions: version.gate.own.questions };
}

function toText({ version, verdict, reasons }: TrainRunOutput): string {
  return [`${version}: ${verdict}`, ...reasons.map((reason) => `  ${reason}`), verdict === "refused" ? "Not in use." : `Not in use yet: cadre models promote ${version}`].join("\n");
}
