/** @file The worker's handling of a real child process that answers, dies, spins or falls silent. */
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { DocumentId, JobId } from "../../core/types";
import { createIngestWorker, type IngestWorker, type WorkItem } from "./worker";

const item = (source: string): WorkItem => ({ jobId: `job-${source}` as JobId, documentId: "d" as DocumentId, file: "/none", source, kind: "policy" });
const nothing = (): void => undefined;
let worker: IngestWorker;

beforeEach(() => {
  worker = createIngestWorker({ encoder: "none", device: "cpu", tesseract: null, stageDelayMs: 0 }, { entry: path.join(import.meta.dirname, "worker.fixture.ts"), stallMs: 4_000 });
});

afterEach(() => worker.close());

test("a child that dies fails its job, and the next job gets a new child", async () => {
  await expect(worker.process(item("dies.md"), nothing)).rejects.toMatchObject({ code: "job/worker-died", message: expect.stringContaining("exit code 3") });
  await expect(worker.process(item("good.md"), nothing)).resolves.toEqual({ title: "good.md" });
});

test.each(["spins.md", "sleeps.md"])("a child that makes no progress (%s) is stopped with a message for the reader, and work goes on", async (source) => {
  await expect(worker.process(item(source), nothing)).rejects.toMatchObject({ code: "document/too-slow", userMessage: expect.stringContaining("no progress") });
  await expect(worker.process(item("good.md"), nothing)).resolves.toEqual({ title: "good.md" });
});

test("a file's own failure leaves the child alive, with code and message kept", async () => {
  await expect(worker.process(item("broken.md"), nothing)).rejects.toMatchObject({ code: "document/broken", userMessage: "It is damaged." });
  await expect(worker.process(item("good.md"), nothing)).resolves.toEqual({ title: "good.md" });
});

test("a cancelled job ends at once although its child cannot listen; another job's id cancels nothing", async () => {
  let begun = nothing;
  const working = new Promise<void>((resolve) => (begun = resolve));
  const work = worker.process(item("spins.md"), () => begun());
  await working;
  worker.cancel("job-other" as JobId);
  worker.cancel("job-spins.md" as JobId);
  await expect(work).rejects.toMatchObject({ code: "job/cancelled" });
  await expect(worker.process(item("good.md"), nothing)).resolves.toEqual({ title: "good.md" });
});

test("closing ends the work under way, and later work is refused instead of starting a child", async () => {
  const work = worker.process(item("sleeps.md"), nothing);
  worker.close();
  await expect(work).rejects.toMatchObject({ code: "job/cancelled" });
  await expect(worker.process(item("good.md"), nothing)).rejects.toMatchObject({ code: "job/cancelled" });
});
