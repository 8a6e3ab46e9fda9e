/** @file The embedding child: batches come back, its death and what it tells are errors, and closing ends it. */
import path from "node:path";
import { expect, it } from "vitest";
import { createEmbedder } from "./embedder";

it("answers batch after batch; a failure, a death and a close each reject, and a new child takes over after the first two", async () => {
  const embedder = createEmbedder({ model: "none", device: "cpu", stageDelayMs: 0 }, path.join(import.meta.dirname, "embed.fixture.ts"));
  expect(await embedder.embed(["a", "bcd"])).toEqual([Float32Array.of(1), Float32Array.of(3)]);
  await expect(embedder.embed(["die"])).rejects.toMatchObject({ code: "job/worker-died" });
  await expect(embedder.embed(["broken"])).rejects.toMatchObject({ code: "model/not-found" });
  const waiting = embedder.embed(["late"]);
  embedder.close();
  await expect(waiting).rejects.toMatchObject({ code: "job/cancelled" });
  await expect(embedder.embed(["after"])).rejects.toMatchObject({ code: "job/cancelled" });
}, 30_000);
