/** @file Fairness: rates and impact ratios by category, with the interval as a band and the table beside it. */
"use client";

import clsx from "clsx";
import { Download, Upload } from "lucide-react";
import { useRef, useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { ScreenHead } from "@/app/_components/shell/screen-head";
import { Button } from "@/app/_components/ui/button";
import { ConfirmDialog } from "@/app/_components/ui/dialog";
import { EmptyPanel, FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useNotify } from "@/app/_components/ui/toasts";
import { useResource } from "@/app/_components/use-resource";
import { TERMS, termOf } from "@/app/_components/words";
import { deleteRecords, importRecords, loadFairness } from "@/lib/browser/fairness";
import { messageOf } from "@/lib/browser/http";
import type { FairnessReport, GroupRateView } from "@/lib/contracts/fairness";
import { FAIRNESS } from "./words";

const FOUR_FIFTHS = 0.8;
/** Ratios from 0 to this are drawn. */
const DRAWN = 2;

export function FairnessScreen() {
  const words = useWords(FAIRNESS);
  const terms = useWords(TERMS);
  const { data, error, reload } = useResource("fairness", loadFairness);
  return (
    <div className="flex h-full flex-col">
      <ScreenHead title={words.title} summary={data ? words.summary(data.measured, data.applicants) : terms.loading}>
        <Actions hasRecords={(data?.categories.length ?? 0) > 0} onChanged={reload} />
      </ScreenHead>
      <div tabIndex={0} role="region" aria-label={words.title} className="hairline-scroll min-h-0 flex-1 overflow-auto px-5 pb-10 -outline-offset-2 sm:px-8">
        {error !== undefined && <FailedPanel error={error} onRetry={reload} />}
        {!data && error === undefined && <WaitingRows rows={8} height={44} label={terms.loading} />}
        {data?.categories.length === 0 && <EmptyPanel title={words.none}>{words.noneSays}</EmptyPanel>}
        {data && data.categories.length > 0 && (
          <div className="max-w-[64rem]">
            <p className="max-w-[48rem] text-sm text-ink-2">{words.screen}</p>
            <p className="mt-1 max-w-[48rem] text-xs text-ink-3">{words.drawn} {words.apart}</p>
            {data.categories.map((category) => <Category key={category.category} category={category} />)}
          </div>
        )}
      </div>
    </div>
  );
}

function Actions({ hasRecords, onChanged }: { hasRecords: boolean; onChanged: () => void }) {
  const words = useWords(FAIRNESS);
  const notify = useNotify();
  const input = useRef<HTMLInputElement>(null);
  const [asking, setAsking] = useState(false);
  const act = async (work: () => Promise<string>) => {
    try {
      notify({ text: await work() });
      onChanged();
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
    }
  };
  const take = (file: File | undefined) => {
    if (file) void act(async () => { const { rows, unmatched } = await importRecords(await file.text()); return words.imported(rows, unmatched); });
  };
  return (
    <div className="flex flex-wrap gap-2">
      <Button onClick={() => input.current?.click()}><Upload size={14} aria-hidden /> {words.import}</Button>
      <input ref={input} type="file" accept=".csv,text/csv" aria-label={words.import} className="sr-only" onChange={(event) => take(event.target.files?.[0])} />
      {hasRecords && <a href="/api/fairness/csv" download title={words.law} className="inline-flex h-9 items-center gap-1.5 rounded-md border border-rule-2 bg-sheet px-3.5 text-sm font-medium hover:bg-press coarse:min-h-10"><Download size={14} aria-hidden /> {words.download}</a>}
      {hasRecords && <Button look="quiet" onClick={() => setAsking(true)}>{words.delete}</Button>}
      <ConfirmDialog open={asking} onOpenChange={setAsking} title={words.deleteTitle} consequence={words.deleteSays} action={words.delete} onConfirm={() => void act(async () => { await deleteRecords(); setAsking(false); return words.deleted; })} />
    </div>
  );
}

function Category({ category: { category, unknown, selection, scoring } }: { category: FairnessReport["categories"][number] }) {
  const words = useWords(FAIRNESS);
  const name = category.split(" × ").map((part) => termOf(words.category, part)).join(" × ");
  return (
    <section aria-label={name} className="mt-8">
      <h2 className="text-base font-semibold">{name}</h2>
      <div className="mt-2 grid gap-8 lg:grid-cols-2">
        <Rates title={words.selection} unknown={unknown.selection} rates={selection} />
        <Rates title={words.scoring} unknown={unknown.scoring} rates={scoring} />
      </div>
    </section>
  );
}

function Rates({ title, unknown, rates }: { title: string; unknown: number; rates: readonly GroupRateView[] }) {
  const words = useWords(FAIRNESS);
  return (
    <table className="w-full table-fixed self-start border-collapse text-left text-sm tabular">
      <caption className="pb-1 text-left">
        <span className="label">{title}</span> <span className="ml-1 text-xs font-normal text-ink-3 tabular">{words.unknown(unknown)}</span>
      </caption>
      <thead>
        <tr className="label border-b border-rule-2">
          <th scope="col" className="py-1 pr-2 font-[550]">{words.group}</th>
          <th scope="col" className="w-16 pr-2 text-right font-[550]">{words.people}</th>
          <th scope="col" className="w-14 pr-3 text-right font-[550]">{words.rate}</th>
          <th scope="col" className="w-40 font-[550]">{words.ratio}</th>
        </tr>
      </thead>
      <tbody>
        {rates.length === 0 && (
          <tr>
            <td colSpan={4} className="py-2 text-ink-3">{words.noRates}</td>
          </tr>
        )}
        {rates.map((rate) => (
          <tr key={rate.group} className="border-b border-rule align-middle">
            <td className="py-1.5 pr-2">{rate.group}</td>
            <td className="pr-2 text-right text-ink-2">{rate.applicants ?? ""}</td>
            <td className="pr-3 text-right" title={rate.rateInterval ? `${words.interval}: ${percent(rate.rateInterval[0])}–${percent(rate.rateInterval[1])}` : undefined}>{rate.rate === null ? "" : percent(rate.rate)}</td>
            <td><Ratio rate={rate} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const percent = (share: number) => `${Math.round(share * 100)} %`;

/** The interval as a band on a line from 0 to 2, four fifths as a tick; words beside it for those who do not see it. */
function Ratio({ rate }: { rate: GroupRateView }) {
  const words = useWords(FAIRNESS);
  if (rate.left) return <span className="text-xs text-ink-3">{words[rate.left]}</span>;
  if (rate.impactRatio === null) return null;
  const at = (ratio: number) => `${(100 * Math.min(ratio, DRAWN)) / DRAWN}%`;
  const [low, high] = rate.ratioInterval ?? [rate.impactRatio, rate.impactRatio];
  const isBelow = rate.impactRatio < FOUR_FIFTHS;
  return (
    <span className="flex items-center gap-2" title={`${words.interval}: ${low.toFixed(2)}–${high.toFixed(2)}`}>
      <span className={clsx("w-9 text-right", isBelow && "font-semibold")}>{rate.impactRatio.toFixed(2)}</span>
      <span aria-hidden className="relative h-3 flex-1 border-b border-rule-2">
        <span className="absolute inset-y-0 rounded-sm bg-marker" style={{ left: at(low), width: `calc(${at(high)} - ${at(low)})` }} />
        <span className="absolute inset-y-0 w-px bg-ink-3" style={{ left: at(FOUR_FIFTHS) }} />
        <span className="absolute inset-y-0 w-0.5 bg-ink" style={{ left: at(rate.impactRatio) }} />
      </span>
      <span className="sr-only">{rate.ratioInterval ? `${words.interval}: ${low.toFixed(2)}–${high.toFixed(2)}` : words.highest}{isBelow && ` · ${words.below}`}</span>
    </span>
  );
}
