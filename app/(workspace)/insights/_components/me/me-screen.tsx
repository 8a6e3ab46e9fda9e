/** @file What insights hold about me: the approval, my own cells with their use, what the model in use says; contesting it. */
"use client";

import { useState } from "react";
import { useFormats, useWords } from "@/app/_components/language/language";
import { ScreenHead } from "@/app/_components/shell/screen-head";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useNotify } from "@/app/_components/ui/toasts";
import { termOf } from "@/app/_components/words";
import { useResource } from "@/app/_components/use-resource";
import { messageOf } from "@/lib/browser/http";
import { contestRow, loadOwnInsights } from "@/lib/browser/insights";
import type { ContestView, HeldRow, OwnInsights } from "@/lib/contracts/insights";
import { percent } from "../frame/percent";
import { LongField } from "../overview/approval-form";
import { INSIGHTS } from "../words";

export function MeScreen() {
  const words = useWords(INSIGHTS);
  const { data, error, reload } = useResource("insights:own", loadOwnInsights);
  return (
    <div className="h-full overflow-auto">
      <ScreenHead title={words.me} />
      <div className="max-w-3xl px-5 pb-12 sm:px-8">
        {!data && (error === undefined ? <WaitingRows rows={6} label={words.loading} /> : <FailedPanel error={error} onRetry={reload} />)}
        {data && <Held own={data} onContested={reload} />}
      </div>
    </div>
  );
}

function Held({ own, onContested }: { own: OwnInsights; onContested: () => void }) {
  const words = useWords(INSIGHTS);
  const [asked, setAsked] = useState<HeldRow | null>(null);
  return (
    <div className="flex flex-col gap-8">
      <div>
        <p className="max-w-prose text-ink-2">{own.isOn ? words.meSays : words.meOff}</p>
        {own.approval && <p className="mt-3 max-w-prose border-l-2 border-marker-line pl-3 text-sm"><span className="label block">{words.mePurpose}</span>{own.approval.purpose}</p>}
        {own.isOn && own.rows.length === 0 && <p className="mt-4 font-medium">{words.meNothing}</p>}
      </div>
      {own.rows.map((row) => <Row key={row.tableId + row.rowKey} row={row} onContest={() => setAsked(row)} />)}
      {own.contests.length > 0 && <MyContests contests={own.contests} />}
      {asked && <ContestDialog row={asked} onClose={() => setAsked(null)} onSent={() => (setAsked(null), onContested())} />}
    </div>
  );
}

function Row({ row, onContest }: { row: HeldRow; onContest: () => void }) {
  const words = useWords(INSIGHTS);
  const formats = useFormats();
  return (
    <section aria-label={row.table}>
      <div className="flex flex-wrap items-center gap-3">
        <h2 className="text-base font-semibold">{words.heldIn(row.table, formats.day(row.importedAt))}</h2>
        <Button size="sm" className="ml-auto" onClick={onContest}>{words.contest}</Button>
      </div>
      {row.says.map((said) => (
        <div key={said.kind} className="mt-3 border-l-2 border-marker-line pl-3 text-sm">
          <p className="label">{words.says}</p>
          <p className="text-base">{said.result ? words.saysOf.result(said.result.foreseen, said.result.range, said.result.pair !== null) : said.kind === "attrition" ? words.saysOf.attrition(termOf(words.band, said.band)) : words.saysOf.other(said.band)}</p>
          <ul className="mt-1 text-ink-2">
            {said.reasons.map((reason) => <li key={reason.feature}>{reason.feature}: {reason.shown} <span className="text-ink-3">({said.result?.pair ? words.speaksFor(said.result.pair[reason.raises ? 1 : 0]) : reason.raises ? words.raises : words.lowers})</span></li>)}
          </ul>
          {said.horizons.length > 0 && <p className="mt-1 text-ink-2 tabular">{words.riskFrom} {said.horizons.map(({ months, risk }) => words.riskWithin(months, percent(risk.mean), percent(risk.low), percent(risk.high))).join(" · ")}</p>}
        </div>
      ))}
      <dl className="mt-3 grid gap-x-8 sm:grid-cols-2">
        {row.cells.filter(({ values }) => values.length === 1).map((cell) => (
          <div key={cell.column} className="flex items-baseline gap-3 border-t border-rule py-1.5 text-sm">
            <dt className="min-w-0 flex-1 text-ink-2">{cell.column}<span className="block text-xs text-ink-3">{words.cellUse[cell.role]}</span></dt>
            <dd className="max-w-[55%] text-right tabular">{cell.values[0]}</dd>
          </div>
        ))}
      </dl>
      <Lines row={row} />
    </section>
  );
}

/** What differs from line to line (months, as a rule), in the file's order. */
function Lines({ row }: { row: HeldRow }) {
  const words = useWords(INSIGHTS);
  const columns = row.cells.filter(({ values }) => values.length > 1);
  const count = columns[0]?.values.length ?? 0;
  if (count === 0) return null;
  return (
    // Wider than a phone: the arrow keys reach its far side.
    <div className="hairline-scroll mt-4 overflow-x-auto" role="region" aria-label={words.lines(count)} tabIndex={0}>
      <table className="w-full text-sm">
        <caption className="pb-1 text-left text-ink-2">{words.lines(count)}</caption>
        <thead>
          <tr>
            {columns.map(({ column, role }) => <th key={column} scope="col" className={`border-b border-rule-2 py-1.5 pr-5 align-bottom font-medium whitespace-nowrap ${alignOf(role)}`}>{column}<span className="block text-xs font-normal text-ink-3">{words.cellUse[role]}</span></th>)}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: count }, (_, line) => (
            <tr key={line}>{columns.map(({ column, role, values }) => <td key={column} className={`border-b border-rule py-1 pr-5 tabular whitespace-nowrap ${alignOf(role)}`}>{values[line]}</td>)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const alignOf = (role: HeldRow["cells"][number]["role"]): string => (role === "time" || role === "id" ? "text-left" : "text-right");

function MyContests({ contests }: { contests: readonly ContestView[] }) {
  const words = useWords(INSIGHTS);
  const formats = useFormats();
  return (
    <section aria-label={words.myContests}>
      <h2 className="mb-1 text-base font-semibold">{words.myContests}</h2>
      {contests.map((contest) => (
        <article key={contest.id} className="border-t border-rule py-2.5 text-sm">
          <p className="text-ink-3">{contest.table} · {formats.day(contest.createdAt)} · {contest.outcome === null ? words.waiting : words.outcomeDone[contest.outcome]}</p>
          <p className="font-serif whitespace-pre-line">{contest.reason}</p>
          {contest.answer !== "" && <p className="mt-1 border-l-2 border-rule-2 pl-3">{contest.answer} <span className="text-ink-3">{contest.answeredBy}</span></p>}
        </article>
      ))}
    </section>
  );
}

const LEAST = 10;

function ContestDialog({ row, onClose, onSent }: { row: HeldRow; onClose: () => void; onSent: () => void }) {
  const words = useWords(INSIGHTS);
  const notify = useNotify();
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const send = async (): Promise<void> => {
    setBusy(true);
    try {
      await contestRow({ tableId: row.tableId, rowKey: row.rowKey, reason });
      notify({ text: words.contested });
      onSent();
    } catch (failure) {
      notify({ text: messageOf(failure), failed: true });
      setBusy(false);
    }
  };
  return (
    <Dialog open onOpenChange={onClose} title={words.contestTitle} footer={<Button look="solid" disabled={busy || reason.trim().length < LEAST} onClick={() => void send()}>{words.send}</Button>}>
      <LongField label={words.reason} help={words.contestHelp} value={reason} onChange={setReason} />
    </Dialog>
  );
}
