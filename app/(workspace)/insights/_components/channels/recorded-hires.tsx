/** @file What channels brought according to the openings in Cadre; with what was spent on them, one click plans with it. */
"use client";

import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import type { ChannelProblemView, PlanList } from "@/lib/contracts/insights-channels";
import { RECRUITING } from "../../../jobs/recruiting-words";
import { FigureFrame } from "../frame/figure-frame";
import { NumberField } from "./number-field";
import { RECORDED } from "./recorded-words";
import { keptShares } from "./take-effects";
import { CHANNELS } from "./words";

type Recorded = PlanList["recorded"];
type Channel = Recorded["channels"][number];

const two = (value: number): string => value.toFixed(2);

interface RecordedHiresProps {
  readonly recorded: Recorded;
  readonly problem: ChannelProblemView;
  readonly onTake: (problem: ChannelProblemView) => void;
}

export function RecordedHires({ recorded: { channels, leftOut }, problem, onTake }: RecordedHiresProps) {
  const words = useWords(RECORDED);
  const names = useWords(RECRUITING).channel;
  const head = useWords(CHANNELS).channel;
  const [spent, setSpent] = useState<Readonly<Record<string, number | undefined>>>({});
  if (channels.length === 0) {
    return (
      <section>
        <h3 className="text-base font-semibold">{words.title}</h3>
        <p className="mt-0.5 text-sm text-ink-3">{words.none}</p>
      </section>
    );
  }
  const people = channels.reduce((sum, { applied }) => sum + applied, leftOut.people);
  const taken = channels.flatMap(({ channel, applied, effect }) => {
    const cost = spent[channel];
    return effect && cost !== undefined ? [{ ...keptShares(problem.channels, names[channel]), id: channel, name: names[channel], unitCost: Math.round((100 * cost) / applied) / 100, effect: Math.round(1000 * effect.mean) / 1000, effectRange: { low: effect.low, high: effect.high }, capacity: applied }] : [];
  });
  const hiresOf = (some: readonly { id: string }[]): number => channels.reduce((sum, one) => sum + (some.some(({ id }) => id === one.channel) ? one.hired : 0), 0);
  const spentOn = (some: readonly { id: string }[]): number => some.reduce((sum, { id }) => sum + (spent[id] ?? 0), 0);
  const says = [words.says(people), leftOut.channels > 0 ? words.leftOut(leftOut.channels, leftOut.people) : ""].filter((part) => part !== "").join(" ");
  const titles = [head, words.applied, words.interviewed, words.decided, words.hired, words.days, words.effect];
  return (
    <FigureFrame name={words.title} says={says} isTable table={{ head: titles, rows: channels.map((one) => cellsOf(one, names[one.channel], words.undecided)) }}>
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={words.title}>
        <table className="w-full text-sm tabular">
          <thead>
            <tr className="text-left text-xs text-ink-3">{[...titles, words.spent(problem.currency)].map((title, at) => <th key={title} scope="col" className={at === 0 ? "py-1 pr-4 font-medium" : "px-2 py-1 text-right font-medium"}>{title}</th>)}</tr>
          </thead>
          <tbody>
            {channels.map((one) => {
              const [name, ...cells] = cellsOf(one, names[one.channel], words.undecided);
              return (
                <tr key={one.channel} className="border-t border-rule">
                  <th scope="row" className="py-1 pr-4 text-left font-normal whitespace-nowrap">{name}</th>
                  {cells.map((cell, at) => <td key={titles[at + 1]} className="px-2 text-right whitespace-nowrap">{cell}</td>)}
                  <td className="w-32 py-1 pl-2">{one.effect && <NumberField label={words.spentOn(names[one.channel])} optional value={spent[one.channel]} onChange={(value) => setSpent({ ...spent, [one.channel]: value })} />}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button size="sm" disabled={taken.length === 0} onClick={() => onTake({ ...problem, goal: "cheapest", channels: taken, roles: [{ id: "recorded", name: words.hired, hires: Math.max(1, hiresOf(taken)) }], budgets: [spentOn(taken)] })}>{words.take}</Button>
        <p className="max-w-prose min-w-0 flex-1 basis-72 text-xs text-ink-3">{words.takeSays}</p>
      </div>
    </FigureFrame>
  );
}

function cellsOf({ applied, decided, interviewed, hired, daysToHire, effect }: Channel, name: string, undecided: string): (string | number)[] {
  return [name, applied, interviewed, decided, hired, daysToHire === null ? "–" : Math.round(daysToHire), effect ? `${two(effect.mean)} (${two(effect.low)} … ${two(effect.high)})` : undecided];
}
