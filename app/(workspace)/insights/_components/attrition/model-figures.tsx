/** @file What was tried, by three figures: order (AUC), order among the few who leave (AP), error of the shares (Brier). */
"use client";

import { Fragment } from "react";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { termOf } from "@/app/_components/words";
import { warningText } from "@/lib/browser/problem";
import type { AttritionView } from "@/lib/contracts/insights-reports";
import { FigureFrame } from "../frame/figure-frame";
import { IntervalRows } from "../frame/interval-rows";
import { attritionFigures } from "./attrition-figures";
import { ATTRITION } from "./words";

const three = (value: number): string => value.toFixed(3);

export function ModelFigures({ report }: { report: AttritionView }) {
  const words = useWords(ATTRITION);
  const language = useLanguage();
  const figures = attritionFigures(report);
  const nameOf = (model: string): string => (model === report.model ? words.inUse(termOf(words.model, model)) : termOf(words.model, model));
  const rows = figures.flatMap(({ metric, models }) => models.map(({ model, value }) => [words.metric[metric], nameOf(model), three(value.mean), three(value.low), three(value.high)]));
  return (
    <FigureFrame name={words.models} says={words.modelsSays} isTable table={{ head: [words.figure, words.models, words.mean, words.low, words.high], rows }}>
      {figures.map(({ metric, chance, models }, at) => (
        <Fragment key={metric}>
          <h3 className={`text-sm font-medium ${at === 0 ? "" : "mt-4"}`}>{words.metric[metric]}</h3>
          <p className="max-w-prose text-xs text-ink-3">{words.metricSays[metric](three(chance))}</p>
          <IntervalRows
            label={words.metric[metric]}
            at={chance}
            shown={three}
            rows={models.map(({ model, value, how }) => ({ name: nameOf(model), value, isPlain: model !== report.model, ...(at === 0 ? { note: warningText(how.split(";")[0] ?? "", language) } : {}) }))}
          />
        </Fragment>
      ))}
    </FigureFrame>
  );
}

/** Invented rows against doing without them; shown where they were tried. */
export function InventedRows({ augmentation: { folds, auc, brier, isTaken } }: { augmentation: NonNullable<AttritionView["augmentation"]> }) {
  const words = useWords(ATTRITION);
  const parts = [{ name: words.metric.auc, of: auc }, { name: words.metric.brier, of: brier }];
  const signed = (value: number): string => `${value < 0 ? "−" : "+"}${three(Math.abs(value))}`;
  return (
    <FigureFrame
      name={words.invented}
      says={words.inventedSays(folds, isTaken)}
      isTable
      table={{ head: [words.figure, words.withoutRows, words.withRows, words.gain, words.low, words.high], rows: parts.map(({ name, of }) => [name, three(of.without.mean), three(of.with.mean), signed(of.gain.mean), signed(of.gain.low), signed(of.gain.high)]) }}
    >
      {parts.map(({ name, of }) => (
        <Fragment key={name}>
          <h3 className="mt-2 text-sm font-medium">{name}</h3>
          <IntervalRows label={name} shown={three} rows={[{ name: words.withoutRows, value: of.without, isPlain: true }, { name: words.withRows, value: of.with }]} />
          <IntervalRows label={`${name}: ${words.gain}`} at={0} shown={signed} rows={[{ name: words.gain, value: of.gain }]} />
        </Fragment>
      ))}
    </FigureFrame>
  );
}
