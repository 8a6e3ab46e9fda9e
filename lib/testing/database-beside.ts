/** @file An empty PostgreSQL database for one test or story, made on the server of another one and dropped afterwards. */
import { Client } from "pg";

/** Two may be made within one millisecond. */
let made = 0;

/**
 * Makes a database, empty and not migrated.
 *
 * @param url a database on the same server, whose user may make databases
 * @returns its address, and its end: sessions that are still open in it are ended
 */
export async function createDatabaseBeside(url: string): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> {
  const name = `cadre_test_${process.pid}_${Date.now()}_${++made}`;
  await administer(url, `create database ${name}`);
  const beside = new URL(url);
  beside.pathname = `/${name}`;
  return { url: beside.toString(), drop: () => administer(url, `drop database if exists ${name} with (force)`) };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
