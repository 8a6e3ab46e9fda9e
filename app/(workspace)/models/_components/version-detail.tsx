/** @file One version: verdict and what may be done, figures with intervals, learning curves, test questions, its card. */
"use client";

import { useState } from "react";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import type { ModelsView, VersionView } from "@/lib/contracts/learning";
import { IntervalTable, LearningCurves, points, type MeasureRow } from "./charts";
import { EncoderMark, EncoderRows, needsIndex } from "./encoder-card";
import { ENCODER } from "./encoder-words";
import { GuardTable } from "./guard-table";
import { hasIntent, IntentConfusion } from "./intent-confusion";
import { INTENT } from "./intent-words";
import { settling } from "./settling";
import { TestQuestions } from "./test-questions";
import { MODELS } from "./words";

interface VersionDetailProps {
  readonly version: VersionView;
  readonly view: ModelsView;
  readonly busy: boolean;
  readonly onPromote: (version: VersionView) => void;
}

export function VersionDetail({ version, view, busy, onPromote }: VersionDetailProps) {
  const words = useWords(MODELS);
  const language = useLanguage();
  const intent = useWords(INTENT);
  const { gate } = version;
  return (
    <article aria-label={words.version(version.number)} className="flex flex-col gap-7">
      <header>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <h2 className="text-lg font-semibold tracking-tight">{words.version(version.number)}</h2>
          <VerdictMark verdict={version.verdict} />
          <span className="text-sm text-ink-3">{words.against(version.parent)}</span>
          <EncoderMark version={version} />
          <span className="ml-auto" />
          {view.mayManage && <PromoteButton version={version} view={view} busy={busy} onPromote={onPromote} />}
        </div>
        <p className="mt-1 text-sm text-ink-2">{version.usable ? words.verdictMeans[version.verdict] : words.otherEncoder}</p>
      </header>
      <Section title={words.gate}>
        <ul className="flex flex-col gap-1.5 text-base">
          {gate.reasons.map((reason) => (
            <li key={reason.code + reason.en} className="border-l-2 pl-3" style={{ borderColor: reason.isAgainst ? "var(--no)" : reason.code === "slices-unsure" ? "var(--rule-2)" : "var(--yes)" }}>{reason[language]}</li>
          ))}
        </ul>
        <p className="mt-2 text-sm text-ink-3">
          {gate.own.questions > 0 && gate.own.reciprocalRank.result.smallestDetectable > 0 && words.detectable(`${points(gate.own.reciprocalRank.result.smallestDetectable)} ${words.points}`)} {settling(gate.own.reciprocalRank.result, words)}
        </p>
      </Section>
      <Section title={words.measures}>
        <p className="mb-2 text-sm text-ink-3">{words.measuresHelp}</p>
        <IntervalTable rows={rowsOf(version, words)} />
      </Section>
      {gate.guards.length > 0 && (
        <Section title={words.guards}>
          <GuardTable guards={gate.guards} />
        </Section>
      )}
      {hasIntent(version) && (
        <Section title={intent.title}>
          <IntentConfusion version={version} />
        </Section>
      )}
      <Section title={words.questions}>
        <TestQuestions version={version} />
      </Section>
      <Section title={words.curves}>
        <LearningCurves curve={version.curve} />
      </Section>
      <ModelCard version={version} />
    </article>
  );
}

function rowsOf({ gate }: VersionView, words: (typeof MODELS)["en"]): MeasureRow[] {
  const row = (name: string, { before, after, result }: VersionView["gate"]["own"]["hit1"]): MeasureRow => ({ name, n: result.n, before, after, difference: result.mean, low: result.low, high: result.high });
  return [row(words.own, gate.own.hit1), row(words.ownRank, gate.own.reciprocalRank), ...gate.slices.map((slice) => row(nameOfSlice(slice.name, words), slice))];
}

/** "general", "general en" … → in words. */
function nameOfSlice(name: string, words: (typeof MODELS)["en"]): string {
  const slice: Readonly<Record<string, string>> = words.slice;
  const [whole = "", part] = name.split(" ");
  return part === undefined ? (slice[whole] ?? name) : words.sliceOf(slice[whole] ?? whole, slice[part] ?? part);
}

const MARK = { better: "text-yes border-yes", provisional: "text-ink-2 border-rule-2", refused: "text-no border-no" } as const;

export function VerdictMark({ verdict }: { verdict: VersionView["verdict"] }) {
  const words = useWords(MODELS);
  return <span className={`rounded-sm border px-1.5 text-xs font-medium ${MARK[verdict]}`}>{words.verdict[verdict]}</span>;
}

function PromoteButton({ version, view, busy, onPromote }: VersionDetailProps) {
  const words = useWords(MODELS);
  const encoder = useWords(ENCODER);
  if (!version.usable || version.state === "serving") return null;
  const isBuilt = !needsIndex(version);
  const isRunning = view.runs.some(({ state }) => state === "queued" || state === "running");
  const label = labelOf({ version, view }, isBuilt ? words : { ...words, overrule: encoder.overruleBuild, promote: encoder.promoteBuild, tryOut: encoder.tryBuild, backAgain: encoder.promoteBuild });
  return <Button look={version.verdict === "refused" ? "outline" : "solid"} disabled={busy || (!isBuilt && isRunning)} onClick={() => onPromote(version)}>{label}</Button>;
}

type PromoteWords = Pick<(typeof MODELS)["en"], "keep" | "backAgain" | "overrule" | "promote" | "tryOut">;

function labelOf({ version, view }: Pick<VersionDetailProps, "version" | "view">, words: PromoteWords): string {
  if (version.state === "trial") return words.keep;
  if (view.previous === version.number) return words.backAgain;
  if (version.verdict === "refused") return words.overrule;
  return version.verdict === "better" && version.parent === view.serving ? words.promote : words.tryOut;
}

function whenItAnswers(recipe: VersionView["recipe"], words: (typeof MODELS)["en"]): string {
  const of = (name: string): number => Number(recipe[name] ?? 0);
  const [questions, wrong] = [of("answersJudged"), of("answersWrong")];
  if (recipe["answerLossBefore"] === undefined) return words.answersFew(questions, wrong);
  const told = [questions, wrong, of("answerLossBefore").toFixed(3), of("answerLossAfter").toFixed(3)] as const;
  return recipe["answerSlope"] === undefined ? words.answersKept(...told) : words.answersFitted(...told);
}

function ModelCard({ version }: { version: VersionView }) {
  const words = useWords(MODELS);
  const encoder = useWords(ENCODER);
  const [isOpen, setOpen] = useState(true);
  const { snapshot, recipe, live } = version;
  const gone = snapshot ? snapshot.rows - snapshot.left : 0;
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="cursor-pointer text-base font-semibold">{words.card}</summary>
      <dl className="mt-2 grid gap-x-6 gap-y-2 text-base sm:grid-cols-[8rem_1fr]">
        <dt className="text-sm text-ink-3">{words.does}</dt>
        <dd>{(version.space ? encoder.does : words.doesText)(Number(recipe["remembered"] ?? 0), Number(recipe["adapterRank"] ?? 0))}</dd>
        <dt className="text-sm text-ink-3">{words.data}</dt>
        <dd>
          {snapshot && words.dataText(snapshot.facts.questions, snapshot.facts.groups, snapshot.facts.split.train + snapshot.facts.split.dev, snapshot.facts.split.test)}
          {gone > 0 && snapshot && <p className="mt-1 text-no">{words.deleted(gone, snapshot.rows)}</p>}
        </dd>
        {typeof recipe["answersJudged"] === "number" && (
          <>
            <dt className="text-sm text-ink-3">{words.answers}</dt>
            <dd>{whenItAnswers(recipe, words)}</dd>
          </>
        )}
        <EncoderRows version={version} />
        <dt className="text-sm text-ink-3">{words.limits}</dt>
        <dd>{words.limitsText}</dd>
        <dt className="text-sm text-ink-3">{words.identity}</dt>
        <dd className="text-sm break-all text-ink-2 tabular">
          sha256 {version.sha256.slice(0, 16)} · {version.encoderVersion} · {Math.ceil(version.sizeBytes / 1024)} KB{snapshot && ` · ${words.snapshot} ${snapshot.sha256.slice(0, 12)}`}
          <p>{words.live(live.answers, live.down, live.rated)}</p>
        </dd>
      </dl>
    </details>
  );
}

const Section = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <section>
    <h3 className="mb-2 text-base font-semibold">{title}</h3>
    {children}
  </section>
);
