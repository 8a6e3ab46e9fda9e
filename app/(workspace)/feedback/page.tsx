/** @file /feedback: what one's own ratings did. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { ReceiptsScreen } from "./_components/receipts-screen";
import { RECEIPTS } from "./_components/words";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await wordsOf(RECEIPTS)).title });

export default async function FeedbackPage() {
  await requirePermission("feedback:give", "/feedback");
  return <ReceiptsScreen />;
}
