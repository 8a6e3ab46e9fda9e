/** @file Effects learned from imported tables of hires, with intervals; one click plans with them. */
"use client";

import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import type { ChannelProblemView, PlanList } from "@/lib/contracts/insights-channels";
import { FigureFrame } from "../frame/figure-frame";
import { IntervalRows } from "../frame/interval-rows";
import { CHANNELS } from "./words";

const two = (value: number): string => value.toFixed(2);

interface LearnedEffectsProps {
  readonly list: PlanList;
  readonly problem: ChannelProblemView;
  readonly onTake: (problem: ChannelProblemView) => void;
}

export function LearnedEffects({ list, problem, onTake }: LearnedEffectsProps) {
  const words = useWords(CHANNELS);
  return list.effects.map(({ tableId, table, rows, effects }) => (
    <FigureFrame key={tableId} name={words.learned} says={words.learnedSays(table, rows)} isTable table={{ head: [words.channel, words.effect, words.unitCost, words.units, words.hires], rows: effects.map((one) => [one.channel, two(one.effect.mean), Math.round(one.unitCost), Math.round(one.units), Math.round(one.hires)]) }}>
      <IntervalRows label={words.learned} shown={two} rows={effects.map(({ channel, effect }) => ({ name: channel, value: effect }))} />
      <Button
        size="sm"
        className="mt-3"
        onClick={() => onTake({ ...problem, channels: effects.map(({ channel, effect, unitCost }) => ({ id: channel, name: channel, unitCost: Math.round(unitCost), effect: Math.round(1000 * effect.mean) / 1000, effectRange: { low: effect.low, high: effect.high } })) })}
      >
        {words.takeLearned}
      </Button>
    </FigureFrame>
  ));
}
