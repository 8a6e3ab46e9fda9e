/** @file The embedding process: texts in, vectors out, with a trained encoder. Computes only, and ends when the server does. */
import { setTimeout as sleep } from "node:timers/promises";
import { toAppError } from "../../core/errors";
import { createEncoder } from "../../runtime/encoder";
import type { EmbedderSettings, FromEmbedder, ToEmbedder } from "./embedder";

const { model, device, stageDelayMs } = JSON.parse(process.argv[2] ?? "{}") as EmbedderSettings;
const encoder = createEncoder({ model, device });
// Awaited where it is used.
encoder.catch(() => undefined);

const send = (message: FromEmbedder) => {
  if (process.connected) process.send?.(message);
};

async function embed({ texts }: ToEmbedder): Promise<void> {
  try {
    if (stageDelayMs > 0) await sleep(stageDelayMs);
    send({ type: "vectors", vectors: await (await encoder).embed(texts) });
  } catch (thrown) {
    const error = toAppError(thrown);
    send({ type: "failure", code: error.code, message: error.message });
  }
}

process.on("message", (message: ToEmbedder) => void embed(message));
process.on("disconnect", () => process.exit(0));
