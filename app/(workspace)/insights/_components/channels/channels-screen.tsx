/** @file Channel budget: the inputs as a table, the plan worked out, what limits are worth, what more would buy, scenarios side by side. */
"use client";

import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useNotify } from "@/app/_components/ui/toasts";
import { useResource } from "@/app/_components/use-resource";
import { ApiError, messageOf } from "@/lib/browser/http";
import { dropPlan, keepPlan, loadPlans, solvePlan } from "@/lib/browser/insights";
import type { ChannelProblemView, PlanList, SolveReply } from "@/lib/contracts/insights-channels";
import { InsightsFrame, OffPanel } from "../frame/insights-frame";
import { Method } from "../frame/method";
import { LearnedEffects } from "./learned-effects";
import { PlanView } from "./plan-view";
import { ProblemForm } from "./problem-form";
import { RecordedHires } from "./recorded-hires";
import { Scenarios } from "./scenarios";
import { CHANNELS } from "./words";

export function ChannelsScreen() {
  const words = useWords(CHANNELS);
  const { data, error, reload } = useResource("insights:plans", loadPlans);
  const isOff = error instanceof ApiError && error.code === "insights/off";
  return (
    <InsightsFrame title={words.title}>
      {isOff && <OffPanel does={words.does} />}
      {!data && !isOff && (error === undefined ? <WaitingRows rows={8} label={words.title} /> : <FailedPanel error={error} onRetry={reload} />)}
      {data && <Budget list={data} onChanged={reload} />}
    </InsightsFrame>
  );
}

function Budget({ list, onChanged }: { list: PlanList; onChanged: () => void }) {
  const words = useWords(CHANNELS);
  const notify = useNotify();
  const [problem, setProblem] = useState<ChannelProblemView>(list.example);
  const [solved, setSolved] = useState<{ problem: ChannelProblemView; reply: SolveReply } | null>(null);
  const [busy, setBusy] = useState(false);
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    try {
      await work();
    } catch (failure) {
      notify({ text: messageOf(failure), failed: true });
    }
    setBusy(false);
  };
  const open = (next: ChannelProblemView): void => (setProblem(next), setSolved(null));
  return (
    <div className="flex flex-col gap-10">
      <p className="max-w-prose text-ink-2">{words.does}</p>
      <div className="grid gap-x-12 gap-y-10 2xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-5">
          <ProblemForm problem={problem} onChange={(next) => (setProblem(next), setSolved(null))} />
          <div className="flex flex-wrap gap-2">
            <Button look="solid" disabled={busy} onClick={() => void attempt(async () => setSolved({ problem, reply: await solvePlan(problem) }))}>{words.solve}</Button>
            <Button disabled={busy} onClick={() => open(list.example)}>{words.example}</Button>
          </div>
        </div>
        {solved && <PlanView problem={solved.problem} reply={solved.reply} onKeep={(name) => void attempt(async () => (await keepPlan(name, solved.problem), notify({ text: words.kept }), onChanged()))} />}
      </div>
      <RecordedHires recorded={list.recorded} problem={problem} onTake={open} />
      <LearnedEffects list={list} problem={problem} onTake={open} />
      {list.plans.length > 0 && <Scenarios plans={list.plans} onOpen={open} onDrop={(id) => void attempt(async () => (await dropPlan(id), onChanged()))} />}
      <Method title={words.method}><p>{words.methodText}</p></Method>
    </div>
  );
}
