/** @file /candidates: people by what their résumés say. Recruiters and HR leads only. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { CandidatesScreen } from "./_components/candidates-screen";
import { CANDIDATES } from "./_components/words";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await wordsOf(CANDIDATES)).title });

export default async function CandidatesPage({ searchParams }: { readonly searchParams: Promise<{ search?: string }> }) {
  await requirePermission("candidates:search", "/candidates");
  return <CandidatesScreen savedSearch={(await searchParams).search ?? null} />;
}
