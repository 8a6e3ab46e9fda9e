/**
 * @file Ingestion on a real PGlite with the real queue and transaction; only the worker's computing is scripted, at
 * the edge where its process would be.
 */
import { mkdtemp, readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { zipSync } from "fflate";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { openMemoryDatabase, type OpenDatabase } from "../../../db/client";
import { deleteDocument, findDocument, findDocumentText, listChunks, listDocuments, type ProcessedDocument } from "../../../db/queries/documents";
import { claimJob, requeueInterrupted } from "../../../db/queries/jobs";
import { INGEST } from "../../config/defaults";
import { systemClock } from "../../core/clock";
import { AppError } from "../../core/errors";
import { scopeOf, systemScope } from "../../core/scope";
import type { ChunkId, DocumentId, EncoderVersion, UserId } from "../../core/types";
import { acceptFiles, fileOf, type AcceptOptions } from "./accept";
import { createDispatcher, type Dispatcher } from "./dispatcher";
import { createDocumentEvents } from "./events";
import { createFileStore, type FileStore } from "./file-store";
import type { IngestWorker, WorkItem } from "./worker";

const scope = systemScope("test");
const version = "toy@000000000000" as EncoderVersion;
const options: AcceptOptions = { kind: "policy", acl: ["role:employee"], onDuplicate: "skip", uploadedBy: null, auditedAs: null };
const file = (source: string, text: string) => fileOf(source, new TextEncoder().encode(text));

let database: OpenDatabase;
let files: FileStore;
let folder: string;
let dispatcher: Dispatcher;
let ready: [DocumentId, DocumentId | null][];

/** One chunk per document, holding its bytes' text. */
async function processed(item: WorkItem): Promise<ProcessedDocument> {
  const text = await readFile(item.file, "utf8");
  return {
    title: `Title of ${item.source}`,
    language: "en",
    text,
    pages: [],
    blocks: [],
    warnings: [],
    person: { name: null, title: null, location: null, years: null },
    encoderVersion: version,
    chunks: [{ id: `${item.documentId}.0` as ChunkId, ordinal: 0, start: 0, end: text.length, page: null, headings: [], text, vector: Float32Array.of(0.6, 0.8) }],
  };
}

function start(process: IngestWorker["process"], close: () => void = vi.fn(), onReady: () => Promise<void> = () => Promise.resolve()): Dispatcher {
  const worker: IngestWorker = { process, cancel: vi.fn(), close };
  return createDispatcher({
    db: database.db,
    worker,
    files,
    events: createDocumentEvents(),
    clock: systemClock,
    name: "test-worker",
    onReady: (id, replaced) => {
      ready.push([id, replaced]);
      return onReady();
    },
  });
}

async function ingest(incoming: Parameters<typeof acceptFiles>[3], changed: Partial<AcceptOptions> = {}) {
  const result = await acceptFiles(database.db, files, scope, incoming, { ...options, ...changed });
  dispatcher.wake();
  await dispatcher.idle();
  return result;
}

beforeAll(async () => {
  database = await openMemoryDatabase();
});

afterAll(() => database.close());

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "cadre-ingest-"));
  files = createFileStore(folder);
  ready = [];
  dispatcher = start((item) => processed(item));
});

afterEach(async () => {
  await dispatcher.close();
  for (const row of await listDocuments(database.db, scope)) await deleteDocument(database.db, scope, row.id);
});

describe("accepting", () => {
  test("a file becomes a ready document with text, chunk and vector, and the read side is told", async () => {
    const { accepted } = await ingest([file("boots.md", "Boots are issued twice a year.")]);
    const id = accepted[0]?.id as DocumentId;
    expect(await findDocument(database.db, scope, id)).toMatchObject({ status: "ready", chunkCount: 1, acl: ["role:employee"] });
    expect((await findDocumentText(database.db, scope, id))?.text).toBe("Boots are issued twice a year.");
    expect((await listChunks(database.db, version)).map((chunk) => [...(chunk.vector ?? [])])).toEqual([[expect.closeTo(0.6), expect.closeTo(0.8)]]);
    expect(ready).toEqual([[id, null]]);
  });

  test("the same bytes again are skipped, and replaced when asked: the old one goes when the new one is ready", async () => {
    const first = await ingest([file("boots.md", "Boots.")]);
    expect((await ingest([file("copy.md", "Boots.")])).accepted).toEqual([{ id: first.accepted[0]?.id, source: "copy.md", outcome: "skipped" }]);
    const second = await ingest([file("copy.md", "Boots.")], { onDuplicate: "replace" });
    expect(second.accepted[0]?.outcome).toBe("replaced");
    expect((await listDocuments(database.db, scope)).map((row) => row.id)).toEqual([second.accepted[0]?.id]);
    expect(ready.at(-1)).toEqual([second.accepted[0]?.id, first.accepted[0]?.id]);
    expect(await readdir(folder)).toHaveLength(1);
  });

  test("one bad file does not stop the others; each says what is wrong", async () => {
    const zip = zipSync({ "a.md": new TextEncoder().encode("Inside a."), "b.exe": Uint8Array.of(77, 90, 0, 0, 1) });
    const result = await ingest([file("good.md", "Good."), file("broken.pdf", "no pdf at all"), fileOf("more.zip", zip)]);
    expect(result.accepted.map((item) => item.source)).toEqual(["good.md", "more.zip/a.md"]);
    expect(result.failed.map((item) => [item.source, item.code])).toEqual([
      ["broken.pdf", "document/type-mismatch"],
      ["more.zip/b.exe", expect.stringMatching(/^document\/(unsupported-type|type-mismatch)$/)],
    ]);
    expect(result.failed.every((item) => item.message.length > 20)).toBe(true);
  });

  test("a file over the limit is refused before it is stored", async () => {
    const bytes = new Uint8Array(INGEST.maxFileBytes + 1);
    const result = await ingest([fileOf("huge.pdf", bytes)]);
    expect(result.failed).toMatchObject([{ source: "huge.pdf", code: "document/too-large", message: expect.stringContaining("Split it") }]);
    expect(await readdir(folder)).toEqual([]);
  });

  test("files are read one at a time, and one that cannot be read is told while the others go on", async () => {
    let open = 0;
    const counted = (source: string) => ({
      source,
      sizeBytes: 10,
      read: async () => {
        expect(++open).toBe(1);
        await Promise.resolve();
        open--;
        return new TextEncoder().encode(`Text of ${source}.`);
      },
    });
    const gone = { source: "gone.md", sizeBytes: 10, read: () => Promise.reject(new AppError("document/broken", "ENOENT", { userMessage: "The file cannot be read (ENOENT)." })) };
    const result = await ingest([counted("a.md"), gone, counted("b.md")]);
    expect(result.accepted.map((item) => item.source)).toEqual(["a.md", "b.md"]);
    expect(result.failed).toEqual([{ source: "gone.md", code: "document/broken", message: "The file cannot be read (ENOENT)." }]);
  });

  test("a workbook is refused as one file, not as its parts; a zip without a name's end is opened", async () => {
    const inside = { "xl/workbook.xml": new TextEncoder().encode("<workbook/>"), "a.md": new TextEncoder().encode("Inside a.") };
    const result = await ingest([fileOf("table.xlsx", zipSync(inside)), fileOf("bundle", zipSync({ "a.md": inside["a.md"] }))]);
    expect(result.failed.map((item) => [item.source, item.code])).toEqual([["table.xlsx", "document/unsupported-type"]]);
    expect(result.accepted.map((item) => item.source)).toEqual(["bundle/a.md"]);
  });

  test("another person's unreadable duplicate is not revealed: the upload is accepted as new", async () => {
    await ingest([file("secret.md", "Pay bands.")], { acl: ["role:hr_lead"] });
    const recruiter = scopeOf({ userId: "u1" as UserId, roles: ["recruiter"] });
    const result = await acceptFiles(database.db, files, recruiter, [file("mine.md", "Pay bands.")], options);
    expect(result.accepted[0]?.outcome).toBe("queued");
  });
});

describe("working", () => {
  test("a scan ends as needs OCR, a broken file as failed, with the message for the reader", async () => {
    await dispatcher.close();
    dispatcher = start(async (item) => {
      throw new AppError(item.source === "scan.pdf" ? "document/needs-ocr" : "document/broken", "developer's text");
    });
    const pdf = (source: string) => file(source, `%PDF-1.7 ${source}`);
    await ingest([pdf("scan.pdf"), pdf("torn.pdf")]);
    const rows = await listDocuments(database.db, scope);
    expect(Object.fromEntries(rows.map((row) => [row.source, [row.status, row.errorCode]]))).toEqual({
      "scan.pdf": ["needs_ocr", "document/needs-ocr"],
      "torn.pdf": ["failed", "document/broken"],
    });
    expect(rows.every((row) => row.errorMessage && !row.errorMessage.includes("developer's"))).toBe(true);
    expect(ready).toEqual([]);
  });

  test("a worker that dies is tried again; a file that always kills it fails in the end", async () => {
    await dispatcher.close();
    let tries = 0;
    dispatcher = start(async (item) => {
      tries++;
      if (item.source === "killer.md" || tries === 1) throw new AppError("job/worker-died", "signal 9");
      return processed(item);
    });
    await ingest([file("shaky.md", "Second time lucky.")]);
    expect((await listDocuments(database.db, scope))[0]?.status).toBe("ready");
    tries = 1;
    await ingest([file("killer.md", "Always.")]);
    expect(tries).toBe(1 + INGEST.maxAttempts);
    expect((await listDocuments(database.db, scope)).find((row) => row.source === "killer.md")).toMatchObject({ status: "failed", errorCode: "job/worker-died" });
  });

  test("a file that hangs its reader fails at once, with a message", async () => {
    await dispatcher.close();
    let tries = 0;
    dispatcher = start(() => {
      tries++;
      return Promise.reject(new AppError("document/too-slow", "no progress"));
    });
    await ingest([file("endless.md", "Endless.")]);
    expect(tries).toBe(1);
    expect((await listDocuments(database.db, scope))[0]).toMatchObject({ status: "failed", errorCode: "document/too-slow" });
  });

  test("closing puts the work under way back at once, however often, and without counting it as a try", async () => {
    await acceptFiles(database.db, files, scope, [file("a.md", "A."), file("b.md", "B.")], options);
    for (let round = 0; round < INGEST.maxAttempts + 2; round++) {
      await dispatcher.close();
      let begun = () => {};
      const working = new Promise<void>((resolve) => (begun = resolve));
      let stop = () => {};
      dispatcher = start(
        () =>
          new Promise((_resolve, reject) => {
            stop = () => reject(new AppError("job/cancelled", "closed"));
            begun();
          }),
        () => stop(),
      );
      dispatcher.wake();
      await working;
      expect((await listDocuments(database.db, scope)).map((row) => row.status).sort()).toEqual(["processing", "queued"]);
      await dispatcher.close();
      expect((await listDocuments(database.db, scope)).map((row) => row.status)).toEqual(["queued", "queued"]);
    }
    dispatcher = start((item) => processed(item));
    dispatcher.wake();
    await dispatcher.idle();
    expect((await listDocuments(database.db, scope)).map((row) => row.status)).toEqual(["ready", "ready"]);
  });

  test("servers that are killed again and again do not use up a document's tries", async () => {
    await acceptFiles(database.db, files, scope, [file("a.md", "A.")], options);
    for (let round = 0; round < INGEST.maxAttempts + 2; round++) {
      expect(await claimJob(database.db, scope, `server-${round}`, INGEST.leaseMs, new Date())).toMatchObject({ attempts: 1 });
      await requeueInterrupted(database.db, scope);
    }
  });

  test("a document that is stored stays ready although the read side failed to take it in", async () => {
    await dispatcher.close();
    const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
    dispatcher = start((item) => processed(item), undefined, () => Promise.reject(new Error("no room")));
    await ingest([file("a.md", "A.")]);
    expect((await listDocuments(database.db, scope))[0]?.status).toBe("ready");
    expect(told).toHaveBeenCalledWith(expect.stringContaining("found only after the next start: no room"));
    told.mockRestore();
  });

  test("a document deleted while it is being read leaves nothing behind", async () => {
    await dispatcher.close();
    dispatcher = start(async (item) => {
      await deleteDocument(database.db, scope, item.documentId);
      return processed(item);
    });
    await ingest([file("gone.md", "Gone.")]);
    expect(await listDocuments(database.db, scope)).toEqual([]);
    expect(await listChunks(database.db, version)).toEqual([]);
    expect(ready).toEqual([]);
  });

  test("work claimed by a process that died is claimed again", async () => {
    await acceptFiles(database.db, files, scope, [file("a.md", "A.")], options);
    const claimed = await claimJob(database.db, scope, "dead-process", INGEST.leaseMs, new Date());
    expect(claimed?.status).toBe("running");
    expect(await claimJob(database.db, scope, "other", INGEST.leaseMs, new Date())).toBeNull();
    expect(await claimJob(database.db, scope, "other", INGEST.leaseMs, new Date(Date.now() + INGEST.leaseMs + 1))).toMatchObject({ id: claimed?.id, attempts: 2 });
    expect(await requeueInterrupted(database.db, scope)).toBe(1);
    dispatcher.wake();
    await dispatcher.idle();
    expect((await listDocuments(database.db, scope))[0]?.status).toBe("ready");
  });
});
