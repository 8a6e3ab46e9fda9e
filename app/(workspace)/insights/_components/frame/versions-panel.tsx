/** @file Beside a report: train on a table, runs under way, versions with the gate's verdict, promote and roll back. */
"use client";

import { useState } from "react";
import Link from "next/link";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { SelectField } from "@/app/_components/ui/field";
import { useNotify } from "@/app/_components/ui/toasts";
import { messageOf } from "@/lib/browser/http";
import { cancelRun, promoteInsight, rollBackInsight, trainKind } from "@/lib/browser/insights";
import { problemOf } from "@/lib/browser/problem";
import type { InsightRun, InsightVersion, KindView } from "@/lib/contracts/insights";
import { INSIGHTS } from "../words";
import { ReasonDialog } from "./reason-dialog";

export function VersionsPanel({ view, onChanged }: { view: KindView; onChanged: () => void }) {
  const words = useWords(INSIGHTS);
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState<InsightVersion | null>(null);
  const run = async (work: () => Promise<string | null>): Promise<void> => {
    setBusy(true);
    try {
      const text = await work();
      if (text !== null) notify({ text });
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
    } finally {
      setBusy(false);
      onChanged();
    }
  };
  const promote = (version: InsightVersion, reason: string) => run(async () => words.promoted((await promoteInsight(view.kind, version.id, reason)).serving));
  const openRuns = view.runs.filter(({ state }, at) => state === "queued" || state === "running" || (at === 0 && state === "failed"));
  return (
    <div className="flex flex-col gap-6">
      <TrainForm view={view} busy={busy} onTrain={(tableId) => void run(async () => (await trainKind(view.kind, tableId), null))} />
      {openRuns.map((one) => <RunLine key={one.id} run={one} onCancel={() => void run(async () => (await cancelRun(one.id), null))} />)}
      {view.versions.length > 0 && (
        <section>
          <div className="mb-1 flex items-center gap-2">
            <h2 className="text-sm font-semibold">{words.versions}</h2>
            {view.previous !== null && <Button size="sm" className="ml-auto" disabled={busy} onClick={() => void run(async () => words.promoted((await rollBackInsight(view.kind)).serving))}>{words.rollBack(view.previous)}</Button>}
          </div>
          {view.versions.map((version) => <VersionLine key={version.id} version={version} busy={busy} onPromote={() => (version.verdict === "refused" ? setAsked(version) : void promote(version, ""))} />)}
        </section>
      )}
      {asked && <ReasonDialog number={asked.number} onClose={() => setAsked(null)} onReason={(reason) => (setAsked(null), void promote(asked, reason))} />}
    </div>
  );
}

function TrainForm({ view, busy, onTrain }: { view: KindView; busy: boolean; onTrain: (tableId: string) => void }) {
  const words = useWords(INSIGHTS);
  const [chosen, setChosen] = useState("");
  const table = view.tables.find(({ id }) => id === chosen) ?? view.tables[0];
  const isTraining = view.runs.some(({ state }) => state === "queued" || state === "running");
  if (!table) return <p className="text-sm text-ink-3">{words.noTableFor} <Link href="/insights/data" className="underline underline-offset-4">{words.importOne}</Link></p>;
  return (
    <section className="flex flex-col gap-2.5">
      <SelectField label={words.chooseTable} value={table.id} onChange={setChosen} choices={view.tables.map(({ id, name, number }) => ({ value: id, label: number > 1 ? `${name} (${number})` : name }))} />
      <Button look={view.source ? "outline" : "solid"} disabled={busy || isTraining} onClick={() => onTrain(table.id)}>{view.versions.length === 0 ? words.train : words.trainAgain}</Button>
    </section>
  );
}

function RunLine({ run, onCancel }: { run: InsightRun; onCancel: () => void }) {
  const words = useWords(INSIGHTS);
  const language = useLanguage();
  const isOpen = run.state === "queued" || run.state === "running";
  return (
    <div role={isOpen ? "status" : undefined} className="border-l-2 border-marker-line pl-3 text-sm">
      <div className="flex items-baseline gap-2">
        <span className="font-medium">{words.runState[run.state]}</span>
        <span className="min-w-0 flex-1 text-ink-3 tabular">
          {run.state === "running" && run.stage && words.stage[run.stage]} {run.state === "running" && run.steps !== null && words.stepOf(run.step, run.steps)}
        </span>
        {isOpen && <Button size="sm" onClick={onCancel}>{words.cancel}</Button>}
      </div>
      {run.state === "running" && run.steps !== null && <progress className="mt-1 h-1 w-full accent-ink" value={run.step} max={run.steps} aria-label={words.runState.running} />}
      {run.failure && <p className="mt-0.5 text-no">{problemOf(run.failure, language).sentence}</p>}
    </div>
  );
}

const MARK = { better: "text-yes border-yes", provisional: "text-ink-2 border-rule-2", refused: "text-no border-no" } as const;

function VersionLine({ version, busy, onPromote }: { version: InsightVersion; busy: boolean; onPromote: () => void }) {
  const words = useWords(INSIGHTS);
  const language = useLanguage();
  return (
    <div className="border-t border-rule py-2 text-sm">
      <div className="flex items-center gap-2">
        <span className="font-medium">{words.version(version.number)}</span>
        <span className={`rounded-sm border px-1.5 text-xs ${MARK[version.verdict]}`}>{words.verdict[version.verdict]}</span>
        {version.isServing ? <span className="ml-auto text-xs text-ink-3">{words.inUse}</span> : <Button size="sm" className="ml-auto" disabled={busy} onClick={onPromote}>{version.verdict === "refused" ? words.overrule : words.promote}</Button>}
      </div>
      {version.gate.reasons.map((reason) => <p key={reason.code} className="mt-0.5 text-xs text-ink-3">{reason[language]}</p>)}
    </div>
  );
}
