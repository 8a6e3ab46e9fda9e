/** @file /insights: on or off, under which approval, what each part knows. HR leads only. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { OverviewScreen } from "./_components/overview/overview-screen";
import { INSIGHTS } from "./_components/words";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await wordsOf(INSIGHTS)).title });

export default async function InsightsPage() {
  await requirePermission("insights:read", "/insights");
  return <OverviewScreen />;
}
