/** @file /growth/careers: the lattice of roles. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { CareersScreen } from "./_components/careers-screen";
import { CAREERS } from "./_components/words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(CAREERS)).title };
}

export default async function CareersPage() {
  await requirePermission("growth:own", "/growth/careers");
  return <CareersScreen />;
}
