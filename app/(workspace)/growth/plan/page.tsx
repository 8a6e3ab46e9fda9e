/** @file /growth/plan: a new goal (?target= or ?text=), or a plan that has begun (?id=). */
import type { Metadata } from "next";
import { Suspense } from "react";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { PlanScreen } from "./_components/plan-screen";
import { PLAN } from "./_components/words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(PLAN)).title };
}

export default async function GrowthPlanPage() {
  await requirePermission("growth:own", "/growth/plan");
  return (
    <Suspense>
      <PlanScreen />
    </Suspense>
  );
}
