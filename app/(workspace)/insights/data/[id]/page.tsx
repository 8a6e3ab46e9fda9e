/** @file /insights/data/:id: what a table's columns mean, and what its checks found. HR leads only. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { MappingScreen } from "../../_components/data/mapping-screen";
import { INSIGHTS } from "../../_components/words";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await wordsOf(INSIGHTS)).mappingTitle });

export default async function MappingPage({ params }: { params: Promise<{ id: string }> }) {
  await requirePermission("insights:manage", "/insights/data");
  return <MappingScreen id={(await params).id} />;
}
