/** @file /insights/data: imported tables, importing one. HR leads only. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { TablesScreen } from "../_components/data/tables-screen";
import { INSIGHTS } from "../_components/words";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await wordsOf(INSIGHTS)).tables });

export default async function TablesPage() {
  await requirePermission("insights:read", "/insights/data");
  return <TablesScreen />;
}
