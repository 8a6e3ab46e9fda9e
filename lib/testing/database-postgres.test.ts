/** @file The database's contract on PostgreSQL, and what only PostgreSQL has: a pool, a network, several processes. */
import { afterAll, expect, test, vi } from "vitest";
import { openDatabase } from "../../db/client";
import { findTestPostgres, openTestDatabase } from "./postgres";
import { databaseContract } from "./database.contract";

const server = await findTestPostgres();

if ("missing" in server) {
  process.stderr.write(`PostgreSQL contract suite skipped: ${server.missing}\n`);
  test.skip(`PostgreSQL: ${server.missing}`);
} else {
  afterAll(() => server.stop());
  databaseContract("PostgreSQL", () => openTestDatabase(server));

  test("several processes may start at once on an empty database: each finds it migrated", async () => {
    const first = await openTestDatabase(server);
    const url = first.url;
    await first.db.execute("drop schema public cascade; create schema public; drop schema drizzle cascade");
    const open = () => openDatabase({ dataDir: "/nowhere", databaseUrl: url });
    const opened = await Promise.all([open(), open(), open()]);
    for (const each of opened) {
      expect(await each.db.query.users.findMany()).toEqual([]);
      await each.close();
      await each.close();
    }
    await first.close();
  });
}

test("a PostgreSQL that does not answer is named by host and database, never by password", async () => {
  const attempt = openDatabase({ dataDir: "/nowhere", databaseUrl: "postgres://cadre:hunter2@127.0.0.1:1/staff" });
  const error = await attempt.then(
    () => new Error("it opened"),
    (thrown: unknown) => thrown as Error,
  );
  expect(error).toMatchObject({ code: "data/unavailable" });
  expect(error.message).toMatch(/127\.0\.0\.1:1\/staff.*ECONNREFUSED.*DATABASE_URL/);
  expect(error.message).not.toMatch(/hunter2/);
  expect(vi.mocked(console.error)).not.toHaveBeenCalled();
});
