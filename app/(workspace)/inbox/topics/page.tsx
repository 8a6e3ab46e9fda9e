/** @file /inbox/topics: the company's list of sensitive topics; an HR lead edits it. */
import type { Metadata } from "next";
import { requirePermission } from "@/app/_components/shell/guard";
import { TopicsScreen } from "./_components/topics-screen";

export const metadata: Metadata = { title: "Sensitive topics" };

export default async function TopicsPage() {
  await requirePermission("topics:edit", "/inbox/topics");
  return <TopicsScreen />;
}
