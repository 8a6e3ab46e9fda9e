/**
 * @file "Remove the demo": rows, files, vectors and snapshots of the demo company go, then the same places are looked at
 * again and the report says what was found. The audit log stays, and says that it happened. An administrator of the own
 * company is there afterwards, or a link for one: nobody is locked out.
 */
import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { countOwnAdmins, countRows, deleteDemoRows, demoRoots, findDemoTraces, listOwnAccounts, type DemoRoots } from "../../../../db/queries/demo";
import { listChunks, listDocuments, listFileHashes } from "../../../../db/queries/documents";
import { putSetting } from "../../../../db/queries/settings";
import { DEMO_COMPANY } from "../../../../db/seed";
import type { DemoContents, DemoRemoval } from "../../../contracts/setup";
import { AppError } from "../../../core/errors";
import { systemScope } from "../../../core/scope";
import { record, type AuditSubject } from "../../audit/record";
import type { Services } from "../../services";
import { DEMO_SETTING, isDemo } from "../demo-info";
import { makeFirstAdminLink, type FirstAdminLink } from "../first-admin";
import { SET_UP_SETTING } from "../set-up";
import { sampleSentences, searchAgain } from "./search-again";

const scope = systemScope("remove the demo");

/** What removing takes away, for the person who decides. @throws AppError "request/conflict" when the demo company is not here */
export async function demoContents(services: Services): Promise<DemoContents> {
  await requireDemo(services);
  const { db, paths } = services;
  const [roots, rows, staying] = [await demoRoots(db, scope), await countRows(db, scope), await listOwnAccounts(db, scope)];
  return {
    company: DEMO_COMPANY,
    documents: roots.documents.length,
    addedDocuments: roots.added.length,
    accounts: roots.users.length,
    people: roots.employees.length,
    chats: rows.get("conversations") ?? 0,
    staying,
    adminStays: (await countOwnAdmins(db, scope)) > 0,
    backups: await backupsIn(paths.backups),
  };
}

/**
 * @param subject who does it: an administrator, or the command line
 * @param confirm must be the demo company's name
 * @throws AppError "request/conflict" when the demo company is not here, "request/invalid" without the confirmation;
 *   "data/unavailable" without an audit line: then nothing was removed
 */
export async function removeDemo(services: Services, subject: AuditSubject, confirm: string): Promise<DemoRemoval> {
  await requireDemo(services);
  if (confirm.trim() !== DEMO_COMPANY) {
    throw new AppError("request/invalid", "the demo company's name was not typed", { userMessage: `Type the demo company's name, “${DEMO_COMPANY}”, to remove it.` });
  }
  const { db } = services;
  const roots = await demoRoots(db, scope);
  const sentences = sampleSentences(await listChunks(db, services.encoder.version, roots.documents));
  const hashes = await hashesOf(services, roots);
  roots.documents.forEach((id) => services.dispatcher.cancel(id));
  const before = await countRows(db, scope);
  const firstAdmin = await removeRows(services, { subject, roots, before });
  const after = await countRows(db, scope);
  await forget(services, roots);
  const removedFiles = await removeFiles(services, hashes);
  return report(services, { roots, before, after, sentences, removedFiles, firstAdmin });
}

async function requireDemo(services: Services): Promise<void> {
  if (await isDemo(services)) return;
  const text = "The demo company is not in this data folder; there is nothing to remove.";
  throw new AppError("request/conflict", text, { userMessage: text });
}

async function hashesOf({ db }: Services, { documents }: DemoRoots): Promise<Set<string>> {
  const doomed = new Set(documents);
  return new Set((await listDocuments(db, scope)).filter((row) => doomed.has(row.id)).map((row) => row.sha256));
}

/** Rows, settings and the line that says so: all or nothing. */
async function removeRows(services: Services, { subject, roots, before }: { subject: AuditSubject; roots: DemoRoots; before: ReadonlyMap<string, number> }): Promise<FirstAdminLink | null> {
  return services.db.transaction(async (tx) => {
    await deleteDemoRows(tx, scope, roots, []);
    await putSetting(tx, scope, { key: DEMO_SETTING, value: "0" });
    await putSetting(tx, scope, { key: SET_UP_SETTING, value: "own" });
    const after = await countRows(tx, scope);
    const rows = sum([...before].map(([table, n]) => Math.max(0, n - (after.get(table) ?? 0))));
    const link = (await countOwnAdmins(tx, scope)) > 0 ? null : await makeFirstAdminLink(tx, services.env, scope.reason);
    await record(tx, subject, { action: "company.demo-removed", object: { kind: "company", id: null }, facts: { documents: roots.documents.length, accounts: roots.users.length, rows } });
    return link;
  });
}

/** What this process holds in memory and has written beside the database. */
async function forget({ readSide, vectors, events, paths }: Services, { documents }: DemoRoots): Promise<void> {
  documents.forEach((id) => readSide.remove(id));
  await vectors.dropSnapshot();
  // What the next start would say without asking the database.
  await rm(path.join(paths.root, "setup.json"), { force: true });
  documents.forEach((id) => events.publish({ type: "removed", id }));
}

async function removeFiles({ db, files }: Services, hashes: ReadonlySet<string>): Promise<number> {
  const needed = await listFileHashes(db);
  const stale = [...hashes].filter((hash) => !needed.has(hash));
  await Promise.all(stale.map((hash) => files.remove(hash)));
  return stale.length;
}

interface Found {
  readonly roots: DemoRoots;
  readonly before: ReadonlyMap<string, number>;
  readonly after: ReadonlyMap<string, number>;
  readonly sentences: readonly string[];
  readonly removedFiles: number;
  readonly firstAdmin: FirstAdminLink | null;
}

async function report(services: Services, { roots, before, after, sentences, removedFiles, firstAdmin }: Found): Promise<DemoRemoval> {
  const { db, readSide, paths } = services;
  const traces = await findDemoTraces(db, scope, roots);
  const found = await searchAgain(services, sentences);
  const passagesLeft = sum(roots.documents.map((id) => readSide.knowledge.passagesOf(id).length));
  const orphans = await orphanFiles(services);
  const tables = [...before].map(([table, n]) => ({ table, before: n, removed: Math.max(0, n - (after.get(table) ?? 0)), left: traces.get(table) ?? 0 }));
  return {
    tables: tables.sort((a, b) => b.removed - a.removed || a.table.localeCompare(b.table)),
    files: { removed: removedFiles, orphans },
    searches: { asked: sentences.length, found },
    passagesLeft,
    clean: tables.every(({ left }) => left === 0) && found === 0 && passagesLeft === 0 && orphans === 0,
    auditLines: after.get("audit_events") ?? 0,
    staying: await listOwnAccounts(db, scope),
    backups: await backupsIn(paths.backups),
    firstAdmin,
  };
}

/** Files that no document needs. What is being uploaded at this moment is a draft: its name begins with a dot. */
async function orphanFiles({ db, paths }: Services): Promise<number> {
  const names = (await namesIn(paths.files)).filter((name) => !name.startsWith("."));
  const needed = await listFileHashes(db);
  return names.filter((name) => !needed.has(name)).length;
}

const backupsIn = async (folder: string) => (await namesIn(folder)).filter((name) => name.endsWith(".tar")).sort();

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
