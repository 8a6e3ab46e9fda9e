/** @file /growth/network/graph: who works with whom, as a picture of people who chose to stand in it. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { GraphScreen } from "./_components/graph-screen";
import { GRAPH } from "./_components/words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(GRAPH)).title };
}

export default async function GraphPage() {
  await requirePermission("growth:own", "/growth/network");
  return <GraphScreen />;
}
