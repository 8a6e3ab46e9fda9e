/** @file Comments: labels by group with small groups suppressed, where the model errs, whether more labels would help. */
"use client";

import { useLanguage, useWords } from "@/app/_components/language/language";
import { termOf } from "@/app/_components/words";
import { warningText } from "@/lib/browser/problem";
import type { KindView } from "@/lib/contracts/insights";
import { textReport, type TextView } from "@/lib/contracts/insights-reports";
import { Confusion } from "../frame/confusion";
import { FigureFrame } from "../frame/figure-frame";
import { IntervalRows } from "../frame/interval-rows";
import { KindScreen } from "../frame/kind-screen";
import { CurveChart, ReliabilityChart } from "../frame/line-charts";
import { Method } from "../frame/method";
import { REPORT_WORDS } from "../report-words";

export function TextScreen() {
  const { text } = useWords(REPORT_WORDS);
  return <KindScreen kind="text" title={text.title} does={text.does} report={(view) => <Report view={view} />} />;
}

const percent = (value: number): string => `${Math.round(100 * value)} %`;
const two = (value: number): string => value.toFixed(2);

function Report({ view }: { view: KindView }) {
  const { text: words, performance, method } = useWords(REPORT_WORDS);
  const language = useLanguage();
  const report = textReport.parse(view.report);
  const columns = [...new Set(report.groups.map(({ column }) => column))];
  const tried = report.models.flatMap(({ model, metrics }) => (metrics["macroF1"] ? [{ name: termOf(words.model, model), value: metrics["macroF1"], isPlain: model !== report.model }] : []));
  return (
    <>
      {report.warnings.map((warning) => <p key={warning} className="border-l-2 border-marker-line pl-3 text-sm">{warningText(warning, language)}</p>)}
      {columns.map((column) => <Groups key={column} column={column} report={report} />)}
      <FigureFrame name={words.learning} says={words.learningSays} table={{ head: [words.labelled, "macro-F1"], rows: report.learning.map(({ n, macroF1 }) => [n, two(macroF1.mean)]) }}>
        <CurveChart points={report.learning.map(({ n, macroF1 }) => ({ x: n, ink: macroF1.mean, low: macroF1.low, high: macroF1.high }))} xLabel={words.labelled} yLabel="macro-F1" shown={two} domain={[0, 1]} />
      </FigureFrame>
      <Confusion name={words.confusion} says={words.confusionSays} truth={performance.truth} foreseen={performance.foreseen} labels={report.labels} counts={report.confusion} />
      <FigureFrame name={words.models} says={words.modelsSays} isTable table={{ head: [words.models, "macro-F1"], rows: tried.map(({ name, value }) => [name, two(value.mean)]) }}>
        <IntervalRows label={words.models} shown={two} rows={tried} />
      </FigureFrame>
      <FigureFrame name={words.reliability} says={words.reliabilitySays(two(report.calibration.slope))} table={{ head: [words.sure, words.right], rows: report.calibration.bins.map((bin) => [percent(bin.predicted), percent(bin.observed)]) }}>
        <ReliabilityChart bins={report.calibration.bins} xLabel={words.sure} yLabel={words.right} />
      </FigureFrame>
      <Method title={method}><p>{words.methodText(report.n.train, report.n.test)}</p></Method>
    </>
  );
}

function Groups({ column, report }: { column: string; report: TextView }) {
  const { text: words } = useWords(REPORT_WORDS);
  const groups = report.groups.filter((group) => group.column === column);
  return (
    <FigureFrame
      name={words.groups(column)}
      says={words.groupsSays(report.smallest)}
      isTable
      table={{ head: [words.group, words.comments, ...report.labels], rows: groups.map(({ group, n, shares }) => [group, n ?? words.suppressed, ...report.labels.map((label) => (shares?.[label] ? percent(shares[label].mean) : "–"))]) }}
    >
      <div className="grid gap-x-8 gap-y-5 xl:grid-cols-2">
        {groups.map(({ group, n, shares }) => (
          <section key={group}>
            <h4 className="text-sm font-semibold">{group} <span className="font-normal text-ink-3 tabular">{n ?? words.suppressed}</span></h4>
            {shares && <IntervalRows label={group} shown={percent} rows={report.labels.flatMap((label) => (shares[label] ? [{ name: label, value: shares[label] }] : []))} />}
          </section>
        ))}
      </div>
    </FigureFrame>
  );
}
