/** @file Performance: how well results are foreseen, what that rests on, where it errs, fairness; below it the forecast of monthly series. */
"use client";

import { useLanguage, useWords } from "@/app/_components/language/language";
import { termOf } from "@/app/_components/words";
import { warningText } from "@/lib/browser/problem";
import type { KindView } from "@/lib/contracts/insights";
import { performanceReport } from "@/lib/contracts/insights-reports";
import { Confusion } from "../frame/confusion";
import { FigureFrame } from "../frame/figure-frame";
import { IntervalRows } from "../frame/interval-rows";
import { KindPart, KindScreen, Notices, shownMetric } from "../frame/kind-screen";
import { Method } from "../frame/method";
import { REPORT_WORDS } from "../report-words";
import { INSIGHTS } from "../words";
import { ForecastPart } from "./forecast-part";
import { ResultGroups, ResultPeople } from "./results";

export function PerformanceScreen() {
  const { performance, forecast } = useWords(REPORT_WORDS);
  const { does } = useWords(INSIGHTS);
  return (
    <KindScreen
      kind="performance"
      title={performance.title}
      does={performance.does}
      report={(view) => <Report view={view} />}
      below={<KindPart kind="forecast" does={does.forecast} heading={{ id: "forecast", text: forecast.title }} report={(view) => <ForecastPart view={view} />} />}
    />
  );
}

const percent = (value: number): string => `${Math.round(100 * value)} %`;

function Report({ view }: { view: KindView }) {
  const { performance: words, method } = useWords(REPORT_WORDS);
  const general = useWords(INSIGHTS);
  const language = useLanguage();
  const report = performanceReport.parse(view.report);
  const metric = view.source?.metric ?? "macroF1";
  const name = termOf(general.metric, metric);
  const shown = (value: number): string => shownMetric(metric, value);
  const rivals = report.models.flatMap(({ model, metrics, how }) => (metrics[metric] ? [{ name: termOf(words.models, model), value: metrics[metric], isPlain: model !== report.model, note: warningText(how, language) }] : []));
  const important = report.importance.slice(0, 12);
  return (
    <>
      <Notices notices={report.warnings.filter(({ level }) => level !== "info")} />
      {view.isServing && report.outlook && <ResultPeople report={report} version={view.source?.version ?? 0} coverage={report.outlook.coverage} />}
      {report.outlook && report.outlook.groups.length > 0 && <ResultGroups report={report} outlook={report.outlook} />}
      <FigureFrame name={words.figures} says={words.figuresSays} isTable table={{ head: [words.model, name], rows: rivals.map((rival) => [rival.name, shown(rival.value.mean)]) }}>
        <IntervalRows label={words.figures} shown={shown} rows={rivals} />
      </FigureFrame>
      <FigureFrame name={words.importance} says={words.importanceSays(name)} isTable table={{ head: [words.feature, name], rows: important.map(({ feature, importance }) => [feature, importance.mean.toFixed(3)]) }}>
        <IntervalRows label={words.importance} at={0} shown={(value) => value.toFixed(3)} rows={important.map(({ feature, importance }) => ({ name: feature, value: importance }))} />
      </FigureFrame>
      {report.confusion.length > 0 && <Confusion name={words.confusion} says={words.confusionSays} truth={words.truth} foreseen={words.foreseen} labels={report.classes} counts={report.confusion} />}
      {report.fairness.map((column) => (
        <FigureFrame key={column.column} name={words.fairness(column.column)} says={words.fairnessSays(report.classes.at(-1) ?? "")} isTable table={{ head: [column.column, words.truth, words.foreseen], rows: column.groups.map((group) => [group.value, percent(group.observed.mean), percent(group.predicted.mean)]) }}>
          <IntervalRows label={words.fairness(column.column)} shown={percent} rows={column.groups.flatMap((group) => [{ name: `${group.value} · ${words.truth}`, value: group.observed, isPlain: true }, { name: `${group.value} · ${words.foreseen}`, value: group.predicted }])} />
        </FigureFrame>
      ))}
      <Method title={method}>
        <p>{words.methodText(report.n, report.folds, report.repeats)}</p>
        <Notices notices={report.warnings.filter(({ level }) => level === "info")} />
      </Method>
    </>
  );
}
