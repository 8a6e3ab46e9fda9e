/** @file Transfer between every two of PGlite and PostgreSQL: each database is filled once and made bare as a target. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, test } from "vitest";
import { openMemoryDatabase, type OpenDatabase } from "../../../db/client";
import { findTestPostgres, openTestDatabase } from "../../testing/postgres";
import { importContract, prepareSource, transferContract } from "./transfer.contract";

const server = await findTestPostgres();
const folder = await mkdtemp(path.join(tmpdir(), "cadre-transfer-"));
const opened: OpenDatabase[] = [];

/** Made at the first call, closed at the end. */
function once<T>(make: (folder: string) => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= mkdtemp(path.join(folder, "s-")).then(make));
}

function databases(open: () => Promise<OpenDatabase>) {
  const keep = async () => {
    const database = await open();
    opened.push(database);
    return database;
  };
  return { source: once(async (own) => prepareSource(await keep(), own)), target: once(keep) };
}

afterAll(async () => {
  for (const database of opened) await database.close();
  if (!("missing" in server)) server.stop();
  await rm(folder, { recursive: true, force: true });
});

const pglite = databases(openMemoryDatabase);
transferContract("PGlite → PGlite", pglite.source, pglite.target);
importContract("into PGlite", pglite.source, pglite.target);

if ("missing" in server) {
  process.stderr.write(`Backups to and from PostgreSQL skipped: ${server.missing}\n`);
  test.skip(`PostgreSQL: ${server.missing}`);
} else {
  const postgres = databases(() => openTestDatabase(server));
  transferContract("PostgreSQL → PostgreSQL", postgres.source, postgres.target);
  transferContract("PGlite → PostgreSQL", pglite.source, postgres.target);
  transferContract("PostgreSQL → PGlite", postgres.source, pglite.target);
  importContract("into PostgreSQL", postgres.source, postgres.target);
}
