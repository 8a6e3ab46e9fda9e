/** @file /jobs/shared/[id]: a shortlist for the one person it is shared with; the link itself says who that is. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { RECRUITING } from "../../recruiting-words";
import { SharedScreen } from "./_components/shared-screen";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await wordsOf(RECRUITING)).tabs.shortlists });

export default async function SharedPage({ params }: { params: Promise<{ id: string }> }) {
  await requirePermission("openings:read", "/jobs/shared/[id]");
  return <SharedScreen id={(await params).id} />;
}
