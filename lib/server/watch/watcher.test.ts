/**
 * @file Watched folders on real files and a real database; only the worker's reading of a file is scripted. What is new,
 * changed, renamed, half-written, gone and back again, and what must change nothing.
 */
import { appendFile, mkdir, mkdtemp, readFile, rename, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openMemoryDatabase, type OpenDatabase } from "../../../db/client";
import { listOpenTasks } from "../../../db/queries/document-tasks";
import { putTerms } from "../../../db/queries/document-terms";
import { deleteDocument, findDocument, findDocumentText, listDocuments, updateDocument } from "../../../db/queries/documents";
import { listVersions } from "../../../db/queries/document-versions";
import { emptyDatabase } from "../../../db/testing/database";
import { parseEnv } from "../../config/env";
import { createManualClock, systemClock } from "../../core/clock";
import { systemScope } from "../../core/scope";
import type { ChunkId, EncoderVersion } from "../../core/types";
import { createDispatcher, type Dispatcher } from "../ingest/dispatcher";
import { createDocumentEvents } from "../ingest/events";
import { createFileStore } from "../ingest/file-store";
import { createWatcher, type Watcher } from "./watcher";

const scope = systemScope("test");
let opened: OpenDatabase;
let folder: string;
let clock: ReturnType<typeof createManualClock>;
let dispatcher: Dispatcher;
let watcher: Watcher;

beforeAll(async () => {
  opened = await openMemoryDatabase();
});
afterAll(() => opened.close());
beforeEach(async () => {
  await emptyDatabase(opened.db);
  const home = await mkdtemp(path.join(tmpdir(), "cadre-watch-"));
  folder = path.join(home, "policies");
  await mkdir(folder);
  clock = createManualClock(1_000_000);
  const files = createFileStore(path.join(home, "files"));
  const events = createDocumentEvents();
  const worker = {
    process: async (item: { documentId: string; file: string; source: string }) => {
      const text = await readFile(item.file, "utf8");
      return { title: `Title of ${item.source}`, language: "en" as const, text, pages: [], blocks: [], warnings: [], person: { name: null, title: null, location: null, years: null }, encoderVersion: "toy@1" as EncoderVersion, chunks: [{ id: `${item.documentId}.0` as ChunkId, ordinal: 0, start: 0, end: text.length, page: null, headings: [], text, vector: Float32Array.of(1) }] };
    },
    cancel: vi.fn(),
    close: vi.fn(),
  };
  dispatcher = createDispatcher({ db: opened.db, worker, files, events, clock: systemClock, name: "test", onReady: () => Promise.resolve() });
  watcher = createWatcher({ services: { db: opened.db, files, events, dispatcher }, folders: [{ folder, kind: "policy" }], clock, follows: false });
});
afterEach(async () => {
  await watcher.close();
  await dispatcher.close();
  await rm(path.dirname(folder), { recursive: true });
});

/** Two looks with time in between: what has stood still is taken in. */
async function settle(): Promise<void> {
  await watcher.look();
  clock.advance(5_000);
  await watcher.look();
  await dispatcher.idle();
}
let touched = 1_700_000_000;
async function write(name: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
  await writeFile(path.join(folder, name), text);
  touched += 10;
  await utimes(path.join(folder, name), touched, touched);
}
const present = async () => (await listDocuments(opened.db, scope)).map(({ source, status }) => `${source} ${status}`).sort();
const one = async () => {
  const [row] = await listDocuments(opened.db, scope);
  if (!row) throw new Error("no document");
  return row;
};
const tasks = async () => (await listOpenTasks(opened.db, scope, ["file_removed"])).map(({ detail }) => detail.file);

describe("a watched folder", () => {
  it("takes in what is there, in sub-folders too, and leaves out what is temporary, linked or unreadable", async () => {
    await write("leave.md", "26 days");
    await write("hr/bands.md", "G1");
    for (const name of ["~$leave.docx", ".hidden.md", "leave.md.part", "notes.xyz"]) await write(name, "x");
    await symlink("/etc/hostname", path.join(folder, "link.md"));
    await settle();
    expect(await present()).toEqual(["hr/bands.md ready", "leave.md ready"]);
    expect((await one()).acl).toEqual(["role:employee"]);
    await settle();
    expect((await present()).length).toBe(2);
  });

  it("does not read a file that is still being written", async () => {
    await write("leave.md", "26 da");
    await watcher.look();
    clock.advance(5_000);
    await appendFile(path.join(folder, "leave.md"), "ys");
    expect(await watcher.look()).toBe(true);
    expect(await present()).toEqual([]);
    clock.advance(1_000);
    await watcher.look();
    expect(await present()).toEqual([]);
    await settle();
    expect((await findDocumentText(opened.db, scope, (await one()).id))?.text).toBe("26 days");
  });

  it("a changed file takes its document's place: readers, given title and terms stay, the earlier text is kept", async () => {
    await write("leave.md", "26 days");
    await settle();
    const before = await one();
    await updateDocument(opened.db, scope, before.id, { title: "Leave", acl: ["role:hr_lead"] });
    await putTerms(opened.db, scope, before.id, { sites: ["Leeds"], validFrom: "2026-01-01" });
    await write("leave.md", "27 days");
    await settle();
    const after = await one();
    expect((await present()).length).toBe(1);
    expect(after).toMatchObject({ title: "Leave", acl: ["role:hr_lead"], terms: { sites: ["Leeds"], validFrom: "2026-01-01" } });
    expect(after.id).not.toBe(before.id);
    await write("leave.md", "28 days");
    await settle();
    expect((await listVersions(opened.db, scope, (await one()).id)).map(({ number, text }) => `${number} ${text}`)).toEqual(["2 27 days", "1 26 days"]);
  });

  it("a file that is touched or renamed stays the same document", async () => {
    await write("leave.md", "26 days");
    await settle();
    const { id } = await one();
    await write("leave.md", "26 days");
    await settle();
    await rename(path.join(folder, "leave.md"), path.join(folder, "annual-leave.md"));
    await settle();
    expect((await one()).id).toBe(id);
    expect(await tasks()).toEqual([]);
  });

  it("a file that is gone is a task, not a deletion; back again, the task is gone", async () => {
    await write("leave.md", "26 days");
    await write("sick.md", "Call at 9");
    await settle();
    await rm(path.join(folder, "leave.md"));
    await settle();
    await settle();
    expect(await tasks()).toEqual(["leave.md"]);
    expect((await present()).length).toBe(2);
    await write("leave.md", "26 days");
    await settle();
    expect(await tasks()).toEqual([]);
    expect((await present()).length).toBe(2);
  });

  it("a folder that is gone or suddenly empty changes nothing, and says so", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    await write("leave.md", "26 days");
    await write("sick.md", "Call at 9");
    await settle();
    await rename(folder, `${folder}-away`);
    await settle();
    expect(watcher.states()[0]?.problem).toMatch(/cannot be read/);
    await mkdir(folder);
    await settle();
    expect(watcher.states()[0]?.problem).toMatch(/empty.*mounted/);
    expect(await tasks()).toEqual([]);
    await rm(folder, { recursive: true });
    await rename(`${folder}-away`, folder);
    await settle();
    expect(watcher.states()[0]?.problem).toBeNull();
    expect(vi.mocked(console.error)).toHaveBeenCalledTimes(2);
    vi.mocked(console.error).mockClear();
  });

  it("what somebody deleted stays deleted until its file changes", async () => {
    await write("leave.md", "26 days");
    await settle();
    await deleteDocument(opened.db, scope, (await one()).id);
    await settle();
    expect(await present()).toEqual([]);
    await write("leave.md", "27 days");
    await settle();
    expect((await findDocument(opened.db, scope, (await one()).id))?.status).toBe("ready");
  });
});

describe("CADRE_WATCH_DIR", () => {
  it("names folders and kinds, policies without one", () => {
    expect(parseEnv({ CADRE_WATCH_DIR: "/srv/a:/srv/b=course" }).watchFolders).toEqual([{ folder: "/srv/a", kind: "policy" }, { folder: "/srv/b", kind: "course" }]);
    expect(parseEnv({}).watchFolders).toEqual([]);
  });

  it("refuses an unknown kind and a relative path, with an example", () => {
    expect(() => parseEnv({ CADRE_WATCH_DIR: "/srv/a=policies" })).toThrow(/CADRE_WATCH_DIR: "policies" is no kind/);
    expect(() => parseEnv({ CADRE_WATCH_DIR: "policies" })).toThrow(/absolute path.*example/);
  });
});
