/** @file /growth/team/interview?person=: a stay interview with a direct report. */
import type { Metadata } from "next";
import { Suspense } from "react";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { InterviewScreen } from "./_components/interview-screen";
import { INTERVIEW } from "./_components/words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(INTERVIEW)).title };
}

export default async function InterviewPage() {
  await requirePermission("growth:team", "/growth/team");
  return (
    <Suspense>
      <InterviewScreen />
    </Suspense>
  );
}
