/**
 * @file Opens a database only to check its audit log: nothing is made where there is none, nothing is upgraded.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { openDatabase } from "../../../db/client";
import { auditLogExists } from "../../../db/queries/audit";
import type { AuditVerification } from "../../contracts/audit";
import type { Env } from "../../config/env";
import { dataPaths } from "../../config/paths";
import { AppError } from "../../core/errors";
import { verifyAuditLog, type ExpectedHead } from "./verify";

/**
 * @param expected a head noted earlier; null when there is none
 * @throws AppError "request/not-found" when there is no database or it has no audit log yet; "data/locked" while a server
 * holds PGlite; "data/unavailable"
 */
export async function verifyStoredLog(settings: Pick<Env, "dataDir" | "databaseUrl">, expected: ExpectedHead | null): Promise<AuditVerification> {
  const paths = dataPaths(settings.dataDir);
  if (!settings.databaseUrl && !existsSync(path.join(paths.pglite, "PG_VERSION"))) throw new AppError("request/not-found", `there is no database in ${paths.root} yet: it is made at the first start. Is CADRE_DATA_DIR the right folder?`);
  const open = await openDatabase({ dataDir: paths.root, databaseUrl: settings.databaseUrl, migrations: "leave" });
  try {
    if (!(await auditLogExists(open.db))) throw new AppError("request/not-found", "this database has no audit log yet: it begins at the next start of the server");
    return await verifyAuditLog(open.db, expected);
  } finally {
    await open.close();
  }
}
