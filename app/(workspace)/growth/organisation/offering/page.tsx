/** @file /growth/organisation/offering: what the company offers for growing, for HR leads. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { OfferingScreen } from "./_components/offering-screen";
import { OFFERING } from "./_components/words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(OFFERING)).title };
}

export default async function OfferingPage() {
  await requirePermission("growth:manage", "/growth/organisation");
  return <OfferingScreen />;
}
