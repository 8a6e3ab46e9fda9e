/** @file Effects learned from imported tables of hires, over all and by role, with intervals; one click plans with them. */
"use client";

import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import type { ChannelProblemView, PlanList } from "@/lib/contracts/insights-channels";
import { FigureFrame } from "../frame/figure-frame";
import { IntervalRows } from "../frame/interval-rows";
import { RECORDED } from "./recorded-words";
import { ROLE_EFFECTS } from "./role-words";
import { takeEffects, takeRoles } from "./take-effects";
import { CHANNELS } from "./words";

const two = (value: number): string => value.toFixed(2);

interface LearnedEffectsProps {
  readonly list: PlanList;
  readonly problem: ChannelProblemView;
  readonly onTake: (problem: ChannelProblemView) => void;
}

export function LearnedEffects({ list, problem, onTake }: LearnedEffectsProps) {
  const words = useWords(CHANNELS);
  const { hired } = useWords(RECORDED);
  const roleWords = useWords(ROLE_EFFECTS);
  return list.effects.map(({ tableId, table, rows, effects }) => {
    const lines = effects.flatMap(({ byRole, ...whole }) => [{ ...whole, role: null }, ...byRole.map((own) => ({ ...own, channel: whole.channel }))]);
    const roles = takeRoles(effects);
    const take = (wanted: ChannelProblemView["roles"]): void => onTake({ ...problem, roles: wanted, channels: takeEffects(effects, wanted, problem.channels) });
    return (
      <FigureFrame
        key={tableId}
        name={words.learned}
        says={words.learnedSays(table, rows)}
        isTable
        table={{ head: [words.channel, words.role, words.effect, words.unitCost, words.units, hired], rows: lines.map((one) => [one.channel, one.role ?? roleWords.everyRole, two(one.effect.mean), Math.round(one.unitCost), Math.round(one.units), Math.round(one.hires)]) }}
      >
        <IntervalRows label={words.learned} shown={two} rows={lines.map(({ channel, role, effect }) => ({ name: role === null ? channel : roleWords.forRole(channel, role), value: effect, isPlain: role !== null }))} />
        <div className="mt-3 flex flex-wrap gap-2">
          <Button size="sm" onClick={() => take(problem.roles)}>{words.takeLearned}</Button>
          {roles.length > 1 && <Button size="sm" onClick={() => take(roles)}>{roleWords.takeWithRoles}</Button>}
        </div>
        {roles.length > 0 && <p className="mt-2 max-w-prose text-xs text-ink-3">{roleWords.takeSays}</p>}
      </FigureFrame>
    );
  });
}
