/** @file /insights/synthetic: for HR leads. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { SyntheticScreen } from "../_components/synthetic/synthetic-screen";
import { INSIGHTS } from "../_components/words";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await wordsOf(INSIGHTS)).pages.synthetic });

export default async function SyntheticPage() {
  await requirePermission("insights:read", "/insights/synthetic");
  return <SyntheticScreen />;
}
