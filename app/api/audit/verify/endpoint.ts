/** @file GET /api/audit/verify: is the chain unbroken? Reads no line out. */
import { verifyAuditLog } from "@/lib/server/audit/verify";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "audit:verify" }, async () => verifyAuditLog((await services()).db));
