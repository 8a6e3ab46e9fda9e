/** @file What channels brought according to the openings in Cadre; with what was spent on them, one click plans with it. */
"use client";

import { Fragment, useState } from "react";
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

/** As many as a problem may have. */
const MOST_ROLES = 20;
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
        <h2 className="text-base font-semibold">{words.title}</h2>
        <p className="mt-0.5 text-sm text-ink-3">{words.none}</p>
      </section>
    );
  }
  const people = channels.reduce((sum, { applied }) => sum + applied, leftOut.people);
  const taken = channels.flatMap(({ channel, applied, effect }) => {
    const cost = spent[channel];
    return effect && cost !== undefined ? [{ ...keptShares(problem.channels, names[channel]), id: channel, name: names[channel], unitCost: Math.round((100 * cost) / applied) / 100, effect: Math.round(1000 * effect.mean) / 1000, effectRange: { low: effect.low, high: effect.high }, capacity: applied }] : [];
  });
  // A role that a channel does not tell apart counts with the channel's own figure.
  const roleNames = [...new Set(channels.flatMap(({ byRole }) => byRole.map(({ role }) => role)))];
  const roles = roleNames.flatMap((role) => {
    const hires = channels.reduce((sum, { channel, byRole }) => sum + (taken.some(({ id }) => id === channel) ? (byRole.find((one) => one.role === role)?.hired ?? 0) : 0), 0);
    return hires > 0 ? [{ id: role, name: role, hires }] : [];
  }).slice(0, MOST_ROLES);
  const withRoles = taken.map((one) => ({ ...one, byRole: Object.fromEntries((channels.find(({ channel }) => channel === one.id)?.byRole ?? []).flatMap(({ role, effect }) => (effect ? [[role, { effect: Math.round(1000 * effect.mean) / 1000, range: { low: effect.low, high: effect.high } }] as const] : []))) }));
  const hiresOf = (some: readonly { id: string }[]): number => channels.reduce((sum, one) => sum + (some.some(({ id }) => id === one.channel) ? one.hired : 0), 0);
  const spentOn = (some: readonly { id: string }[]): number => some.reduce((sum, { id }) => sum + (spent[id] ?? 0), 0);
  const says = [words.says(people), leftOut.channels > 0 ? words.leftOut(leftOut.channels, leftOut.people) : "", leftOut.roles > 0 ? words.leftOutRoles(leftOut.roles) : ""].filter((part) => part !== "").join(" ");
  const roleRows = ({ byRole, effect }: Channel) => byRole.map(({ role, applied, decided, hired, effect: own }) => ({ role, cells: [applied, "", decided, hired, "", own ? shownEffect(own) : effect ? words.allRoles(two(effect.mean)) : words.undecided] }));
  const titles = [head, words.applied, words.interviewed, words.decided, words.hired, words.days, words.effect];
  return (
    <FigureFrame name={words.title} says={says} isTable table={{ head: titles, rows: channels.flatMap((one) => [cellsOf(one, names[one.channel], words.undecided), ...roleRows(one).map(({ cells, role }) => [`${names[one.channel]}, ${role}`, ...cells])]) }}>
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={words.title}>
        <table className="w-full text-sm tabular">
          <thead>
            <tr className="text-left text-xs text-ink-3">{[...titles, words.spent(problem.currency)].map((title, at) => <th key={title} scope="col" className={at === 0 ? "py-1 pr-4 font-medium" : "px-2 py-1 text-right font-medium"}>{title}</th>)}</tr>
          </thead>
          <tbody>
            {channels.map((one) => {
              const [name, ...cells] = cellsOf(one, names[one.channel], words.undecided);
              return (
                <Fragment key={one.channel}>
                  <tr className="border-t border-rule">
                    <th scope="row" className="py-1 pr-4 text-left font-normal whitespace-nowrap">{name}</th>
                    {cells.map((cell, at) => <td key={titles[at + 1]} className="px-2 text-right whitespace-nowrap">{cell}</td>)}
                    <td className="w-32 py-1 pl-2">{one.effect && <NumberField label={words.spentOn(names[one.channel])} optional value={spent[one.channel]} onChange={(value) => setSpent({ ...spent, [one.channel]: value })} />}</td>
                  </tr>
                  {roleRows(one).map(({ role, cells: own }) => (
                    <tr key={role} className="text-ink-2">
                      <th scope="row" className="py-1 pr-4 pl-4 text-left font-normal">{role}</th>
                      {own.map((cell, at) => <td key={titles[at + 1]} className="px-2 text-right">{cell}</td>)}
                      <td />
                    </tr>
                  ))}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button size="sm" disabled={taken.length === 0} onClick={() => onTake({ ...problem, goal: "cheapest", channels: taken, roles: [{ id: "recorded", name: words.hired, hires: Math.max(1, hiresOf(taken)) }], budgets: [spentOn(taken)] })}>{words.take}</Button>
        {roles.length > 1 && <Button size="sm" onClick={() => onTake({ ...problem, goal: "cheapest", channels: withRoles, roles, budgets: [spentOn(taken)] })}>{words.takeRoles}</Button>}
        <p className="max-w-prose min-w-0 flex-1 basis-72 text-xs text-ink-3">{words.takeSays}</p>
      </div>
    </FigureFrame>
  );
}

const shownEffect = ({ mean, low, high }: NonNullable<Channel["effect"]>): string => `${two(mean)} (${two(low)} … ${two(high)})`;

function cellsOf({ applied, decided, interviewed, hired, daysToHire, effect }: Channel, name: string, undecided: string): (string | number)[] {
  return [name, applied, interviewed, decided, hired, daysToHire === null ? "–" : Math.round(daysToHire), effect ? shownEffect(effect) : undecided];
}
