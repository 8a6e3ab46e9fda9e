/**
 * @file The process that trains insights: reads a table, applies its mapping, trains one kind, sends the result. Computes only: it
 * never opens the database, and it ends when the server does.
 */
import { readFile, rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import v8 from "node:v8";
import type { InsightKind, InsightStage } from "../../contracts/insights";
import { toAppError } from "../../core/errors";
import { readTable } from "../../insights/table/read-table";
import { applyMapping } from "./mapping";
import type { FromInsightTrainer, InsightTrainingInput, InsightTrainingResult, InsightTrainingSettings } from "./protocol";
import { TRAINED_KINDS } from "./train/kinds";

const settings = JSON.parse(process.argv[2] ?? "{}") as InsightTrainingSettings;

/** Said again while a stage takes long: silence means that it hangs. */
const ALIVE_MS = 20_000;
let said: Extract<FromInsightTrainer, { type: "progress" }> = { type: "progress", stage: "read", step: 0, steps: null };

const send = (message: FromInsightTrainer): void => {
  if (message.type === "progress") said = message;
  if (process.connected) process.send?.(message);
};
const tell = (stage: InsightStage, step: number, steps: number | null): void => send({ type: "progress", stage, step, steps });

async function train(): Promise<InsightTrainingResult> {
  const input = v8.deserialize(await readFile(settings.file)) as InsightTrainingInput;
  await rm(settings.file, { force: true });
  tell("read", 0, null);
  if (settings.stageDelayMs > 0) await sleep(settings.stageDelayMs);
  const { table } = await readTable(input.content, input.name);
  const kind: InsightKind = input.kind;
  return TRAINED_KINDS[kind]({ table: applyMapping(table, input.mapping), mapping: input.mapping, labels: input.labels, seed: input.seed, augment: input.augment, earlier: input.earlier, settings, tell });
}

process.on("disconnect", () => process.exit(0));

async function main(): Promise<void> {
  try {
    send({ type: "result", result: await train() });
  } catch (thrown) {
    const error = toAppError(thrown);
    send({ type: "failure", code: error.code, message: error.message, userMessage: error.userMessage });
  }
}

setInterval(() => send(said), ALIVE_MS).unref();
// The server ends the process once it has the message: leaving here could cut it off.
void main();
