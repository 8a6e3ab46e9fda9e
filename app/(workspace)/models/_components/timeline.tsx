/** @file Left of the models page: training under way and before, versions newest first, what served when. */
"use client";

import clsx from "clsx";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { FORMATS } from "@/app/_components/language/formats";
import { Button } from "@/app/_components/ui/button";
import { problemOf } from "@/lib/browser/problem";
import type { ModelsView, RunView } from "@/lib/contracts/learning";
import { points } from "./charts";
import { EncoderMark } from "./encoder-card";
import { ENCODER } from "./encoder-words";
import { VerdictMark } from "./version-detail";
import { MODELS } from "./words";

/** Runs that are under way or did not end well, and the last one. */
export function RunRows({ runs, mayManage, onCancel }: { runs: readonly RunView[]; mayManage: boolean; onCancel: (id: string) => void }) {
  const words = useWords(MODELS);
  const encoder = useWords(ENCODER);
  const formats = FORMATS[useLanguage()];
  const shown = runs.filter(({ state }, at) => at === 0 || state === "queued" || state === "running").slice(0, 3);
  if (shown.length === 0) return null;
  return (
    <section>
      <h2 className="mb-1 text-sm font-semibold">{words.runs}</h2>
      {shown.map((run) => (
        <div key={run.id} role={run.state === "running" ? "status" : undefined} className="border-t border-rule py-2 text-sm">
          <div className="flex items-baseline gap-3">
            <span className="font-medium">{words.runState[run.state]}</span>
            <span className="min-w-0 flex-1 text-ink-3">{run.kind === "index" ? encoder.building(run.version ?? 0) : run.state === "running" && run.stage ? words.stage[run.stage] : run.version !== null ? words.becameVersion(run.version) : formats.list([words.by[run.trigger], ...(run.kind === "encoder" ? [encoder.runKind.encoder] : [])])}</span>
            {mayManage && (run.state === "queued" || run.state === "running") && <Button size="sm" onClick={() => onCancel(run.id)}>{words.cancel}</Button>}
          </div>
          {run.state === "running" && (
            <p className="text-xs text-ink-3 tabular">
              {run.stage === "embed" && run.steps !== null && encoder.passages(run.step, run.steps)} {run.curve.length > 0 && run.kind !== "index" && `${words.loss} ${run.curve.at(-1)?.loss.toFixed(3) ?? ""} · ${words.dev} ${run.curve.at(-1)?.dev.toFixed(3) ?? ""}`} {run.etaSeconds !== null && words.eta(run.etaSeconds)}
            </p>
          )}
          {run.failure && <Failure failure={run.failure} />}
        </div>
      ))}
    </section>
  );
}

/** What a failed run says, in the page's language; particulars without a translation below. */
function Failure({ failure }: { failure: NonNullable<RunView["failure"]> }) {
  const { sentence, detail } = problemOf(failure, useLanguage());
  return (
    <>
      <p className="text-no">{sentence}</p>
      {detail !== null && <p lang="en" className="text-xs text-ink-3">{detail}</p>}
    </>
  );
}

interface VersionRowsProps {
  readonly view: ModelsView;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
}

export function VersionRows({ view, selected, onSelect }: VersionRowsProps) {
  const words = useWords(MODELS);
  const formats = FORMATS[useLanguage()];
  return (
    <nav aria-label={words.title}>
      <ol className="border-l border-rule-2">
        {view.versions.map((version) => (
          <li key={version.id}>
            <button type="button" aria-current={version.id === selected ? "true" : undefined} onClick={() => onSelect(version.id)} className={clsx("relative flex w-full flex-col gap-0.5 py-2 pr-2 pl-4 text-left hover:bg-press", version.id === selected && "bg-press")}>
              <span aria-hidden className={clsx("absolute top-3.5 -left-[4.5px] size-2 rounded-full border", version.state === "serving" || version.state === "trial" ? "border-ink bg-ink" : "border-ink-3 bg-paper")} />
              <span className="flex items-center gap-2 text-sm">
                <span className="font-medium">{words.version(version.number)}</span>
                <VerdictMark verdict={version.verdict} />
                <span className="ml-auto text-xs text-ink-3">{words.state[version.state]}</span>
              </span>
              <span className="text-xs text-ink-3 tabular">
                <EncoderMark version={version} /> {words.own} {points(version.gate.own.hit1.result.mean)} {words.points} · {formats.list([words.wins(version.wins), words.losses(version.losses)])} · {words.against(version.parent)}
              </span>
            </button>
          </li>
        ))}
        <li className="relative py-2 pl-4 text-sm">
          <span aria-hidden className={clsx("absolute top-3.5 -left-[4.5px] size-2 rounded-full border", view.serving === 0 ? "border-ink bg-ink" : "border-ink-3 bg-paper")} />
          <span className="flex gap-2">
            {words.shipped}
            {view.serving === 0 && <span className="ml-auto pr-2 text-xs text-ink-3">{words.state.serving}</span>}
          </span>
          <span className="block text-xs text-ink-3">{view.encoderVersion}</span>
        </li>
      </ol>
    </nav>
  );
}

export function History({ view }: { view: ModelsView }) {
  const words = useWords(MODELS);
  const formats = FORMATS[useLanguage()];
  if (view.events.length === 0 && view.weeks.length === 0) return null;
  return (
    <section className="flex flex-col gap-4 text-sm">
      {view.events.length > 0 && (
        <div>
          <h2 className="mb-1 font-semibold">{words.history}</h2>
          <ol>
            {view.events.map((event) => (
              <li key={event.at} className="border-t border-rule py-1.5">
                <span>{words.version(event.version)}</span> <span className="text-ink-2">{words.event[event.kind]}</span>
                <span className="block text-xs text-ink-3 tabular">{formats.dayTime(event.at)}{event.by && ` · ${event.by}`}</span>
                {event.reason && <span className="block text-xs text-ink-2">“{event.reason}”</span>}
              </li>
            ))}
          </ol>
        </div>
      )}
      {view.weeks.length > 0 && (
        <div>
          <h2 className="mb-1 font-semibold">{words.weeks}</h2>
          <table className="w-full text-xs tabular">
            <thead>
              <tr className="text-ink-3"><th /><th className="py-1 pl-2 text-right font-medium">{words.weekDown}</th><th className="py-1 pl-2 text-right font-medium">{words.weekUnanswered}</th></tr>
            </thead>
            <tbody>
              {view.weeks.map((week) => (
                <tr key={week.from} className="border-t border-rule">
                  <th scope="row" className="py-1 text-left font-normal text-ink-3">{words.weekOf(formats.day(week.from))}</th>
                  <Share n={week.down} of={week.rated} />
                  <Share n={week.unanswered} of={week.answers} />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

/** A share as its bar and its figures. */
function Share({ n, of }: { n: number; of: number }) {
  return (
    <td className="pl-2 text-right whitespace-nowrap">
      {n} / {of}
      <span aria-hidden className="mt-0.5 ml-auto block h-1 w-16 bg-rule"><span className="block h-1 bg-ink" style={{ width: `${of === 0 ? 0 : (100 * n) / of}%` }} /></span>
    </td>
  );
}
