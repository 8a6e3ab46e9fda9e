/** @file The audit log's line in `cadre doctor`. */
import type { Env } from "../../config/env";
import type { DoctorOutput } from "../../contracts/cli";
import { toAppError } from "../../core/errors";
import { verifyStoredLog } from "./open-for-check";

/** Faults that are spelt out; `cadre audit verify` lists more. */
const SHOWN_FAULTS = 5;

/** Never throws. Failed when the chain is broken; a server at work, or no log yet, is said and is no fault. */
export async function checkAuditLog(settings: Env): Promise<DoctorOutput["checks"][number]> {
  const check = (ok: boolean, detail: string, fix: string | null = null) => ({ name: "audit log", ok, detail, fix });
  try {
    const { ok, lines, head, faults, more } = await verifyStoredLog(settings, null);
    if (ok) return check(true, `${lines} lines, unbroken, head ${head?.seq ?? 0}:${head?.hash ?? ""}`);
    const hidden = faults.length + more - SHOWN_FAULTS;
    const detail = faults.slice(0, SHOWN_FAULTS).map((fault) => fault.message).join("; ");
    return check(false, `${detail}${hidden > 0 ? `; and ${hidden} more` : ""}`, "Someone changed the database outside of Cadre. Keep this state for inquiry, run “cadre audit verify --json”, and compare with an exported log or a backup.");
  } catch (thrown) {
    const error = toAppError(thrown);
    if (error.code === "data/locked") return check(true, "not checked: a server holds the database. Stop it first, or check on the screen “Audit log”");
    if (error.code === "request/not-found") return check(true, "none yet: it begins with the first start");
    return check(false, `not checked: ${error.message}`, "See the check “database”.");
  }
}
