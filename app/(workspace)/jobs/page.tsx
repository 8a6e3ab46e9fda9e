/** @file /jobs: the company's openings, for everyone. */
import type { Metadata } from "next";
import { requirePermission } from "@/app/_components/shell/guard";
import { OpeningsScreen } from "./_components/openings-screen";

export const metadata: Metadata = { title: "Openings" };

export default async function JobsPage() {
  await requirePermission("openings:read", "/jobs");
  return <OpeningsScreen />;
}
