/** @file What is foreseen of people as counts (names on request), and of groups as means beside what came. */
"use client";

import { useWords } from "@/app/_components/language/language";
import { termOf } from "@/app/_components/words";
import type { PerformanceView } from "@/lib/contracts/insights-reports";
import { FigureFrame } from "../frame/figure-frame";
import { IntervalRows } from "../frame/interval-rows";
import { percent } from "../frame/percent";
import { PeopleBands, type Band } from "../people/people-bands";
import { ResultSheet } from "./result-sheet";
import { RESULTS } from "./result-words";

/** Deeper amber the later in the order; what is unclear has no colour. */
const shade = (at: number, of: number): string => `color-mix(in srgb, var(--marker-line) ${Math.round((100 * (at + 1)) / of)}%, var(--press))`;

export function ResultPeople({ report, version, coverage }: { report: PerformanceView; version: number; coverage: number }) {
  const words = useWords(RESULTS);
  const ids = report.task === "regression" ? ["lower", "usual", "higher"] : report.classes;
  const nameOf = (id: string): string => (report.task === "regression" || id === "unclear" ? termOf(words.band, id) : id);
  const bands: Band[] = ids.map((id, at) => ({ id, name: nameOf(id), fill: shade(at, ids.length), isOpen: true }));
  if (report.task === "classification") bands.push({ id: "unclear", name: nameOf("unclear"), fill: "var(--rule-2)", isOpen: true });
  return <PeopleBands kind="performance" version={version} says={words.peopleSays(percent(coverage))} bands={bands} sheet={(person, close) => <ResultSheet person={person} band={nameOf(person.band)} onClose={close} />} />;
}

export function ResultGroups({ report, outlook: { groups, suppressed, smallest } }: { report: PerformanceView; outlook: NonNullable<PerformanceView["outlook"]> }) {
  const words = useWords(RESULTS);
  const isShare = report.task === "classification";
  const shown = (value: number): string => (isShare ? percent(value) : value.toFixed(2));
  const what = isShare ? words.share(report.classes.at(-1) ?? "") : words.mean(report.target);
  const named = groups.map((one) => ({ ...one, name: one.group || words.all }));
  return (
    <FigureFrame name={words.outlook} says={words.outlookSays(what, smallest, suppressed)} isTable table={{ head: [words.group, words.n, words.foreseen, words.came], rows: named.map(({ name, n, foreseen, observed }) => [name, n, shown(foreseen.mean), shown(observed.mean)]) }}>
      <IntervalRows label={words.outlook} shown={shown} rows={named.map(({ name, n, foreseen, observed }) => ({ name, value: foreseen, note: words.beside(n, shown(observed.mean), shown(observed.low), shown(observed.high)) }))} />
    </FigureFrame>
  );
}
