/** @file /audit: who opened, exported, changed, deleted what. HR leads read it; administrators its lines on accounts. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { AuditScreen } from "./_components/audit-screen";
import { AUDIT } from "./_components/audit-words";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await wordsOf(AUDIT)).title });

export default async function AuditPage() {
  await requirePermission("audit:verify", "/audit");
  return <AuditScreen />;
}
