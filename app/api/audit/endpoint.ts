/** @file GET /api/audit: a page of the audit log, newest first. HR leads see every line, administrators those on accounts. */
import { auditQuery } from "@/lib/contracts/audit";
import { readAuditPage } from "@/lib/server/audit/read";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "audit:read:accounts", input: auditQuery }, async ({ actor, input }) => readAuditPage((await services()).db, actor, input));
