/** @file /people: the directory and who stands in which relation to whom. HR leads, administrators; managers and learning partners see their own. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { PeopleScreen } from "./_components/people-screen";
import { PEOPLE } from "./_components/words";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await wordsOf(PEOPLE)).title });

export default async function PeoplePage() {
  await requirePermission("people:read", "/people");
  return <PeopleScreen />;
}
