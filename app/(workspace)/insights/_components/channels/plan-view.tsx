/** @file A plan worked out: what to buy, why, what limits are worth, what more would buy; or why there is none. */
"use client";

import { useState } from "react";
import { useFormats, useLanguage, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { TextField } from "@/app/_components/ui/field";
import type { ChannelPlanView, ChannelProblemView, SolveReply } from "@/lib/contracts/insights-channels";
import { FigureFrame } from "../frame/figure-frame";
import { CurveChart } from "../frame/line-charts";
import { CHANNELS } from "./words";

type Planned = Extract<ChannelPlanView, { kind: "planned" }>;

const one = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(1));

interface PlanViewProps {
  readonly problem: ChannelProblemView;
  readonly reply: SolveReply;
  readonly onKeep: (name: string) => void;
}

export function PlanView({ problem, reply: { plan, sensitivity }, onKeep }: PlanViewProps) {
  const words = useWords(CHANNELS);
  const language = useLanguage();
  if (plan.kind === "unbounded") return <section role="status"><h2 className="text-base font-semibold">{words.unbounded}</h2><p className="mt-1 border-l-2 border-no pl-3">{plan.why[language]}</p></section>;
  if (plan.kind === "infeasible") return <Infeasible problem={problem} plan={plan} />;
  return <PlannedView problem={problem} plan={plan} sensitivity={sensitivity} onKeep={onKeep} />;
}

function Infeasible({ problem, plan }: { problem: ChannelProblemView; plan: Extract<ChannelPlanView, { kind: "infeasible" }> }) {
  const words = useWords(CHANNELS);
  const language = useLanguage();
  const formats = useFormats();
  return (
    <section role="status">
      <h2 className="text-base font-semibold">{words.infeasible}</h2>
      <ul className="mt-1 flex flex-col gap-1.5">{plan.conflicts.map((conflict) => <li key={conflict.en} className="border-l-2 border-no pl-3">{conflict[language]}</li>)}</ul>
      <p className="mt-2 text-sm text-ink-2">{plan.mostHires !== null && words.mostHires(one(plan.mostHires))} {plan.least !== null && words.least(`${formats.number(Math.round(plan.least))} ${problem.currency}`)}</p>
    </section>
  );
}

function PlannedView({ problem, plan, sensitivity, onKeep }: { problem: ChannelProblemView; plan: Planned; sensitivity: SolveReply["sensitivity"]; onKeep: (name: string) => void }) {
  const words = useWords(CHANNELS);
  const language = useLanguage();
  const formats = useFormats();
  const [name, setName] = useState("");
  const money = (value: number): string => `${formats.number(Math.round(value))} ${problem.currency}`;
  const nameOf = (id: string): string => problem.channels.find((channel) => channel.id === id)?.name ?? id;
  const roleOf = (id: string): string => problem.roles.find((role) => role.id === id)?.name ?? id;
  const known = sensitivity.filter(({ cost, hires }) => cost !== null && hires !== null);
  const rows = plan.rows.map((row) => [nameOf(row.channel), roleOf(row.role), row.period + 1, one(row.units), one(row.hires), money(row.cost), row.hires > 0 ? money(row.cost / row.hires) : "–"]);
  return (
    <section role="status" aria-label={words.plan} className="flex min-w-0 flex-col gap-7">
      <FigureFrame name={words.plan} says={words.planSays(one(plan.hires), money(plan.cost))} isTable table={{ head: [words.channel, words.role, words.period, words.units, words.hires, words.cost, words.perHire], rows }} />
      <div>
        <h3 className="text-base font-semibold">{words.why}</h3>
        <ul className="mt-1 flex flex-col gap-1.5 text-sm">{plan.reasons.map((reason) => <li key={reason.en} className="border-l-2 border-marker-line pl-3">{reason[language]}</li>)}</ul>
      </div>
      <div>
        <h3 className="text-base font-semibold">{words.worth}</h3>
        {plan.prices.length === 0 ? <p className="text-sm text-ink-3">{words.worthNone}</p> : <ul className="mt-1 flex flex-col gap-1.5 text-sm">{plan.prices.map((price) => <li key={price.kind + price.limit}>{price.words[language]}</li>)}</ul>}
      </div>
      {known.length > 1 && (
        <FigureFrame name={words.more} says={words.moreSays[problem.goal]} table={{ head: [words.factor, words.cost, words.hires], rows: known.map(({ factor, cost, hires }) => [`× ${factor}`, money(cost ?? 0), one(hires ?? 0)]) }}>
          <CurveChart points={known.map(({ cost, hires }) => ({ x: Math.round(cost ?? 0), ink: hires }))} xLabel={`${words.cost} (${problem.currency})`} yLabel={words.hires} shown={one} />
        </FigureFrame>
      )}
      <form className="flex items-end gap-2" onSubmit={(event) => (event.preventDefault(), onKeep(name), setName(""))}>
        <TextField label={words.scenarioName} value={name} maxLength={80} onChange={(event) => setName(event.target.value)} className="w-64" />
        <Button type="submit" className="h-10" disabled={name.trim() === ""}>{words.keep}</Button>
      </form>
    </section>
  );
}

