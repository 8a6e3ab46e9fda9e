/** @file NewPlan: a goal looked at: the gap, the person's limits, the plan within them, other ways, and a beginning. Nothing is stored before that. */
"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useNotify } from "@/app/_components/ui/toasts";
import { useResource } from "@/app/_components/use-resource";
import { beginPlan, loadProfile, previewPlan } from "@/lib/browser/growth";
import { messageOf } from "@/lib/browser/http";
import type { GrowthProfileView, PlanConstraints, TargetRef } from "@/lib/contracts/growth";
import { addMonths, dayOf } from "@/lib/core/document-terms";
import { GrowthFrame } from "../../_components/growth-frame";
import { moneyText, percentOf } from "../../_components/money";
import { Reach } from "../../_components/reach";
import { GROWTH } from "../../_components/words";
import { ConstraintsForm } from "./constraints-form";
import { GapList } from "./gap-list";
import { Interest } from "./interest";
import { PlanPreviewPanel } from "./plan-preview-panel";
import { PLAN } from "./words";

/** Typing goes on for so long before it is planned again. */
const SETTLE_MS = 450;
const DEFAULT_MONTHS = 6;

export function NewPlan({ target }: { target: TargetRef }) {
  const words = useWords(PLAN);
  const profile = useResource("growth profile", loadProfile);
  if (profile.data) return <Planner target={target} profile={profile.data} />;
  return (
    <GrowthFrame title={words.title}>
      {profile.waiting && <WaitingRows rows={6} height={72} label={words.planning} />}
      {profile.error !== undefined && <FailedPanel error={profile.error} onRetry={profile.reload} />}
    </GrowthFrame>
  );
}

function Planner({ target, profile }: { target: TargetRef; profile: GrowthProfileView }) {
  const words = useWords(PLAN);
  const terms = useWords(GROWTH);
  const language = useLanguage();
  const router = useRouter();
  const notify = useNotify();
  const [constraints, setConstraints] = useState<PlanConstraints>(() => ({ hoursPerWeek: profile.hoursPerWeek, deadline: addMonths(dayOf(Date.now()), DEFAULT_MONTHS), budget: null, languages: profile.languages, anySite: false, online: false, aim: "most" }));
  const settled = useSettled(constraints);
  const [busy, setBusy] = useState(false);
  const body = { target, constraints: settled, programme: target.kind === "programme" ? target.id : null };
  const preview = useResource(`growth preview ${JSON.stringify(body)}`, (signal) => previewPlan(body, signal));
  // The picture of before stays until the next one is there.
  const [shown, setShown] = useState(preview.data);
  if (preview.data && preview.data !== shown) setShown(preview.data);
  const begin = async () => {
    setBusy(true);
    try {
      const plan = await beginPlan(body);
      notify({ text: words.begun });
      router.push(`/growth/plan?id=${plan.id}`);
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
      setBusy(false);
    }
  };
  const gap = shown?.gap;
  // Words that name nothing known ask for nothing: "100 %" of it would be no news.
  const isClear = gap?.unclear === null;
  return (
    <GrowthFrame title={gap?.target.title[language] ?? words.title} summary={isClear && terms.covered(percentOf(gap.coverage))}>
      {shown && gap && isClear && <Reach before={gap.coverage} after={shown.plan?.coverageAfter ?? gap.coverage} label={terms.covered(percentOf(gap.coverage))} className="mb-8 max-w-2xl" />}
      {preview.error !== undefined && <FailedPanel error={preview.error} onRetry={preview.reload} />}
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="min-w-0 space-y-12 lg:order-1">
          {target.kind === "opening" && target.id !== null && <Interest openingId={target.id} />}
          {shown ? <GapList gap={shown.gap} /> : preview.error === undefined && <WaitingRows rows={6} height={72} label={words.planning} />}
          {shown && isClear && <PlanPreviewPanel preview={shown} waiting={preview.waiting} busy={busy} onAim={(aim) => setConstraints({ ...constraints, aim })} onBegin={() => void begin()} />}
        </div>
        {(isClear || !shown) && (
          <aside aria-label={words.constraints} className="lg:order-2">
            <h2 className="mb-3 text-sm font-semibold">{words.constraints}</h2>
            <ConstraintsForm value={constraints} currency={profile.currency} onChange={setConstraints} />
            {shown && <p className="mt-4 text-xs text-ink-3 tabular">{words.budgetLeft(moneyText(shown.budget.left, language), moneyText({ ...shown.budget.left, amount: shown.budget.ownDecision }, language))}</p>}
          </aside>
        )}
      </div>
    </GrowthFrame>
  );
}

function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
