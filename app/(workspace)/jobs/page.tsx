/** @file /jobs: the company's openings, for everyone. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { OpeningsScreen } from "./_components/openings-screen";
import { OPENINGS } from "./_components/words";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await wordsOf(OPENINGS)).title });

export default async function JobsPage() {
  await requirePermission("openings:read", "/jobs");
  return <OpeningsScreen />;
}
