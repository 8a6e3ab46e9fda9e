/**
 * @file The ingestion worker's process: reads a file, extracts, splits and embeds it, and sends the result back.
 * Computes only: it never opens the database, and it ends when the server does.
 */
import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { toAppError } from "../../core/errors";
import { createEncoder } from "../../runtime/encoder";
import { openOcrTools } from "./ocr-tools";
import { processFile } from "./process-file";
import type { FromWorker, ToWorker, WorkerSettings } from "./protocol";

const settings = JSON.parse(process.argv[2] ?? "{}") as WorkerSettings;
const encoder = createEncoder({ model: settings.encoder, device: settings.device });
// Awaited where it is used; a model that is missing is then that job's failure, with its message.
encoder.catch(() => undefined);

const ocr = openOcrTools(settings.tesseract);

const send = (message: FromWorker) => {
  if (process.connected) process.send?.(message);
};

async function handle(message: Extract<ToWorker, { type: "process" }>): Promise<void> {
  const { jobId } = message;
  try {
    const result = await processFile({
      bytes: await readFile(message.file),
      source: message.source,
      kind: message.kind,
      documentId: message.documentId,
      encoder: await encoder,
      ocr,
      onProgress: async (stage, done, total) => {
        send({ type: "progress", jobId, stage, done, total });
        if (settings.stageDelayMs > 0 && done === 0) await sleep(settings.stageDelayMs);
      },
    });
    send({ type: "result", jobId, result });
  } catch (thrown) {
    const error = toAppError(thrown);
    send({ type: "failure", jobId, code: error.code, message: error.code === "internal/unknown" ? error.message : error.userMessage });
  }
}

process.on("message", (message: ToWorker) => {
  if (message.type === "process") void handle(message);
});
process.on("disconnect", () => process.exit(0));
send({ type: "ready" });
