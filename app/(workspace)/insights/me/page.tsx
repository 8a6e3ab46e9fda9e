/** @file /insights/me: what insights hold about whoever looks, and contesting it. Everyone. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { MeScreen } from "../_components/me/me-screen";
import { INSIGHTS } from "../_components/words";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await wordsOf(INSIGHTS)).me });

export default async function AboutMePage() {
  await requirePermission("insights:own", "/insights/me");
  return <MeScreen />;
}
