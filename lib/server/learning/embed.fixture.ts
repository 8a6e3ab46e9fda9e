/** @file Stand-in for the embedding child: one vector per text; "die" ends it, "broken" is a failure that it tells. */
import type { FromEmbedder, ToEmbedder } from "./embedder";

process.on("message", ({ texts }: ToEmbedder) => {
  if (texts.includes("die")) process.kill(process.pid, "SIGKILL");
  const said: FromEmbedder = texts.includes("broken") ? { type: "failure", code: "model/not-found", message: "no model" } : { type: "vectors", vectors: texts.map((text) => Float32Array.of(text.length)) };
  process.send?.(said);
});
process.on("disconnect", () => process.exit(0));
