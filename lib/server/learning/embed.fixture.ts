/** @file Stand-in for the embedding child: one vector per text; "die" ends it, "broken" is a failure that it tells. */
import { AppError } from "../../core/errors";
import { serveCalls } from "../child-calls";
import type { ToEmbedder } from "./embedder";

serveCalls(({ texts }: ToEmbedder) => {
  if (texts.includes("die")) process.kill(process.pid, "SIGKILL");
  if (texts.includes("broken")) throw new AppError("model/not-found", "no model");
  return texts.map((text) => Float32Array.of(text.length));
});
