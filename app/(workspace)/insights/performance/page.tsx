/** @file /insights/performance: for HR leads. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { PerformanceScreen } from "../_components/performance/performance-screen";
import { INSIGHTS } from "../_components/words";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await wordsOf(INSIGHTS)).pages.performance });

export default async function PerformancePage() {
  await requirePermission("insights:read", "/insights/performance");
  return <PerformanceScreen />;
}
