/** @file The page of one trained kind: where its figures come from, the report in use, training and versions, notices loudest first. */
"use client";

import { useEffect, type ReactNode } from "react";
import Link from "next/link";
import { ApiError } from "@/lib/browser/http";
import { loadKind } from "@/lib/browser/insights";
import { warningText } from "@/lib/browser/problem";
import type { InsightKind, KindView, NoticeView } from "@/lib/contracts/insights";
import { useFormats, useLanguage, useWords } from "@/app/_components/language/language";
import { EmptyPanel, FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { termOf } from "@/app/_components/words";
import { useResource } from "@/app/_components/use-resource";
import { INSIGHTS } from "../words";
import { InsightsFrame, OffPanel } from "./insights-frame";
import { VersionsPanel } from "./versions-panel";

const WHILE_TRAINING_MS = 2_000;
const FAST_SHARES = new Set(["errorShare", "auc", "ap", "macroF1", "accuracy", "stability"]);

export const shownMetric = (metric: string, value: number): string => (FAST_SHARES.has(metric) ? value.toFixed(3) : value.toFixed(2));

interface KindScreenProps {
  readonly kind: InsightKind;
  readonly title: string;
  readonly does: string;
  /** Shown where a version is in use. */
  readonly report: (view: KindView) => ReactNode;
  /** Beside the versions, under them. */
  readonly beside?: (view: KindView) => ReactNode;
  /** A second kind of the same page (forecasts beside performance). */
  readonly below?: ReactNode;
  /** What the first of two parts is called. */
  readonly part?: string;
}

export function KindScreen({ title, below, ...part }: KindScreenProps) {
  return (
    <InsightsFrame title={title}>
      <KindPart {...part} />
      {below}
    </InsightsFrame>
  );
}

interface KindPartProps extends Pick<KindScreenProps, "kind" | "does" | "report" | "beside" | "part"> {
  /** Of a part below another one: that insights are off has been said above. */
  readonly heading?: { readonly id: string; readonly text: string };
}

export function KindPart({ kind, does, report, beside, part: name, heading }: KindPartProps) {
  const words = useWords(INSIGHTS);
  const { data, error, reload } = useResource(`insights:${kind}`, (signal) => loadKind(kind, signal));
  const isTraining = data?.runs.some(({ state }) => state === "queued" || state === "running") ?? false;
  useEffect(() => {
    if (!isTraining) return;
    const timer = setInterval(reload, WHILE_TRAINING_MS);
    return () => clearInterval(timer);
  }, [isTraining, reload]);
  if (error instanceof ApiError && error.code === "insights/off") return heading ? null : <OffPanel does={does} />;
  const part = !data ? (error === undefined ? <WaitingRows rows={8} label={words.loading} /> : <FailedPanel error={error} onRetry={reload} />) : (
    <div className="grid content-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_18rem]">
      <div className="flex min-w-0 flex-col gap-9">
        {name !== undefined && <h2 className="-mb-5 text-lg font-semibold tracking-tight">{name}</h2>}
        {data.source && <SourceLine view={data} />}
        {data.source && !data.isServing && <p role="note" className="border-l-2 border-no bg-no-wash px-3.5 py-2.5 text-sm">{words.notPassed}</p>}
        {data.source ? report(data) : <Nothing view={data} does={does} />}
      </div>
      <div className="flex min-w-0 flex-col gap-6">
        <VersionsPanel view={data} onChanged={reload} />
        {beside?.(data)}
      </div>
    </div>
  );
  if (!heading) return part;
  return (
    <section id={heading.id} className="mt-12 scroll-mt-6 border-t border-rule pt-8">
      <h2 className="mb-4 text-lg font-semibold tracking-tight">{heading.text}</h2>
      {part}
    </section>
  );
}

function SourceLine({ view: { source } }: { view: KindView }) {
  const words = useWords(INSIGHTS);
  const formats = useFormats();
  if (!source) return null;
  const { metric, value } = source;
  return (
    <p className="text-sm text-ink-3 tabular">
      <span className="mr-2 rounded-sm border border-marker-line px-1.5 text-xs text-marker-ink">{words.source(source.version, source.table, source.rows)}</span>
      {termOf(words.metric, metric)} {shownMetric(metric, value.mean)} ({shownMetric(metric, value.low)} … {shownMetric(metric, value.high)}) · {formats.day(source.trainedAt)} · {source.sha256.slice(0, 10)}
      {source.removedRows > 0 && <span className="ml-2 text-no">{words.rowsGone(source.removedRows)}</span>}
    </p>
  );
}

function Nothing({ view, does }: { view: KindView; does: string }) {
  const words = useWords(INSIGHTS);
  return (
    <EmptyPanel title={words.nothingYet} action={view.tables.length === 0 ? <Link href="/insights/data" className="font-medium underline underline-offset-4">{words.importOne}</Link> : undefined}>
      <p>{does}</p>
      {view.tables.length === 0 && <p className="mt-2">{words.noTableFor}</p>}
    </EmptyPanel>
  );
}

const LEVEL = { alarm: "border-no bg-no-wash", warning: "border-marker-line", info: "border-rule-2 text-ink-2" } as const;
const LOUDNESS = { alarm: 0, warning: 1, info: 2 } as const;

/** Loudest first; the sentences are the analysis' own, in the reader's language. */
export function Notices({ notices }: { notices: readonly NoticeView[] }) {
  const language = useLanguage();
  const sorted = [...notices].sort((a, b) => LOUDNESS[a.level] - LOUDNESS[b.level]);
  if (sorted.length === 0) return null;
  return (
    <ul className="flex flex-col gap-2">
      {sorted.map((notice) => (
        <li key={notice.code + notice.columns.join()} className={`border-l-2 px-3 py-1.5 text-sm ${LEVEL[notice.level]}`}>
          <span role={notice.level === "alarm" ? "alert" : undefined}>{warningText(notice.message, language)}</span>
        </li>
      ))}
    </ul>
  );
}
