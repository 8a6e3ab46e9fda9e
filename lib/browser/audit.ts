/** @file The audit log, from the screen: pages of lines, the check of the chain, the export as a file. */
import { auditPage, auditVerification, type AuditPage, type AuditVerification } from "../contracts/audit";
import { call, send } from "./http";

/** What is asked for; absent: all. Dates are days of the reader's own calendar, "2026-11-22". */
export interface AuditChoice {
  readonly person?: string;
  readonly action?: string;
  readonly document?: string;
  readonly fromDay?: string;
  readonly untilDay?: string;
}

/** The choice as a query string, always in the same order; a day counts from its midnight to the next, local time. */
export function auditQueryOf(choice: AuditChoice): string {
  const query = new URLSearchParams();
  if (choice.person) query.set("person", choice.person);
  if (choice.action) query.set("action", choice.action);
  if (choice.document?.trim()) query.set("document", choice.document.trim());
  const from = midnight(choice.fromDay, 0);
  const until = midnight(choice.untilDay, 1);
  if (from) query.set("from", from);
  if (until) query.set("until", until);
  return query.toString();
}

/** @param before the last page's `next`; undefined for the first page */
export function loadAuditPage(query: string, before: number | undefined, signal?: AbortSignal): Promise<AuditPage> {
  const params = new URLSearchParams(query);
  if (before !== undefined) params.set("before", String(before));
  return call(auditPage, `/api/audit?${params}`, { signal });
}

export const verifyChain = (): Promise<AuditVerification> => call(auditVerification, "/api/audit/verify");

/** Fetches the file and hands it to the browser's downloads. @throws ApiError when it was refused or could not be recorded */
export async function saveAuditLog(query: string, format: "csv" | "jsonl"): Promise<void> {
  const params = new URLSearchParams(query);
  params.set("format", format);
  const response = await send(`/api/audit/export?${params}`, { accept: "*/*" });
  const name = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? `cadre-audit.${format}`;
  const address = URL.createObjectURL(await response.blob());
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  // The browser reads it after this turn; released too early, the download is empty.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function midnight(day: string | undefined, plusDays: number): string | null {
  const [year, month, date] = (day ?? "").split("-").map(Number);
  if (!year || !month || !date) return null;
  return new Date(year, month - 1, date + plusDays).toISOString();
}
