/** @file PlanScreen: chooses by the address between a plan that runs, a goal to look at, and the list of one's plans. */
"use client";

import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useResource } from "@/app/_components/use-resource";
import { loadGrowthHome, loadPlan } from "@/lib/browser/growth";
import { GoalField } from "../../_components/goal-field";
import { GrowthFrame } from "../../_components/growth-frame";
import { percentOf } from "../../_components/money";
import { Reach } from "../../_components/reach";
import { targetOf } from "../../_components/target-href";
import { GROWTH } from "../../_components/words";
import { NewPlan } from "./new-plan";
import { RunningPlan } from "./running-plan";
import { PLAN } from "./words";

export function PlanScreen() {
  const params = useSearchParams();
  const id = params.get("id");
  const target = targetOf(params);
  if (id) return <OnePlan key={id} id={id} />;
  return target ? <NewPlan key={params.toString()} target={target} /> : <MyPlans />;
}

function OnePlan({ id }: { id: string }) {
  const words = useWords(PLAN);
  const plan = useResource(`growth plan ${id}`, (signal) => loadPlan(id, signal));
  if (plan.data) return <RunningPlan plan={plan.data} onChanged={(next) => plan.change(() => next)} />;
  return (
    <GrowthFrame title={words.title}>
      {plan.waiting && <WaitingRows rows={6} height={72} label={words.title} />}
      {plan.error !== undefined && <FailedPanel error={plan.error} onRetry={plan.reload} />}
    </GrowthFrame>
  );
}

function MyPlans() {
  const words = useWords(PLAN);
  const terms = useWords(GROWTH);
  const language = useLanguage();
  const home = useResource("growth home", loadGrowthHome);
  const plans = home.data?.plans ?? [];
  return (
    <GrowthFrame title={words.title}>
      <section aria-labelledby="new-goal" className="max-w-2xl">
        <h2 id="new-goal" className="mb-3 text-lg font-semibold tracking-tight">
          {words.newGoal}
        </h2>
        <GoalField />
      </section>
      {home.waiting && <WaitingRows rows={3} height={72} label={words.choose} />}
      {home.error !== undefined && <FailedPanel error={home.error} onRetry={home.reload} />}
      {plans.length > 0 && (
        <section aria-labelledby="plans" className="mt-10 max-w-2xl">
          <h2 id="plans" className="text-lg font-semibold tracking-tight">
            {words.choose}
          </h2>
          <ul className="mt-2">
            {plans.map((plan) => (
              <li key={plan.id} className="border-t border-rule">
                <Link href={`/growth/plan?id=${plan.id}`} className="group block py-3">
                  <span className="flex items-baseline justify-between gap-3">
                    <span className="font-medium underline decoration-transparent underline-offset-4 group-hover:decoration-ink">{plan.target.title[language]}</span>
                    <span className="text-sm text-ink-3 tabular">
                      {plan.progress.done}/{plan.progress.of}
                    </span>
                  </span>
                  <Reach before={plan.plan.coverageBefore} now={plan.progress.coverageNow} after={plan.plan.coverageAfter} label={terms.covered(percentOf(plan.progress.coverageNow))} className="mt-2" />
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </GrowthFrame>
  );
}
