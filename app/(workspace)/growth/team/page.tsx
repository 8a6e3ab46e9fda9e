/** @file /growth/team: what reports share, and plans that wait for a yes. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { TeamScreen } from "./_components/team-screen";
import { TEAM } from "./_components/words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(TEAM)).title };
}

export default async function TeamPage() {
  await requirePermission("growth:team", "/growth/team");
  return <TeamScreen />;
}
