/** @file /inbox/mine: one's own questions to HR, their states and replies; everyone's page. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { MineScreen } from "./_components/mine-screen";
import { MINE } from "./_components/words";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await wordsOf(MINE)).title });

export default async function MinePage() {
  await requirePermission("hr:ask", "/inbox/mine");
  return <MineScreen />;
}
