/** @file The embedding process: texts in, vectors out, with a trained encoder. Computes only, and ends when the server does. */
import { setTimeout as sleep } from "node:timers/promises";
import { createEncoder } from "../../runtime/encoder";
import { serveCalls } from "../child-calls";
import type { EmbedderSettings, ToEmbedder } from "./embedder";

const { model, device, stageDelayMs } = JSON.parse(process.argv[2] ?? "{}") as EmbedderSettings;
const encoder = createEncoder({ model, device });
// Awaited where it is used.
encoder.catch(() => undefined);

serveCalls(async ({ texts }: ToEmbedder) => {
  if (stageDelayMs > 0) await sleep(stageDelayMs);
  return (await encoder).embed(texts);
});
