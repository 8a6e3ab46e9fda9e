/** @file /growth/network: mentors, experts, communities. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { NetworkScreen } from "./_components/network-screen";
import { NETWORK } from "./_components/words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(NETWORK)).title };
}

export default async function NetworkPage() {
  await requirePermission("growth:own", "/growth/network");
  return <NetworkScreen />;
}
