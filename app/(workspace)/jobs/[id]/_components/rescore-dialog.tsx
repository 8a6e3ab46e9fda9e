/** @file Scoring anew: a bar that says when scores are behind, and a dialog that shows who would move and why before anything changes. */
"use client";

import clsx from "clsx";
import { useState } from "react";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { TextField } from "@/app/_components/ui/field";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useResource } from "@/app/_components/use-resource";
import { langOf, TERMS } from "@/app/_components/words";
import { rescoreOpening } from "@/lib/browser/recruiting";
import type { OpeningPage, RescoreReport } from "@/lib/contracts/recruiting";
import { RECRUITING } from "../../recruiting-words";
import { useAct } from "./use-act";

export function StaleBar({ opening, onScored }: { opening: OpeningPage; onScored: () => void }) {
  const words = useWords(RECRUITING);
  const [open, setOpen] = useState(false);
  const corrected = opening.run !== null && opening.run.revision !== opening.revision;
  const { pinned, current } = opening;
  const newer = pinned !== null && ((["ruleset", "encoder", "taxonomy", "scorer"] as const).some((of) => pinned[of] !== current[of]) || (pinned.tagger !== undefined && pinned.tagger !== current.tagger));
  if (!corrected && !newer) return null;
  return (
    <div role="status" className="flex flex-wrap items-center gap-3 border-b border-rule bg-desk px-5 py-2 text-sm sm:px-8">
      <span className="min-w-0 flex-1">{corrected ? words.stale : words.staleVersions}</span>
      <Button size="sm" onClick={() => setOpen(true)}>{words.scoreAnew}</Button>
      {open && <RescoreDialog openingId={opening.documentId} onClose={() => setOpen(false)} onScored={onScored} />}
    </div>
  );
}

export function RescoreDialog({ openingId, onClose, onScored }: { openingId: string; onClose: () => void; onScored: () => void }) {
  const words = useWords(RECRUITING);
  const terms = useWords(TERMS);
  const [reason, setReason] = useState("");
  const [busy, act] = useAct();
  const preview = useResource(`rescore:${openingId}`, () => rescoreOpening(openingId, { reason: "", apply: false }));
  const apply = () =>
    act(async () => {
      await rescoreOpening(openingId, { reason, apply: true });
      onScored();
      onClose();
    }, words.changed);
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={words.scoreTitle}
      description={words.scoreSays}
      width="52rem"
      footer={
        <>
          <Button onClick={onClose}>{terms.cancel}</Button>
          <Button look="solid" disabled={busy || !preview.data} onClick={() => void apply()}>{words.apply}</Button>
        </>
      }
    >
      {preview.error !== undefined && <FailedPanel error={preview.error} onRetry={preview.reload} />}
      {!preview.data && preview.error === undefined && <WaitingRows rows={6} height={40} label={terms.loading} />}
      {preview.data && <Moves report={preview.data} />}
      <TextField label={words.scoreReason} value={reason} onChange={(event) => setReason(event.target.value)} className="mt-4" />
    </Dialog>
  );
}

/** Said before anything is used; figures for who may read them. */
function Impact({ impact: { verdict, reasons } }: { impact: NonNullable<RescoreReport["impact"]> }) {
  const words = useWords(RECRUITING);
  const language = useLanguage();
  return (
    <div role="note" className={clsx("mb-3 border-l-2 py-0.5 pl-3 text-sm", verdict === "worse" ? "border-no" : "border-rule-2 text-ink-2")}>
      <p className={verdict === "worse" ? "font-medium text-no" : undefined}>{words.impact[verdict]}</p>
      {reasons.map((one) => <p key={one.en}>{one[language]}</p>)}
    </div>
  );
}

function Moves({ report }: { report: RescoreReport }) {
  const words = useWords(RECRUITING);
  const isStill = report.rows.every(({ rankBefore, rankAfter }) => rankBefore === rankAfter);
  return (
    <>
      {report.impact && <Impact impact={report.impact} />}
      {isStill && <p className="pb-2 text-sm text-ink-2">{words.nobodyMoves}</p>}
      <table className="w-full border-collapse text-left text-sm">
        <thead>
          <tr className="label border-b border-rule-2">
            <th scope="col" className="py-1.5 pr-4 font-[550]">{words.person}</th>
            <th scope="col" className="w-24 pr-4 text-right font-[550]">{words.was}</th>
            <th scope="col" className="w-24 pr-4 text-right font-[550]">{words.becomes}</th>
            <th scope="col" className="font-[550]">{words.because}</th>
          </tr>
        </thead>
        <tbody>
          {report.rows.map((row) => (
            <tr key={row.application} className="border-b border-rule align-top">
              <td lang={langOf(row.name)} className={row.rankBefore === row.rankAfter ? "py-1.5 pr-4" : "py-1.5 pr-4 font-semibold"}>{row.name}</td>
              <td className="py-1.5 pr-4 text-right text-ink-2 tabular">{row.rankBefore === null ? "–" : `${row.rankBefore} · ${row.scoreBefore?.toFixed(1) ?? ""}`}</td>
              <td className="py-1.5 pr-4 text-right tabular">{`${row.rankAfter} · ${row.scoreAfter.toFixed(1)}`}</td>
              <td className="py-1.5 text-ink-2">{row.because.map(({ name, points }) => `${name === "semantic-fit" ? words.kind["semantic-fit"] : name} ${points > 0 ? "+" : "−"}${Math.abs(points).toFixed(1)}`).join(" · ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
