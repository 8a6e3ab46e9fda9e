/** @file /jobs/[id]: an opening as recruiters work on it. Whose it is the API decides. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { OPENINGS } from "../_components/words";
import { OpeningScreen } from "./_components/opening-screen";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await wordsOf(OPENINGS)).title });

export default async function OpeningPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<{ tab?: string; add?: string }> }) {
  await requirePermission("openings:recruit", "/jobs/[id]");
  const [{ id }, { tab, add }] = [await params, await searchParams];
  return <OpeningScreen id={id} initialTab={tab ?? "ranking"} toAdd={add ?? null} />;
}
