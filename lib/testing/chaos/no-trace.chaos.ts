/**
 * @file A document that a person may not read leaves no trace: two thousand random graphs of the read side, as many on a
 * database. Only in the long suite (`npm run test:chaos`, 20 rounds): `npm test` has had the first of them by then.
 */
import { test } from "vitest";
import { noTraceContract } from "../../server/policy/no-trace.contract";
import { noTraceStoredContract } from "../../server/policy/no-trace-stored.contract";

const ROUNDS = Number(process.env["CADRE_CHAOS_ROUNDS"] ?? 3);

if (ROUNDS < 20) test.skip("thousands of graphs: from 20 rounds on");
else {
  noTraceContract(2_000);
  noTraceStoredContract(2_000);
}
