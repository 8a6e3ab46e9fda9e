/** @file /jobs/weights: the ruleset as it reads, the weights it suggests, what recruiters' decisions would change of them. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { WeightsScreen } from "./_components/weights-screen";
import { WEIGHTS } from "./_components/words";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await wordsOf(WEIGHTS)).title });

export default async function WeightsPage() {
  await requirePermission("openings:recruit", "/jobs/weights");
  return <WeightsScreen />;
}
