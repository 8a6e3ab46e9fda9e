/** @file Insights' first page. Off: what they would do and the approval they need. On: the approval, what each part knows, what people contest. */
"use client";

import { useEffect, useState } from "react";
import Link from "next/link";
import { useFormats, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { ConfirmDialog } from "@/app/_components/ui/dialog";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useNotify } from "@/app/_components/ui/toasts";
import { termOf } from "@/app/_components/words";
import { useResource } from "@/app/_components/use-resource";
import { messageOf } from "@/lib/browser/http";
import { disableInsights, loadInsights } from "@/lib/browser/insights";
import type { ApprovalView, InsightsView } from "@/lib/contracts/insights";
import { InsightsFrame } from "../frame/insights-frame";
import { shownMetric } from "../frame/kind-screen";
import { REPORT_WORDS } from "../report-words";
import { INSIGHTS } from "../words";
import { ApprovalForm } from "./approval-form";
import { ContestList } from "./contest-list";
import { DemoOffer } from "./demo-offer";

const WHILE_TRAINING_MS = 3_000;

export function OverviewScreen() {
  const words = useWords(INSIGHTS);
  const notify = useNotify();
  const { data, error, reload } = useResource("insights", loadInsights);
  const [ending, setEnding] = useState(false);
  const disable = async (): Promise<void> => {
    setEnding(false);
    try {
      await disableInsights();
      notify({ text: words.disabled });
    } catch (failure) {
      notify({ text: messageOf(failure), failed: true });
    }
    reload();
  };
  return (
    <InsightsFrame title={words.title} summary={data && (data.isOn ? words.isOn : words.isOff)} actions={data?.isOn && <Button onClick={() => setEnding(true)}>{words.disable}</Button>}>
      {!data && (error === undefined ? <WaitingRows rows={8} label={words.loading} /> : <FailedPanel error={error} onRetry={reload} />)}
      {data && !data.isOn && <Off view={data} onEnabled={reload} />}
      {data?.isOn && <On view={data} onChanged={reload} />}
      <ConfirmDialog open={ending} onOpenChange={setEnding} title={words.disableTitle} consequence={words.disableSays} action={words.disable} onConfirm={() => void disable()} />
    </InsightsFrame>
  );
}

const KINDS = ["attrition", "performance", "clusters", "channels", "text", "synthetic"] as const;

function Off({ view, onEnabled }: { view: InsightsView; onEnabled: () => void }) {
  const words = useWords(INSIGHTS);
  return (
    <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
      <div className="min-w-0">
        <p className="max-w-prose text-ink-2">{words.offSays}</p>
        <h2 className="mt-7 mb-2 text-base font-semibold">{words.would}</h2>
        <dl className="max-w-prose">
          {KINDS.map((kind) => (
            <div key={kind} className="border-t border-rule py-2.5">
              <dt className="text-sm font-medium">{words.pages[kind]}</dt>
              <dd className="text-sm text-ink-2">{words.does[kind]}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-4 max-w-prose border-l-2 border-marker-line pl-3 font-serif">{words.never}</p>
        {view.former.length > 0 && <Former approvals={view.former} />}
      </div>
      <ApprovalForm onEnabled={onEnabled} />
    </div>
  );
}

const isUnderWay = (run: InsightsView["kinds"][number]["run"]): boolean => run?.state === "queued" || run?.state === "running";

function On({ view, onChanged }: { view: InsightsView; onChanged: () => void }) {
  const words = useWords(INSIGHTS);
  const isTraining = view.kinds.some(({ run }) => isUnderWay(run));
  useEffect(() => {
    if (!isTraining) return;
    const timer = setInterval(onChanged, WHILE_TRAINING_MS);
    return () => clearInterval(timer);
  }, [isTraining, onChanged]);
  return (
    <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
      <div className="flex min-w-0 flex-col gap-10">
        {view.kinds.every(({ source, run }) => source === null && run === null) && <DemoOffer onTaken={onChanged} />}
        <ul>
          {view.kinds.map((summary) => <KindLine key={summary.kind} summary={summary} />)}
          <li className="border-t border-rule">
            <Link href="/insights/channels" className="block py-3 hover:bg-press/50">
              <span className="font-medium">{words.pages.channels}</span>
              <span className="mt-0.5 block max-w-prose text-sm text-ink-2">{words.does.channels}</span>
            </Link>
          </li>
        </ul>
        <ContestList />
      </div>
      <div className="min-w-0">
        {view.approval && <Approval approval={view.approval} />}
        {view.former.length > 0 && <Former approvals={view.former} />}
      </div>
    </div>
  );
}

function KindLine({ summary: { kind, source, refused, run, tables } }: { summary: InsightsView["kinds"][number] }) {
  const words = useWords(INSIGHTS);
  const { forecast, themes, clusters } = useWords(REPORT_WORDS);
  const stateOf = (): string => {
    if (isUnderWay(run)) return words.runState[run?.state ?? "queued"];
    if (refused > 0) return words.refusedSo(refused);
    return `${words.nothingYet} · ${run?.state === "failed" ? words.runState.failed : tables > 0 ? words.tablesReady(tables) : words.noTable}`;
  };
  const figures = source && `${words.trainedOn(source.version, source.table)} · ${termOf(words.metric, source.metric)} ${shownMetric(source.metric, source.value.mean)} (${shownMetric(source.metric, source.value.low)} … ${shownMetric(source.metric, source.value.high)})`;
  // Three kinds stand on the page of another.
  const place = kind === "patterns" ? { href: "/insights/clusters#patterns", name: clusters.patternsTitle } : kind === "forecast" ? { href: "/insights/performance#forecast", name: forecast.title } : kind === "themes" ? { href: "/insights/text#themes", name: themes.title } : { href: `/insights/${kind}`, name: words.pages[kind] };
  return (
    <li className="border-t border-rule first:border-t-0">
      <Link href={place.href} className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 py-3 hover:bg-press/50">
        <span className="font-medium">{place.name}</span>
        <span className="text-sm text-ink-3 tabular">{figures ?? stateOf()}{source && isUnderWay(run) && ` · ${stateOf()}`}</span>
        <span className="w-full max-w-prose text-sm text-ink-2">{words.does[kind]}</span>
      </Link>
    </li>
  );
}

function Approval({ approval }: { approval: ApprovalView }) {
  const words = useWords(INSIGHTS);
  const formats = useFormats();
  return (
    <section aria-label={words.approval} className="border-l-2 border-marker-line pl-4">
      <h2 className="text-base font-semibold">{words.approval}</h2>
      <p className="text-sm text-ink-2">{words.approvedBy(approval.approvedBy, formats.day(approval.approvedOn))}</p>
      <p className="text-sm text-ink-3">{words.enabledBy(approval.enabledBy ?? words.someone, formats.day(approval.enabledAt))}</p>
      <dl className="mt-3 flex flex-col gap-2.5 text-sm">
        {(["purpose", "legalBasis", "consultation"] as const).map((part) => (
          <div key={part}>
            <dt className="label">{words[part]}</dt>
            <dd className="whitespace-pre-line">{approval[part]}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-sm text-ink-2">{words.never}</p>
    </section>
  );
}

function Former({ approvals }: { approvals: readonly ApprovalView[] }) {
  const words = useWords(INSIGHTS);
  const formats = useFormats();
  return (
    <section className="mt-7">
      <h2 className="mb-1 text-sm font-semibold">{words.former}</h2>
      {approvals.map((one) => (
        <p key={one.id} className="border-t border-rule py-1.5 text-sm text-ink-3">
          {words.approvedBy(one.approvedBy, formats.day(one.approvedOn))} · {words.endedBy(one.endedBy ?? words.someone, formats.day(one.endedAt ?? one.enabledAt))}
        </p>
      ))}
    </section>
  );
}
