/** @file /candidates: people by what their résumés say. Recruiters and HR leads only. */
import type { Metadata } from "next";
import { requirePermission } from "@/app/_components/shell/guard";
import { CandidatesScreen } from "./_components/candidates-screen";

export const metadata: Metadata = { title: "Candidates" };

export default async function CandidatesPage() {
  await requirePermission("candidates:search", "/candidates");
  return <CandidatesScreen />;
}
