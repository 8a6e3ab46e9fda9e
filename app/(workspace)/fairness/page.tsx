/** @file /fairness: rates and impact ratios of groups, for HR leads. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { FairnessScreen } from "./_components/fairness-screen";
import { FAIRNESS } from "./_components/words";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await wordsOf(FAIRNESS)).title });

export default async function FairnessPage() {
  await requirePermission("fairness:read", "/fairness");
  return <FairnessScreen />;
}
