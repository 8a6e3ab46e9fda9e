/** @file /growth/my-case: what the company offers, for one’s own case. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { MyCaseScreen } from "./_components/my-case-screen";
import { MY_CASE } from "./_components/words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(MY_CASE)).title };
}

export default async function MyCasePage() {
  await requirePermission("growth:own", "/growth/my-case");
  return <MyCaseScreen />;
}
