/** @file Fairness by one protected column: how often each group is flagged, with intervals, and what differs clearly. */
"use client";

import { useWords } from "@/app/_components/language/language";
import type { FairnessView } from "@/lib/contracts/insights-reports";
import { FigureFrame } from "../frame/figure-frame";
import { IntervalRows } from "../frame/interval-rows";
import { percent } from "../frame/percent";
import { ATTRITION } from "./words";

export function Fairness({ column }: { column: FairnessView }) {
  const words = useWords(ATTRITION);
  const { groups, concerns } = column;
  return (
    <FigureFrame
      name={words.fairnessOf(column.column)}
      says={words.fairnessSays(column.column, column.suppressed)}
      isTable
      table={{ head: [column.column, words.n, words.observed, words.predicted, words.flagged], rows: groups.map((group) => [group.value, group.n, percent(group.observed.mean), percent(group.predicted.mean), percent(group.flagged.mean)]) }}
    >
      <IntervalRows label={words.flagged} shown={percent} scale={[0, Math.max(...groups.map(({ flagged }) => flagged.high))]} rows={groups.map(({ value, n, flagged }) => ({ name: value, value: flagged, note: `${words.n}: ${n}` }))} />
      {concerns.length === 0 ? <p className="mt-2 text-sm text-ink-3">{words.noConcerns}</p> : (
        <ul className="mt-2 text-sm">
          {concerns.map(({ value, kind }) => <li key={value + kind} className="border-l-2 border-no pl-3">{value}: {words.concerns[kind]}</li>)}
        </ul>
      )}
    </FigureFrame>
  );
}
