/** @file The forecast of monthly series: outlook by group with its band, error by horizon against baselines, drift. */
"use client";

import { useLanguage, useWords } from "@/app/_components/language/language";
import type { KindView } from "@/lib/contracts/insights";
import { forecastReport, type ForecastView } from "@/lib/contracts/insights-reports";
import { FigureFrame } from "../frame/figure-frame";
import { IntervalRows } from "../frame/interval-rows";
import { CurveChart } from "../frame/line-charts";
import { Method } from "../frame/method";
import { REPORT_WORDS } from "../report-words";
import { RESULTS } from "./result-words";

const MODELS = ["gru", "linear", "seasonal", "naive"] as const;
const two = (value: number): string => value.toFixed(2);
const percent = (value: number): string => `${Math.round(100 * value)} %`;
/** 104 → "104", 0.25 → "0.25": on an axis zeros behind the point say nothing. */
const tick = (value: number): string => String(Number(value.toFixed(2)));
/** The band is made to hold four months of five. */
const PROMISED = 0.8;

export function ForecastPart({ view }: { view: KindView }) {
  const { forecast: words, method } = useWords(REPORT_WORDS);
  const language = useLanguage();
  const report = forecastReport.parse(view.report);
  const rows = report.horizons.flatMap(({ horizon, mae }) => MODELS.flatMap((model) => (mae[model] ? [{ name: `${words.months(horizon)} · ${words.model[model]}`, value: mae[model], isPlain: model !== "gru" }] : [])));
  return (
    <>
      <p className="border-l-2 border-marker-line pl-3">{report.words[language]}</p>
      {report.outlook.map((one) => <Outlook key={one.group} one={one} measure={report.measure} />)}
      {report.rests && <RestsOn rests={report.rests} />}
      <FigureFrame name={words.horizon} says={words.horizonSays} isTable table={{ head: [words.horizon, report.measure], rows: rows.map(({ name, value }) => [name, two(value.mean)]) }}>
        <IntervalRows label={words.horizon} shown={two} rows={rows} />
      </FigureFrame>
      <FigureFrame name={words.ratio} says={words.ratioSays} isTable table={{ head: [words.ratio, words.coverage], rows: [[two(report.ratio.mean), percent(report.coverage.mean)]] }}>
        <IntervalRows label={words.ratio} at={1} shown={two} rows={[{ name: words.ratio, value: report.ratio }, ...(report.usual ? [{ name: words.usual, value: report.usual }] : [])]} />
        <IntervalRows label={words.coverage} at={PROMISED} shown={percent} rows={[{ name: words.coverage, value: report.coverage, isPlain: true }]} />
      </FigureFrame>
      <FigureFrame name={words.drift} says={words.driftSays} isTable table={{ head: [words.drift, words.value, ""], rows: report.drift.map(({ measure, index, drifted }) => [measure, two(index), drifted ? words.drifted : words.steady]) }} />
      <Method title={method}><p>{words.methodText(report.people, report.months)}</p></Method>
    </>
  );
}

const signed = (value: number): string => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`;

function Outlook({ one, measure }: { one: ForecastView["outlook"][number]; measure: string }) {
  const { forecast: words } = useWords(REPORT_WORDS);
  const reasons = useWords(RESULTS);
  const last = one.past.at(-1);
  const points = [
    ...one.past.map(({ month, value }) => ({ x: month, ink: value, ...(month === last?.month ? { amber: value, low: value, high: value } : {}) })),
    ...one.months.map(({ month, value, low, high }) => ({ x: month, amber: value, low, high })),
  ];
  return (
    <div className="flex flex-col gap-3">
      <FigureFrame name={words.outlook(one.group, one.people)} says={words.outlookSays} table={{ head: [words.month, measure, "80 %"], rows: [...one.past.map(({ month, value }) => [month, two(value), ""]), ...one.months.map(({ month, value, low, high }) => [month, two(value), `${two(low)} … ${two(high)}`])] }}>
        <CurveChart points={points} xLabel={words.month} yLabel={measure} shown={tick} />
      </FigureFrame>
      {one.reasons && one.group !== "" && (
        <details className="text-sm">
          <summary className="cursor-pointer text-xs text-ink-3">{reasons.why(one.group)}</summary>
          <p className="mt-1 max-w-prose text-xs text-ink-3">{reasons.whySays(two(one.reasons.base), two(one.reasons.value))}</p>
          <IntervalRows label={reasons.why(one.group)} at={0} shown={signed} rows={one.reasons.parts.map(({ measure: of, amount }) => ({ name: of || reasons.season, value: amount }))} />
        </details>
      )}
    </div>
  );
}

function RestsOn({ rests }: { rests: NonNullable<ForecastView["rests"]> }) {
  const words = useWords(RESULTS);
  const measures = rests.measures.map(({ measure, move }) => ({ name: measure || words.season, value: move }));
  const back = rests.back.map(({ monthsAgo, move }) => ({ name: words.monthsAgo(monthsAgo), value: move, isPlain: true }));
  const table = (rows: readonly { name: string; value: { mean: number } }[]) => ({ head: [words.measure, words.move], rows: rows.map(({ name, value }) => [name, two(value.mean)]) });
  return (
    <>
      <FigureFrame name={words.rests} says={words.restsSays(rests.gap < 0.001 ? "0.001" : rests.gap.toFixed(3))} isTable table={table(measures)}>
        <IntervalRows label={words.rests} at={0} shown={two} rows={measures} />
      </FigureFrame>
      <FigureFrame name={words.back} says={words.backSays} isTable table={table(back)}>
        <IntervalRows label={words.back} at={0} shown={two} rows={back} />
      </FigureFrame>
    </>
  );
}
