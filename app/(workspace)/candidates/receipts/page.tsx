/** @file /candidates/receipts: receipts of erasures. HR leads read every one, recruiters those of what they erased; also while candidates are switched off. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { ReceiptsScreen } from "./_components/receipts-screen";
import { RECEIPTS } from "./_components/receipts-words";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await wordsOf(RECEIPTS)).title });

export default async function ReceiptsPage({ searchParams }: { readonly searchParams: Promise<{ open?: string }> }) {
  await requirePermission("documents:delete:resume", "/candidates/receipts");
  return <ReceiptsScreen opened={(await searchParams).open ?? null} />;
}
