/** @file /inbox/topics: the company's list of sensitive topics; an HR lead edits it. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { TopicsScreen } from "./_components/topics-screen";
import { TOPICS } from "./_components/words";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await wordsOf(TOPICS)).title });

export default async function TopicsPage() {
  await requirePermission("topics:edit", "/inbox/topics");
  return <TopicsScreen />;
}
