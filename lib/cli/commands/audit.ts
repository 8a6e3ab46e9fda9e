/** @file `cadre audit verify`: walks the audit log's chain and names every line that was changed, moved or removed. */
import { auditVerification, type AuditVerification } from "../../contracts/audit";
import { env } from "../../config/env";
import { verifyStoredLog } from "../../server/audit/open-for-check";
import type { ExpectedHead } from "../../server/audit/verify";
import { parseCommand, UsageError, type Command } from "../command";

function parseExpected(text: string | undefined): ExpectedHead | null {
  if (text === undefined) return null;
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (seq === undefined || hash === undefined) throw new UsageError("--expect: use <number>:<hash of 64 hex digits>, as an earlier run printed it");
  return { seq: Number(seq), hash };
}

export const command: Command = {
  name: "audit verify",
  usage: `cadre audit verify [--expect <number>:<hash>] [--json]
Checks every line of the audit log against its hash and the line before it. Exit code 1 when something is wrong; each
fault says which lines were changed, moved, removed, cut off at the end or added.
--expect  a head that an earlier run printed, kept outside of this machine: finds a log that was rewritten as a whole
With the built-in database stop the server first; while it serves, an HR lead or administrator can check on the screen
"Audit log".`,
  async run(args, io) {
    const { values, positionals } = parseCommand(args, { expect: { type: "string" }, json: { type: "boolean" } });
    if (positionals.length > 0) throw new UsageError(`nothing is expected after the command, got "${positionals.join(" ")}"`);
    const expected = parseExpected(values.expect);
    const report = auditVerification.parse(await verifyStoredLog(env(), expected));
    io.out(values.json ? JSON.stringify(report) : humanText(report));
    return report.ok ? 0 : 1;
  },
};

function humanText({ ok, lines, head, faults, more }: AuditVerification): string {
  const first = ok ? `ok      ${lines} lines, unbroken` : `BROKEN  ${lines} lines, ${faults.length + more} faults`;
  const listed = faults.map((fault) => `        ${fault.kind.padEnd(16)} ${fault.message}`);
  const rest = more > 0 ? [`        … and ${more} more`] : [];
  return [first, ...listed, ...rest, ...(head ? [`        head ${head.seq}:${head.hash}`] : [])].join("\n");
}
