/** @file Attrition: people by band first, then whether estimates come true, causes, what the model rests on, fairness, method. */
"use client";

import { useWords } from "@/app/_components/language/language";
import { termOf } from "@/app/_components/words";
import type { KindView } from "@/lib/contracts/insights";
import { attritionReport, type AttritionView } from "@/lib/contracts/insights-reports";
import { FigureFrame } from "../frame/figure-frame";
import { IntervalRows } from "../frame/interval-rows";
import { KindScreen, Notices } from "../frame/kind-screen";
import { CurveChart, ReliabilityChart } from "../frame/line-charts";
import { Method } from "../frame/method";
import { PeopleBands } from "../people/people-bands";
import { Causes } from "./causes";
import { Fairness } from "./fairness";
import { HorizonRisks } from "./horizons";
import { InventedRows, ModelFigures } from "./model-figures";
import { percent } from "../frame/percent";
import { RiskSheet } from "./risk-sheet";
import { ATTRITION } from "./words";

const three = (value: number): string => value.toFixed(3);

const BANDS = ["usual", "raised", "high"] as const;
const FILL = { usual: "var(--press)", raised: "var(--marker)", high: "var(--marker-line)" } as const;

export function AttritionScreen() {
  const words = useWords(ATTRITION);
  return <KindScreen kind="attrition" title={words.title} does={words.does} report={(view) => <Report view={view} />} />;
}

function Report({ view }: { view: KindView }) {
  const words = useWords(ATTRITION);
  const report = attritionReport.parse(view.report);
  const { calibration, fairness, survival, deletion } = report;
  return (
    <>
      {report.warnings.some(({ level }) => level !== "info") && <Notices notices={report.warnings.filter(({ level }) => level !== "info")} />}
      {view.isServing && <PeopleBands kind="attrition" version={view.source?.version ?? 0} says={words.peopleSays} bands={BANDS.map((band) => ({ id: band, name: words.band[band], fill: FILL[band], isOpen: band !== "usual" }))} sheet={(person, close) => <RiskSheet person={person} onClose={close} />} />}
      {report.horizons && <HorizonRisks horizons={report.horizons} />}
      <FigureFrame
        name={words.reliability}
        says={words.reliabilitySays(calibration.slope.toFixed(2))}
        table={{ head: [words.predicted, words.observed, "95 %", words.n], rows: calibration.bins.map((bin) => [percent(bin.predicted), percent(bin.observed), `${percent(bin.low)} … ${percent(bin.high)}`, bin.n]) }}
      >
        <ReliabilityChart bins={calibration.bins} xLabel={words.predicted} yLabel={words.observed} />
      </FigureFrame>
      <Causes causes={report.causes} />
      <Importance report={report} />
      {fairness.map((column) => <Fairness key={column.column} column={column} />)}
      {survival && (
        <FigureFrame name={words.survival} says={words.survivalSays(survival.unit ?? survival.time)} table={{ head: [words.time, words.share], rows: survival.curve.points.map(({ x, y }) => [x, percent(y)]) }}>
          <CurveChart points={survival.curve.points.map(({ x, y, low, high }) => ({ x, ink: y, ...(low === undefined || high === undefined ? {} : { low, high }) }))} xLabel={survival.unit ?? survival.time} yLabel={words.share} shown={percent} domain={[0, 1]} />
        </FigureFrame>
      )}
      <ModelFigures report={report} />
      {report.augmentation && <InventedRows augmentation={report.augmentation} />}
      <Method title={words.method}>
        <p>{words.methodText(report.n, report.events, report.folds, report.repeats, termOf(words.isA, report.model))}</p>
        {report.protected.columns.length > 0 && <p>{words.held(report.protected.columns.join(", "))}</p>}
        {deletion && <p>{words.deletion(percent(deletion.top.mean), percent(deletion.random.mean), deletion.deleted)}</p>}
        <Notices notices={report.warnings.filter(({ level }) => level === "info")} />
      </Method>
    </>
  );
}

function Importance({ report }: { report: AttritionView }) {
  const words = useWords(ATTRITION);
  const rows = report.importance.slice(0, 12);
  return (
    <FigureFrame name={words.importance} says={words.importanceSays} isTable table={{ head: [words.feature, "AUC"], rows: rows.map(({ feature, importance }) => [feature, three(importance.mean)]) }}>
      <IntervalRows label={words.importance} at={0} shown={three} rows={rows.map(({ feature, importance }) => ({ name: feature, value: importance }))} />
    </FigureFrame>
  );
}
