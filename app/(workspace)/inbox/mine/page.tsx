/** @file /inbox/mine: one's own questions to HR, their states and replies; everyone's page. */
import type { Metadata } from "next";
import { requirePermission } from "@/app/_components/shell/guard";
import { MineScreen } from "./_components/mine-screen";

export const metadata: Metadata = { title: "My questions to HR" };

export default async function MinePage() {
  await requirePermission("hr:ask", "/inbox/mine");
  return <MineScreen />;
}
