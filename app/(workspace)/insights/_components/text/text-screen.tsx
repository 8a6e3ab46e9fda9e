/** @file Comments: how they sound and what they are about, by group with small groups suppressed, where the model errs, whether more labels would help. */
"use client";

import Link from "next/link";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { termOf } from "@/app/_components/words";
import { warningText } from "@/lib/browser/problem";
import type { KindView, LabelField } from "@/lib/contracts/insights";
import { textReport, type TextView } from "@/lib/contracts/insights-reports";
import { Confusion } from "../frame/confusion";
import { FigureFrame } from "../frame/figure-frame";
import { IntervalRows } from "../frame/interval-rows";
import { KindPart, KindScreen } from "../frame/kind-screen";
import { CurveChart, ReliabilityChart } from "../frame/line-charts";
import { Method } from "../frame/method";
import { LABELS } from "../labels/words";
import { REPORT_WORDS } from "../report-words";
import { INSIGHTS } from "../words";

export function TextScreen() {
  const { text, themes } = useWords(REPORT_WORDS);
  const { does } = useWords(INSIGHTS);
  return (
    <KindScreen
      kind="text"
      title={text.title}
      does={text.does}
      report={(view) => <Report view={view} title={text.sounds} />}
      beside={(view) => <ToLabel view={view} field="sentiment" />}
      below={<KindPart kind="themes" does={does.themes} heading={{ id: "themes", text: themes.title }} report={(view) => <Report view={view} />} beside={(view) => <ToLabel view={view} field="theme" />} />}
    />
  );
}

/** To the queue of each table of comments. */
function ToLabel({ view, field }: { view: KindView; field: LabelField }) {
  const words = useWords(LABELS);
  if (view.tables.length === 0) return null;
  return (
    <section>
      <h2 className="mb-1 text-sm font-semibold">{words.title}</h2>
      <ul>
        {view.tables.map(({ id, name }) => (
          <li key={id} className="border-t border-rule py-1.5 text-sm"><Link href={`/insights/data/${id}/label?field=${field}`} className="underline underline-offset-4">{words.open(name)}</Link></li>
        ))}
      </ul>
    </section>
  );
}

const percent = (value: number): string => `${Math.round(100 * value)} %`;
const two = (value: number): string => value.toFixed(2);
/** One axis for all groups: the same share stands at the same place everywhere. */
const SHARES = [0, 1] as const;

function Report({ view, title }: { view: KindView; title?: string }) {
  const { text: words, performance, method } = useWords(REPORT_WORDS);
  const language = useLanguage();
  const report = textReport.parse(view.report);
  const named = useWords(LABELS).label;
  const columns = [...new Set(report.groups.map(({ column }) => column))];
  const tried = report.models.flatMap(({ model, metrics }) => (metrics["macroF1"] ? [{ name: termOf(words.model, model), value: metrics["macroF1"], isPlain: model !== report.model }] : []));
  return (
    <>
      {title !== undefined && <h2 className="-mb-4 text-lg font-semibold tracking-tight">{title}</h2>}
      {report.warnings.map((warning) => <p key={warning} className="border-l-2 border-marker-line pl-3 text-sm">{warningText(warning, language)}</p>)}
      {columns.map((column) => <Groups key={column} column={column} report={report} />)}
      <FigureFrame name={words.learning} says={words.learningSays} table={{ head: [words.labelled, "macro-F1"], rows: report.learning.map(({ n, macroF1 }) => [n, two(macroF1.mean)]) }}>
        <CurveChart points={report.learning.map(({ n, macroF1 }) => ({ x: n, ink: macroF1.mean, low: macroF1.low, high: macroF1.high }))} xLabel={words.labelled} yLabel="macro-F1" shown={two} domain={[0, 1]} />
      </FigureFrame>
      <Confusion name={words.confusion} says={words.confusionSays} truth={performance.truth} foreseen={performance.foreseen} labels={report.labels.map((label) => termOf(named, label))} counts={report.confusion} />
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
  const { label: named, columns } = useWords(LABELS);
  const groups = report.groups.filter((group) => group.column === column);
  return (
    <FigureFrame
      name={words.groups(termOf(columns, column))}
      says={words.groupsSays(report.smallest)}
      isTable
      table={{ head: [words.group, words.comments, ...report.labels.map((label) => termOf(named, label))], rows: groups.map(({ group, n, shares }) => [termOf(named, group), n ?? words.suppressed, ...report.labels.map((label) => (shares?.[label] ? percent(shares[label].mean) : "–"))]) }}
    >
      <div className="grid gap-x-8 gap-y-5 xl:grid-cols-2">
        {groups.map(({ group, n, shares }) => (
          <section key={group}>
            <h3 className="text-sm font-semibold">{termOf(named, group)} <span className="font-normal text-ink-3 tabular">{n ?? words.suppressed}</span></h3>
            {shares && <IntervalRows label={termOf(named, group)} shown={percent} scale={SHARES} rows={report.labels.flatMap((label) => (shares[label] ? [{ name: termOf(named, label), value: shares[label] }] : []))} />}
          </section>
        ))}
      </div>
    </FigureFrame>
  );
}
