/** @file The ruleset as it reads, the weights it suggests; for HR leads what decisions would change, the gate's word on it, versions. */
"use client";

import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useState, type ReactNode } from "react";
import { useFormats, useLanguage, useWords } from "@/app/_components/language/language";
import { useCan } from "@/app/_components/shell/me";
import { ScreenHead } from "@/app/_components/shell/screen-head";
import { Button } from "@/app/_components/ui/button";
import { TextField } from "@/app/_components/ui/field";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useResource } from "@/app/_components/use-resource";
import { TERMS, termOf } from "@/app/_components/words";
import { messageOf } from "@/lib/browser/http";
import { loadWeights, promoteWeights, proposeWeights, serveWeights } from "@/lib/browser/weights";
import type { WeightProposal, WeightsPage } from "@/lib/contracts/weights";
import { useAct } from "../../[id]/_components/use-act";
import { RECRUITING } from "../../recruiting-words";
import { WEIGHTS } from "./words";

export function WeightsScreen() {
  const words = useWords(WEIGHTS);
  const recruiting = useWords(RECRUITING);
  const terms = useWords(TERMS);
  const mayLearn = useCan("models:manage");
  const { data, error, reload } = useResource("weights", loadWeights);
  return (
    <div className="flex h-full flex-col">
      <Link href="/jobs" className="inline-flex items-center gap-1 px-5 pt-4 text-xs text-ink-3 hover:text-ink sm:px-8 coarse:min-h-10">
        <ArrowLeft size={12} aria-hidden /> {recruiting.allOpenings}
      </Link>
      <ScreenHead title={words.title} summary={data ? words.summary(data.serving) : terms.loading} />
      <div className="hairline-scroll min-h-0 flex-1 overflow-auto px-5 pb-10 sm:px-8">
        {error !== undefined && <FailedPanel error={error} onRetry={reload} />}
        {!data && error === undefined && <WaitingRows rows={7} height={40} label={terms.loading} />}
        {data && (
          <div className="max-w-[48rem] space-y-8">
            <Weights page={data} />
            {mayLearn && <Learn key={data.serving} onPromoted={reload} />}
            {mayLearn && data.versions.length > 0 && <Versions page={data} onServed={reload} />}
            <Part title={words.ruleset} says={words.rulesetSays}>
              <pre lang="en" role="region" aria-label={words.ruleset} tabIndex={0} className="hairline-scroll max-h-[32rem] overflow-auto rounded-md border border-rule bg-sheet px-4 py-3 font-mono text-xs leading-5">{data.ruleset}</pre>
            </Part>
          </div>
        )}
      </div>
    </div>
  );
}

function Weights({ page: { weights, shipped } }: { page: WeightsPage }) {
  const words = useWords(WEIGHTS);
  const recruiting = useWords(RECRUITING);
  const cell = (now: number, before: number): ReactNode => <>{now}{now !== before && <span className="block text-xs text-ink-3">{words.shipped(before)}</span>}</>;
  return (
    <section>
      <p className="mb-2 text-sm text-ink-2">{words.says}</p>
      <table className="w-full max-w-[32rem] border-collapse text-left text-sm tabular">
        <thead><tr className="label border-b border-rule-2"><th scope="col" className="py-1.5 font-[550]">{words.kind}</th><th scope="col" className="w-28 text-right font-[550]">{words.must}</th><th scope="col" className="w-28 text-right font-[550]">{words.nice}</th></tr></thead>
        <tbody>
          {Object.entries(weights).map(([kind, pair]) => (
            <tr key={kind} className="border-b border-rule"><th scope="row" className="py-1.5 text-left font-normal">{termOf(recruiting.kind, kind)}</th><td className="text-right">{cell(pair.must, shipped[kind as keyof typeof shipped].must)}</td><td className="text-right">{cell(pair.nice, shipped[kind as keyof typeof shipped].nice)}</td></tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Learn({ onPromoted }: { onPromoted: () => void }) {
  const words = useWords(WEIGHTS);
  const [proposal, setProposal] = useState<WeightProposal | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [busy, act] = useAct();
  const propose = async () => {
    setFailed(null);
    try {
      setProposal(await proposeWeights());
    } catch (error) {
      setFailed(messageOf(error));
    }
  };
  return (
    <Part title={words.learn} says={words.learnSays}>
      <Button disabled={busy} onClick={() => void act(propose)}>{proposal ? words.again : words.propose}</Button>
      {failed !== null && <p role="alert" className="mt-3 max-w-[40rem] border-l-2 border-rule-2 pl-3 text-sm">{failed} {words.unscored}</p>}
      {proposal && <Proposal proposal={proposal} busy={busy} onPromote={(reason) => void act(async () => { await promoteWeights(reason); onPromoted(); }, words.promoted)} />}
    </Part>
  );
}

function Proposal({ proposal: { changes, pairs, verdict, reasons }, busy, onPromote }: { proposal: WeightProposal; busy: boolean; onPromote: (reason: string) => void }) {
  const words = useWords(WEIGHTS);
  const recruiting = useWords(RECRUITING);
  const language = useLanguage();
  const [reason, setReason] = useState("");
  const isBarred = reasons.some(({ code, isAgainst }) => code === "impact-worse" && isAgainst);
  const nameOf = (name: string) => { const [kind = "", level = ""] = name.split(" "); return `${termOf(recruiting.kind, kind)} · ${level === "must" ? words.must : words.nice}`; };
  return (
    <div className="mt-4 space-y-3 text-sm">
      <p className="text-ink-2 tabular">{words.pairs(pairs.fitted, pairs.held, pairs.openings)}</p>
      {changes.length === 0 ? <p>{words.nothing}</p> : (
        <table className="w-full max-w-[32rem] border-collapse text-left tabular">
          <thead><tr className="label border-b border-rule-2"><th scope="col" className="py-1.5 font-[550]">{words.kind}</th><th scope="col" className="w-24 text-right font-[550]">{words.was}</th><th scope="col" className="w-24 text-right font-[550]">{words.becomes}</th></tr></thead>
          <tbody>{changes.map(({ name, before, after }) => <tr key={name} className="border-b border-rule"><th scope="row" className="py-1.5 text-left font-normal">{nameOf(name)}</th><td className="text-right text-ink-2">{before}</td><td className="text-right font-semibold">{after}</td></tr>)}</tbody>
        </table>
      )}
      <p className={verdict === "better" ? "font-semibold text-yes" : verdict === "refused" ? "font-semibold text-no" : "font-semibold"}>{words.verdict[verdict]}</p>
      <ul className="list-disc space-y-1 pl-5 text-ink-2">{reasons.map((one) => <li key={one.code + one.en}>{one[language]}</li>)}</ul>
      {isBarred && changes.length > 0 && <p className="max-w-prose">{words.barred}</p>}
      {changes.length > 0 && !isBarred && (
        <form className="flex max-w-[40rem] flex-wrap items-end gap-3" onSubmit={(event) => { event.preventDefault(); onPromote(reason); }}>
          {verdict !== "better" && <TextField label={words.reason} value={reason} onChange={(event) => setReason(event.target.value)} className="min-w-0 flex-1 basis-64" />}
          <Button type="submit" look="solid" className="h-10" disabled={busy || (verdict !== "better" && reason.trim() === "")}>{words.promote}</Button>
        </form>
      )}
    </div>
  );
}

function Versions({ page: { serving, versions }, onServed }: { page: WeightsPage; onServed: () => void }) {
  const words = useWords(WEIGHTS);
  const formats = useFormats();
  const [busy, act] = useAct();
  const rows = [...[...versions].reverse().map(({ number, at, by, reason, verdict }) => ({ number, says: [words.by(by, formats.day(at)), words.verdict[verdict], reason].filter((part) => part !== "").join(" · ") })), { number: 0, says: "" }];
  return (
    <Part title={words.versions} says="">
      <ul className="border-t border-rule text-sm">
        {rows.map(({ number, says }) => (
          <li key={number} className="flex min-h-11 flex-wrap items-center gap-3 border-b border-rule py-1.5">
            <span className="font-medium tabular">{words.version(number)}</span>
            <span className="min-w-0 flex-1 text-ink-2">{says}</span>
            {number === serving ? <span className="text-ink-3">{words.inUse}</span> : <Button size="sm" disabled={busy} onClick={() => void act(async () => { await serveWeights(number); onServed(); }, words.summary(number))}>{words.use}</Button>}
          </li>
        ))}
      </ul>
    </Part>
  );
}

const Part = ({ title, says, children }: { title: string; says: string; children: ReactNode }) => (
  <section>
    <h2 className="text-base font-semibold">{title}</h2>
    {says !== "" && <p className="mb-2 text-sm text-ink-3">{says}</p>}
    {children}
  </section>
);
