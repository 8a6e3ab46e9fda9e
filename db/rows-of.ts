/** @file The rows of a raw statement: both drivers answer with an object that has `rows`; drizzle's type hides it. */
import { invariant } from "../lib/core/invariant";

/** @param result what `db.execute` gave; the caller names the columns that its own statement selects */
export function rowsOf<Row>(result: unknown): Row[] {
  const rows = typeof result === "object" && result !== null && "rows" in result ? result.rows : undefined;
  invariant(Array.isArray(rows), () => "the driver's answer has no rows");
  return rows as Row[];
}
