/** @file /insights/clusters: for HR leads. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { ClustersScreen } from "../_components/clusters/clusters-screen";
import { INSIGHTS } from "../_components/words";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await wordsOf(INSIGHTS)).pages.clusters });

export default async function ClustersPage() {
  await requirePermission("insights:read", "/insights/clusters");
  return <ClustersScreen />;
}
