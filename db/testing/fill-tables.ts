/**
 * @file Fills every empty table of a database with rows of difficult values, asked of the catalog, so that a table added
 * later is filled as well. All texts of row i are the same, in every table: so references between tables hold.
 */
import { sql } from "drizzle-orm";
import type { Database } from "../client";
import { rowsOf } from "../rows-of";
import { listTables } from "../transfer/catalog";

/** What texts must survive: quotes, separators of lines and of arrays, escapes, other scripts, nothing at all. */
export const DIFFICULT_TEXTS = ["plain", "", `'"\\ , {} NULL \\N`, "tab\t feed\n return\r u2028\u2028 nel\u0085 bell\u0007", "年假 🎏 e\u0301 \uFEFF", '{"looks":"like json"}', "\\x00ff", "long ".repeat(400)];

const VALUES: Readonly<Record<string, (row: number, text: string) => string | null>> = {
  text: (_row, text) => text,
  "text[]": (row, text) => `{${row % 2 ? `${JSON.stringify(text)},"",NULL` : ""}}`,
  boolean: (row) => String(row % 2 === 0),
  smallint: (row) => String(row - 3),
  integer: (row) => String(row === 0 ? -2_147_483_648 : row * 7),
  bigint: (row) => (row === 1 ? "9007199254740993" : String(row + 1)),
  real: (row) => ["0.1", "-0", "3.4028235e38", "NaN", "1e-45"][row % 5] ?? null,
  "double precision": (row) => ["0.1", "-0", "1.7976931348623157e308", "NaN", "5e-324"][row % 5] ?? null,
  numeric: (row) => ["0.10", "-12345678901234567890.000001", "NaN"][row % 3] ?? null,
  jsonb: (row, text) => (row === 0 ? "null" : JSON.stringify({ text: [text.slice(0, 99)], n: [0.1, 1e21, -0], nested: { "": null } })),
  json: (_row, text) => JSON.stringify([text]),
  bytea: (row) => `\\x${Buffer.from(Array.from({ length: row === 0 ? 0 : 256 * row }, (_, i) => i % 256)).toString("hex")}`,
  date: (row) => `2024-02-${28 + (row % 2)}`,
  timestamp: (row) => `2026-03-29 0${row % 3}:30:00.123+0${row % 4}`,
};

/** @param rows at most DIFFICULT_TEXTS.length. Tables that hold rows already, and columns of a closed list, stay as they are. */
export async function fillTables(db: Database, rows: number): Promise<void> {
  await db.transaction(async (tx) => {
    // References hold in the end, but not in the order of the tables; the test's user may do this, the product need not.
    await tx.execute(sql`set local session_replication_role = replica`);
    for (const table of await listTables(tx)) {
      const [found] = rowsOf<{ full: boolean }>(await tx.execute(sql`select exists (select 1 from ${sql.identifier(table.name)}) as full`));
      if (found?.full) continue;
      const names = sql.join(table.columns.map((column) => sql.identifier(column.name)), sql`, `);
      const values = Array.from({ length: rows }, (_, row) => sql`(${sql.join(table.columns.map(({ type }) => sql`${valueOf(type, row)}::text::${sql.raw(type)}`), sql`, `)})`);
      await tx.execute(sql`insert into ${sql.identifier(table.name)} (${names}) overriding system value values ${sql.join(values, sql`, `)}`);
    }
  });
}

function valueOf(type: string, row: number): string | null {
  const kind = type.startsWith("timestamp") ? "timestamp" : type.replace(/\(.*\)/, "");
  const make = VALUES[kind];
  const text = DIFFICULT_TEXTS[row];
  if (!make || text === undefined) throw new Error(`db/testing/fill-tables.ts has no value for ${type}, row ${row}: add one`);
  return make(row, text);
}
