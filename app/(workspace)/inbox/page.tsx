/** @file /inbox: questions that employees sent to HR, and verified answers; for reviewers and HR leads. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { InboxScreen } from "./_components/inbox-screen";
import { INBOX } from "./_components/words";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await wordsOf(INBOX)).title });

export default async function InboxPage() {
  await requirePermission("hr:answer", "/inbox");
  return <InboxScreen />;
}
