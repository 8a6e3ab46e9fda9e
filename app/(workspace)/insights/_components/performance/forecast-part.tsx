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

function Outlook({ one, measure }: { one: ForecastView["outlook"][number]; measure: string }) {
  const { forecast: words } = useWords(REPORT_WORDS);
  const last = one.past.at(-1);
  const points = [
    ...one.past.map(({ month, value }) => ({ x: month, ink: value, ...(month === last?.month ? { amber: value, low: value, high: value } : {}) })),
    ...one.months.map(({ month, value, low, high }) => ({ x: month, amber: value, low, high })),
  ];
  return (
    <FigureFrame name={words.outlook(one.group, one.people)} says={words.outlookSays} table={{ head: [words.month, measure, "80 %"], rows: [...one.past.map(({ month, value }) => [month, two(value), ""]), ...one.months.map(({ month, value, low, high }) => [month, two(value), `${two(low)} … ${two(high)}`])] }}>
      <CurveChart points={points} xLabel={words.month} yLabel={measure} shown={tick} />
    </FigureFrame>
  );
}
