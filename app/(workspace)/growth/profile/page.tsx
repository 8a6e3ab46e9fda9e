/** @file /growth/profile: one's own skills, and who sees them. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { ProfileScreen } from "./_components/profile-screen";
import { PROFILE } from "./_components/words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(PROFILE)).title };
}

export default async function GrowthProfilePage() {
  await requirePermission("growth:own", "/growth/profile");
  return <ProfileScreen />;
}
