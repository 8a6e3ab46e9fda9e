/** @file /review: the queue of rated questions, for reviewers and HR leads. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { ReviewScreen } from "./_components/review-screen";
import { REVIEW_WORDS } from "./_components/words";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await wordsOf(REVIEW_WORDS)).title });

export default async function ReviewPage() {
  await requirePermission("review:judge", "/review");
  return <ReviewScreen />;
}
