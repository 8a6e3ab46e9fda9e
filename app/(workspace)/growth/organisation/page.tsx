/** @file /growth/organisation: skills of groups, unmet needs, completion, courses; never one person. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { OrganisationScreen } from "./_components/organisation-screen";
import { ORGANISATION } from "./_components/words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(ORGANISATION)).title };
}

export default async function OrganisationPage() {
  await requirePermission("growth:organisation", "/growth/organisation");
  return <OrganisationScreen />;
}
