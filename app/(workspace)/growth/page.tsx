/** @file /growth: this week, for the person themselves. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { HomeScreen } from "./_components/home-screen";
import { GROWTH } from "./_components/words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(GROWTH)).title };
}

export default async function GrowthPage() {
  await requirePermission("growth:own", "/growth");
  return <HomeScreen />;
}
