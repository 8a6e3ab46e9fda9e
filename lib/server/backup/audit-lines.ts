/**
 * @file The audit log's lines of backups and restores. A backup's line is written before anything is read, so that the
 * file holds it too; a restore's when the data is in. The second exception to the log's rule (see audit/README.md): when
 * a log is broken, a company must still be able to save its data and to bring it back, so the line that could not be
 * written is a warning of the command and not its end.
 */
import type { Database } from "../../../db/client";
import { auditLogExists } from "../../../db/queries/audit";
import type { AuditEvent } from "../../contracts/audit";
import { isAppError } from "../../core/errors";
import { systemScope } from "../../core/scope";
import { record } from "../audit/record";

const COMPANY = { kind: "company", id: null } as const;

/** @param whileServing a server was using the data. @returns one sentence when no line could be written, else none */
export function recordBackup(db: Database, whileServing: boolean): Promise<string[]> {
  return tryRecord(db, "cadre backup", { action: "company.backed-up", object: COMPANY, facts: { whileServing } });
}

/** @param of when the backup was made, and what it holds. @returns one sentence when no line could be written, else none */
export function recordRestore(db: Database, of: { readonly createdAt: string; readonly documents: number; readonly rows: number }): Promise<string[]> {
  return tryRecord(db, "cadre restore", { action: "company.restored", object: COMPANY, facts: { ...of } });
}

async function tryRecord(db: Database, command: string, event: AuditEvent): Promise<string[]> {
  try {
    if (!(await auditLogExists(db))) return [`The data is older than the audit log: no line says that ${command} ran.`];
    await record(db, systemScope(command), event);
    return [];
  } catch (error) {
    if (!isAppError(error)) throw error;
    return [`The audit log has no line of this ${command}: ${error.message}. Run “cadre audit verify”.`];
  }
}
