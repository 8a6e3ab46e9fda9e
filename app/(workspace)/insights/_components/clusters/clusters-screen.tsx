/** @file Clusters of skills and, below, of work patterns: the map without names, what distinguishes each, how stable, why so many. */
"use client";

import { useLanguage, useWords } from "@/app/_components/language/language";
import type { KindView } from "@/lib/contracts/insights";
import { clusterReport, type ClusterView } from "@/lib/contracts/insights-reports";
import { FigureFrame } from "../frame/figure-frame";
import { IntervalRows } from "../frame/interval-rows";
import { KindPart, KindScreen } from "../frame/kind-screen";
import { Method } from "../frame/method";
import { REPORT_WORDS } from "../report-words";
import { INSIGHTS } from "../words";
import { ClusterMap } from "./cluster-map";

export function ClustersScreen() {
  const { clusters } = useWords(REPORT_WORDS);
  const { does } = useWords(INSIGHTS);
  return (
    <KindScreen
      kind="clusters"
      title={clusters.title}
      does={clusters.does}
      part={clusters.skills}
      report={(view) => <Report view={view} />}
      below={<KindPart kind="patterns" does={does.patterns} heading={{ id: "patterns", text: clusters.patterns }} report={(view) => <Report view={view} />} />}
    />
  );
}

const two = (value: number): string => value.toFixed(2);
const percent = (value: number): string => `${Math.round(100 * value)} %`;

function Report({ view }: { view: KindView }) {
  const { clusters: words, method } = useWords(REPORT_WORDS);
  const language = useLanguage();
  const report = clusterReport.parse(view.report);
  const lines = report.clusters.map((cluster) => [cluster.name, cluster.size, two(cluster.stability), cluster.distinguishing.slice(0, 4).map(({ feature }) => feature).join(" · ")]);
  return (
    <>
      <FigureFrame name={words.map} says={words.mapSays(percent(report.explained[0]), percent(report.explained[1]))} table={{ head: [words.group, words.size, words.stability, words.distinguishing], rows: lines }}>
        <ClusterMap points={report.points} clusters={report.clusters} />
      </FigureFrame>
      <FigureFrame name={words.table} says={words.tableSays} isTable table={{ head: [words.group, words.size, words.stability, words.distinguishing], rows: lines }} />
      <FigureFrame name={words.choices} says={report.why[language]} isTable table={{ head: [words.k, words.silhouette, words.stability], rows: report.choices.map(({ k, silhouette, stability }) => [k, two(silhouette), two(stability.mean)]) }}>
        <IntervalRows label={words.choices} shown={two} rows={report.choices.map(({ k, silhouette, stability }) => ({ name: words.groups(k), note: `${words.silhouette} ${two(silhouette)}`, value: stability, isPlain: k !== report.k }))} />
      </FigureFrame>
      {report.change && (report.change.shared === undefined ? <p className="text-sm text-ink-2">{words.change(two(report.change.agreement), report.change.moved)}</p> : <Change change={report.change} shared={report.change.shared} />)}
      <Method title={method}><p>{words.methodText(report.n)}</p></Method>
    </>
  );
}

function Change({ change: { agreement, moved, sizes, flows, suppressed, smallest }, shared }: { change: NonNullable<ClusterView["change"]>; shared: number }) {
  const { clusters: words } = useWords(REPORT_WORDS);
  const told = (n: number | null): string | number => n ?? words.tooFew(smallest);
  return (
    <>
      <FigureFrame name={words.over} says={words.overSays(shared, two(agreement), moved)} isTable table={{ head: [words.group, words.before, words.now], rows: sizes.map(({ name, before, now }) => [name, told(before), told(now)]) }} />
      {flows.length + suppressed > 0 && <FigureFrame name={words.moves} says={words.movesSays(smallest, suppressed)} isTable table={{ head: [words.from, words.to, words.size], rows: flows.map(({ from, to, n }) => [from, to, n]) }} />}
    </>
  );
}
