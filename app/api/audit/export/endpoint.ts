/** @file GET /api/audit/export?format=csv|jsonl: the log, or what a filter leaves of it, as a file. Recorded itself. */
import { auditExportQuery } from "@/lib/contracts/audit";
import { exportAuditLog } from "@/lib/server/audit/read";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "audit:export", input: auditExportQuery }, async ({ actor, input }) => exportAuditLog((await services()).db, actor, input));
