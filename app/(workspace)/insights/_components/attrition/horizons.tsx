/** @file Risk over a chosen span (6, 12, 24 months) by group, by the survival model, with how well it held over the table's own period. */
"use client";

import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { SelectField } from "@/app/_components/ui/field";
import { termOf } from "@/app/_components/words";
import type { AttritionView } from "@/lib/contracts/insights-reports";
import { FigureFrame } from "../frame/figure-frame";
import { IntervalRows } from "../frame/interval-rows";
import { percent } from "../frame/percent";
import { PEOPLE } from "../people/words";
import { INSIGHTS } from "../words";
import { ATTRITION } from "./words";

export function HorizonRisks({ horizons: { tenure, monthsPerUnit, tableMonths, months, check, groups, suppressed, smallest } }: { horizons: NonNullable<AttritionView["horizons"]> }) {
  const words = useWords(ATTRITION);
  const people = useWords(PEOPLE);
  const general = useWords(INSIGHTS);
  const [chosen, setChosen] = useState(tableMonths);
  const at = Math.max(0, months.indexOf(chosen));
  const named = groups.map(({ group, ...one }) => ({ ...one, name: group || people.all }));
  const most = Math.max(0.1, ...groups.flatMap(({ risks }) => risks.map(({ high }) => high)));
  return (
    <FigureFrame
      name={words.horizons}
      says={words.horizonsSays(words.year, percent(check.predicted), percent(check.observed), check.auc.mean.toFixed(3))}
      isTable
      table={{ head: [people.group, people.n, ...months.map(words.within)], rows: named.map(({ name, n, risks }) => [name, n, ...risks.map(({ mean }) => percent(mean))]) }}
    >
      <SelectField className="mb-2 w-44" label={words.chosenSpan} value={String(months[at] ?? chosen)} onChange={(value) => setChosen(Number(value))} choices={months.map((one) => ({ value: String(one), label: words.within(one) }))} />
      <IntervalRows label={words.horizons} shown={percent} scale={[0, most]} rows={named.flatMap(({ name, n, risks }) => (risks[at] ? [{ name, value: risks[at], note: String(n) }] : []))} />
      <p role="status" className="mt-1.5 max-w-prose border-l-2 border-marker-line pl-3 text-sm">{(months[at] ?? chosen) === tableMonths ? words.checkedSpan(words.year) : words.uncheckedSpan(words.year)}</p>
      {suppressed > 0 && <p className="mt-1.5 text-xs text-ink-3">{general.suppressed(suppressed, smallest)}</p>}
      <p className="mt-1.5 max-w-prose text-xs text-ink-3">{words.spanNote(tenure, termOf(words.units, monthsPerUnit >= 1 ? String(monthsPerUnit) : "days"))}</p>
    </FigureFrame>
  );
}
