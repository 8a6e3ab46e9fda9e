/** @file /audit: who opened, exported, changed, deleted what. HR leads read it; administrators its lines on accounts. */
import type { Metadata } from "next";
import { requirePermission } from "@/app/_components/shell/guard";
import { AuditScreen } from "./_components/audit-screen";

export const metadata: Metadata = { title: "Audit log" };

export default async function AuditPage() {
  await requirePermission("audit:verify", "/audit");
  return <AuditScreen />;
}
