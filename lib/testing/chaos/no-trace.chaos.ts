/**
 * @file A document that a person may not read leaves no trace: two thousand random graphs, a minute of work. Only in the
 * long suite (`npm run test:chaos`, 20 rounds): `npm test` has had 300 of them by then.
 */
import { test } from "vitest";
import { noTraceContract } from "../../server/policy/no-trace.contract";

const ROUNDS = Number(process.env["CADRE_CHAOS_ROUNDS"] ?? 3);

if (ROUNDS < 20) test.skip("two thousand graphs: from 20 rounds on");
else noTraceContract(2_000);
