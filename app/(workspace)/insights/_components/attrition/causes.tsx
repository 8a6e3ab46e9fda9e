/** @file Causes by group: of one column at a time, each group's observed share and what moves its estimate. */
"use client";

import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { SelectField } from "@/app/_components/ui/field";
import type { AttritionView } from "@/lib/contracts/insights-reports";
import { FigureFrame } from "../frame/figure-frame";
import { IntervalRows } from "../frame/interval-rows";
import { percent } from "../frame/percent";
import { ATTRITION } from "./words";

/** Causes shown of a group. */
const MOST = 4;
const signed = (value: number): string => `${value > 0 ? "+" : "−"}${Math.abs(value).toFixed(2)}`;

export function Causes({ causes }: { causes: AttritionView["causes"] }) {
  const words = useWords(ATTRITION);
  const columns = [...new Set(causes.map(({ column }) => column))];
  const [chosen, setChosen] = useState("");
  const column = columns.includes(chosen) ? chosen : columns[0];
  if (column === undefined) return null;
  const shown = causes.filter((cause) => cause.column === column);
  // One axis for all groups: a small cause of one must not look like the great one of another.
  const ends = shown.flatMap((cause) => cause.causes.slice(0, MOST).flatMap(({ amount }) => [amount.low, amount.high]));
  const scale = [Math.min(0, ...ends), Math.max(0, ...ends)] as const;
  return (
    <FigureFrame name={words.causes} says={words.causesSays} isTable table={{ head: [words.group, words.observed, words.feature, words.part], rows: causes.flatMap((cause) => cause.causes.map(({ feature, amount }) => [`${cause.column}: ${cause.value}`, percent(cause.observed.mean), feature, signed(amount.mean)])) }}>
      {columns.length > 1 && <SelectField className="mb-3 w-56" hideLabel label={words.group} value={column} onChange={setChosen} choices={columns.map((name) => ({ value: name, label: words.causesOf(name) }))} />}
      <div className="grid gap-x-8 gap-y-6 xl:grid-cols-2">
        {shown.map((cause) => (
          <section key={cause.value}>
            <h3 className="text-sm font-semibold">{cause.value} <span className="font-normal text-ink-3 tabular">{words.left(percent(cause.observed.mean), percent(cause.observed.low), percent(cause.observed.high))}</span></h3>
            {cause.causes.length === 0 ? <p className="mt-1 text-sm text-ink-3">{words.noCause}</p> : <IntervalRows label={cause.value} at={0} scale={scale} shown={signed} rows={cause.causes.slice(0, MOST).map(({ feature, amount }) => ({ name: feature, value: amount }))} />}
          </section>
        ))}
      </div>
    </FigureFrame>
  );
}
