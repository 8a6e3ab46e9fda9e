/** @file Removing the demo on PostgreSQL. */
import { afterAll, test } from "vitest";
import { findTestPostgres, openTestDatabase } from "../../../testing/postgres";
import { demoRemovalContract } from "./remove-demo.contract";

const server = await findTestPostgres();

if ("missing" in server) {
  process.stderr.write(`Removing the demo on PostgreSQL: skipped, ${server.missing}\n`);
  test.skip(`PostgreSQL: ${server.missing}`);
} else {
  afterAll(() => server.stop());
  demoRemovalContract("PostgreSQL", () => openTestDatabase(server));
}
