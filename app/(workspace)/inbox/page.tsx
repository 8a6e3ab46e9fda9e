/** @file /inbox: questions that employees sent to HR, and verified answers; for reviewers and HR leads. */
import type { Metadata } from "next";
import { requirePermission } from "@/app/_components/shell/guard";
import { InboxScreen } from "./_components/inbox-screen";

export const metadata: Metadata = { title: "Questions to HR" };

export default async function InboxPage() {
  await requirePermission("hr:answer", "/inbox");
  return <InboxScreen />;
}
