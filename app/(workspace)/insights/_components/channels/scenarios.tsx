/** @file Kept plans side by side: hires, cost, cost per hire, and units per channel. */
"use client";

import { X } from "lucide-react";
import { useFormats, useWords } from "@/app/_components/language/language";
import { Button, IconButton } from "@/app/_components/ui/button";
import type { ChannelProblemView, SavedPlan } from "@/lib/contracts/insights-channels";
import { CHANNELS } from "./words";

const one = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(1));

export function Scenarios({ plans, onOpen, onDrop }: { plans: readonly SavedPlan[]; onOpen: (problem: ChannelProblemView) => void; onDrop: (id: string) => void }) {
  const words = useWords(CHANNELS);
  const formats = useFormats();
  const channels = [...new Set(plans.flatMap(({ problem }) => problem.channels.map(({ name }) => name)))];
  const unitsOf = ({ problem, plan }: SavedPlan, name: string): string => {
    const id = problem.channels.find((channel) => channel.name === name)?.id;
    if (id === undefined || plan.kind !== "planned") return "–";
    return one(plan.rows.filter(({ channel }) => channel === id).reduce((sum, { units }) => sum + units, 0));
  };
  return (
    <section aria-label={words.scenarios} className="min-w-0">
      <h2 className="text-base font-semibold">{words.scenarios}</h2>
      <p className="mb-2 text-sm text-ink-2">{words.scenariosSays}</p>
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={words.scenarios}>
        <table className="text-sm tabular">
          <thead>
            <tr>
              <th />
              {plans.map(({ id, name, problem }) => (
                <th key={id} scope="col" className="min-w-36 px-3 py-1.5 text-right align-bottom font-semibold">
                  {name}
                  <span className="mt-1 flex justify-end gap-1"><Button size="sm" onClick={() => onOpen(problem)}>{words.open}</Button><IconButton size="sm" label={words.drop(name)} icon={<X size={13} />} onClick={() => onDrop(id)} /></span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Row plans={plans} title={words.goal} cell={({ problem }) => words.goals[problem.goal]} />
            <Row plans={plans} title={words.hires} cell={({ plan }) => (plan.kind === "planned" ? one(plan.hires) : words.infeasible)} />
            <Row plans={plans} title={words.cost} cell={({ plan, problem }) => (plan.kind === "planned" ? `${formats.number(Math.round(plan.cost))} ${problem.currency}` : "–")} />
            <Row plans={plans} title={words.perHire} cell={({ plan }) => (plan.kind === "planned" && plan.hires > 0 ? formats.number(Math.round(plan.cost / plan.hires)) : "–")} />
            {channels.map((name) => <Row key={name} plans={plans} title={`${name} (${words.units})`} cell={(plan) => unitsOf(plan, name)} />)}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ plans, title, cell }: { plans: readonly SavedPlan[]; title: string; cell: (plan: SavedPlan) => string }) {
  return (
    <tr className="border-t border-rule">
      <th scope="row" className="py-1.5 pr-4 text-left font-normal text-ink-2">{title}</th>
      {plans.map((plan) => <td key={plan.id} className="px-3 text-right">{cell(plan)}</td>)}
    </tr>
  );
}
