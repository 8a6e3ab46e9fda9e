/** @file Synthetic profiles: what they are good for, whether they copy anyone, a few of them. */
"use client";

import { useLanguage, useWords } from "@/app/_components/language/language";
import { termOf } from "@/app/_components/words";
import type { KindView } from "@/lib/contracts/insights";
import { syntheticReport } from "@/lib/contracts/insights-reports";
import { FigureFrame } from "../frame/figure-frame";
import { IntervalRows } from "../frame/interval-rows";
import { KindScreen } from "../frame/kind-screen";
import { Method } from "../frame/method";
import { REPORT_WORDS } from "../report-words";
import { INSIGHTS } from "../words";

export function SyntheticScreen() {
  const { synthetic } = useWords(REPORT_WORDS);
  return <KindScreen kind="synthetic" title={synthetic.title} does={synthetic.does} report={(view) => <Report view={view} />} />;
}

/** Its Markdown as a page: heading, smaller headings, a remark, points. */
function Resume({ text }: { text: string }) {
  return (
    <article className="rounded-md border border-rule bg-sheet p-5 font-serif text-sm">
      {text.split("\n").map((line, at) => {
        const [, mark = "", words = line] = /^(#{1,6}|>|-)\s+(.*)$/.exec(line) ?? [];
        if (words.trim() === "") return null;
        if (mark === "#") return <h4 key={at} className="text-lg font-semibold">{words}</h4>;
        if (mark.startsWith("#")) return <h5 key={at} className={mark === "##" ? "mt-3 font-sans text-xs font-semibold text-ink-3" : "font-semibold"}>{words}</h5>;
        return <p key={at} className={mark === ">" ? "mt-1 text-xs text-ink-3" : ""}>{mark === "-" ? `– ${words}` : words}</p>;
      })}
    </article>
  );
}

const three = (value: number): string => value.toFixed(3);

function Report({ view }: { view: KindView }) {
  const { synthetic: words, method } = useWords(REPORT_WORDS);
  const { metric } = useWords(INSIGHTS);
  const language = useLanguage();
  const report = syntheticReport.parse(view.report);
  const { utility, nearest, membership, likeness } = report;
  const trained = (["real", "synthetic", "augmented"] as const).map((on) => ({ name: words.trainedOn[on], value: utility[on], isPlain: on === "real" }));
  const privacy = [
    [words.nearestSynthetic, three(nearest.synthetic)],
    [words.nearestHeld, three(nearest.held)],
    [words.copies, nearest.copies],
    [words.membership, `${three(membership.mean)} (${three(membership.low)} … ${three(membership.high)})`],
    [words.columns, three(likeness.columns)],
    [words.correlations, three(likeness.correlations)],
  ];
  return (
    <>
      <FigureFrame name={words.utility} says={words.utilitySays(termOf(metric, utility.metric))} isTable table={{ head: [words.measure, termOf(metric, utility.metric)], rows: trained.map(({ name, value }) => [name, three(value.mean)]) }}>
        <IntervalRows label={words.utility} shown={three} rows={trained} />
        <IntervalRows label={words.gain} at={0} shown={three} rows={[{ name: words.gain, value: report.gain }]} />
        <p className="mt-2 text-sm font-medium">{report.helps ? words.helps : words.helpsNot}</p>
        <p className="mt-1 max-w-prose text-sm text-ink-2">{words.tried}</p>
      </FigureFrame>
      <FigureFrame name={words.privacy} says={words.privacySays} isTable table={{ head: [words.measure, words.figure], rows: privacy }} />
      <FigureFrame name={words.sample} says={words.sampleSays} isTable table={{ head: report.sample.columns, rows: report.sample.rows }} />
      {report.resumes.length > 0 && (
        <section>
          <h3 className="text-base font-semibold">{words.resumes}</h3>
          <p className="mt-0.5 mb-2 max-w-prose text-sm text-ink-2">{words.resumesSays}</p>
          <div className="grid gap-4 xl:grid-cols-2">{report.resumes.map((resume) => <Resume key={resume.en} text={resume[language]} />)}</div>
        </section>
      )}
      <Method title={method}><p>{words.methodText(report.n.real, report.n.synthetic)}</p></Method>
    </>
  );
}
