/**
 * @file A scripted stand-in for the ingestion worker's process: does what the source's name says. For worker tests.
 */
import type { FromWorker, ToWorker } from "./protocol";

const send = (message: FromWorker) => process.send?.(message);

process.on("message", (message: ToWorker) => {
  if (message.type !== "process") return;
  const { jobId, source } = message;
  send({ type: "progress", jobId, stage: "extract", done: 0, total: null });
  if (source === "dies.md") process.exit(3);
  if (source === "spins.md") for (;;);
  // Waits for ever without blocking, as a promise that nobody settles.
  if (source === "sleeps.md") return;
  if (source === "broken.md") send({ type: "failure", jobId, code: "document/broken", message: "It is damaged." });
  else send({ type: "result", jobId, result: { title: source } as never });
});
process.on("disconnect", () => process.exit(0));
send({ type: "ready" });
