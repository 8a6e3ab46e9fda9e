/** @file Openings that fit a person: how far they fit, how far it would use what they can, what would close the gap; and what they applied for. */
"use client";

import clsx from "clsx";
import Link from "next/link";
import { useState } from "react";
import { useFormats, useLanguage, useWords } from "@/app/_components/language/language";
import { Part } from "@/app/_components/person/person-page";
import { Button } from "@/app/_components/ui/button";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useResource } from "@/app/_components/use-resource";
import { langOf } from "@/app/_components/words";
import { loadOpeningsFor } from "@/lib/browser/person-page";
import type { OpeningFit, OpeningMiss, OpeningsForPerson } from "@/lib/contracts/openings-for-person";
import { withoutBullet } from "@/lib/core/without-bullet";
import { RECRUITING } from "../../../jobs/recruiting-words";
import { FITTING } from "./fitting-words";

/** Openings and misses that are seen at once; the others behind a button. */
const SHOWN = 4;
const MISSES = 4;
const SKILLS = 5;

export function FittingOpenings({ id }: { id: string }) {
  const words = useWords(FITTING);
  const { data, error, reload } = useResource(`openings-for:${id}`, (signal) => loadOpeningsFor(id, signal));
  return (
    <>
      {data && data.applied.length > 0 && <Applied applied={data.applied} />}
      <Part title={words.title}>
        {error !== undefined && <FailedPanel error={error} onRetry={reload} />}
        {!data && error === undefined && <WaitingRows rows={3} height={56} label={words.reading} />}
        {data && <Fitting id={id} data={data} />}
      </Part>
    </>
  );
}

function Fitting({ id, data: { fitting, compared, hidden, heldBack } }: { id: string; data: OpeningsForPerson }) {
  const words = useWords(FITTING);
  const [all, setAll] = useState(false);
  const visible = all ? fitting : fitting.slice(0, SHOWN);
  return (
    <>
      <p className="text-xs text-ink-3">
        {heldBack === null ? words.says(compared) : words.heldBack[heldBack]} {hidden > 0 && words.hidden(hidden)}
      </p>
      {heldBack === null && fitting.length === 0 && <p className="mt-2 text-sm text-ink-3">{words.none}</p>}
      <ul className="mt-2 divide-y divide-rule">
        {visible.map((fit) => <Fit key={fit.documentId} id={id} fit={fit} />)}
      </ul>
      {visible.length < fitting.length && <Button size="sm" className="mt-2" onClick={() => setAll(true)}>{words.all(fitting.length)}</Button>}
    </>
  );
}

function Fit({ id, fit }: { id: string; fit: OpeningFit }) {
  const words = useWords(FITTING);
  const language = useLanguage();
  const formats = useFormats();
  const { documentId, title, taken, score, mustHavesMet, mustHaves, uses, skills, shows, near } = fit;
  return (
    <li className="grid grid-cols-[3.25rem_minmax(0,1fr)] gap-x-4 py-3.5">
      <p className="text-xl font-semibold tabular" title={words.score}>
        <span className="sr-only">{words.score} </span>{score.toFixed(0)}
      </p>
      <div className="min-w-0 space-y-1 text-sm">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
          <Link lang={langOf(title)} href={`/jobs/${documentId}`} className="text-base font-medium underline decoration-rule-2 underline-offset-4 hover:decoration-ink">{title}</Link>
          {near && <span className="rounded-sm bg-marker px-1.5 text-xs font-medium">{words.near}</span>}
          {!taken && <span className="text-xs text-ink-3">{words.nobody}</span>}
          <Link href={`/jobs/${documentId}?add=${id}`} aria-label={words.addTo(title)} className="ml-auto inline-flex items-center text-xs text-ink-2 underline decoration-rule-2 underline-offset-4 hover:decoration-ink coarse:min-h-10">{words.add}</Link>
        </p>
        <p className="flex flex-wrap items-center gap-x-3 text-ink-2 tabular">
          <Musts met={mustHavesMet} all={mustHaves} />
          <span>{uses.length > 0 ? words.uses(uses.length, skills, formats.list([...uses.slice(0, SKILLS).map((name) => name[language]), ...(uses.length > SKILLS ? [words.more(uses.length - SKILLS)] : [])])) : words.usesNone(skills)}</span>
        </p>
        {shows[0] && <p lang={langOf(shows[0].quote)} className="line-clamp-1 font-serif text-base text-ink-2">“{withoutBullet(shows[0].quote)}”</p>}
        <Gap fit={fit} />
      </div>
    </li>
  );
}

function Musts({ met, all }: { met: number; all: number }) {
  const words = useWords(FITTING);
  if (all === 0) return <span>{words.noMusts}</span>;
  return (
    <span className="inline-flex items-center gap-2">
      <span aria-hidden className="flex gap-0.5">{Array.from({ length: all }, (_, i) => <span key={i} className={clsx("h-3 w-1.5 rounded-sm", i < met ? "bg-marker-line" : "bg-rule-2")} />)}</span>
      {words.mustOf(met, all)}
    </span>
  );
}

function Gap({ fit: { misses, scoreIfClosed } }: { fit: OpeningFit }) {
  const words = useWords(FITTING);
  const [all, setAll] = useState(false);
  if (misses.length === 0) return <p className="text-yes">{words.closed}</p>;
  const visible = all ? misses : misses.slice(0, MISSES);
  return (
    <div>
      <p className="text-xs text-ink-3">{words.close(scoreIfClosed.toFixed(0))}</p>
      <ul className="mt-0.5 flex flex-wrap gap-1.5">
        {visible.map((miss) => <Miss key={miss.requirement} miss={miss} />)}
        {visible.length < misses.length && <li><Button size="sm" look="quiet" onClick={() => setAll(true)}>{words.more(misses.length - visible.length)}</Button></li>}
      </ul>
    </div>
  );
}

/** Pressed, it says why: the reason that the person themselves would read in their own gap. */
function Miss({ miss: { requirement, mustHave, state, yearsMissing, gain, item } }: { miss: OpeningMiss }) {
  const words = useWords(FITTING);
  const language = useLanguage();
  const points = gain > 0 ? [words.gain(gain.toFixed(1))] : [];
  const facts = [mustHave ? words.must : "", yearsMissing !== null ? words.yearsMissing(yearsMissing) : state === "partly" ? words.partly : ""].filter((fact) => fact !== "");
  const said = (
    <>
      <span lang={langOf(requirement)}>{requirement}</span>{" "}
      <span className="text-xs text-ink-3 tabular">{[...facts, ...points].join(" · ")}</span>
    </>
  );
  return (
    <li className={clsx("max-w-full rounded-sm border px-2 py-0.5", mustHave ? "border-ink-3" : "border-rule")}>
      {item ? (
        <details>
          <summary>{said}</summary>
          <p className="max-w-md py-1 text-xs text-ink-2">{item.reason[language]}</p>
        </details>
      ) : said}
    </li>
  );
}

function Applied({ applied }: { applied: OpeningsForPerson["applied"] }) {
  const words = useWords(FITTING);
  const recruiting = useWords(RECRUITING);
  return (
    <Part title={words.applied}>
      <ul className="divide-y divide-rule text-sm">
        {applied.map(({ documentId, title, stage, state, score, mustHavesMet, mustHaves }) => (
          <li key={documentId} className="flex flex-wrap items-baseline gap-x-3 py-2">
            <Link lang={langOf(title)} href={`/jobs/${documentId}`} className="font-medium underline decoration-rule-2 underline-offset-4 hover:decoration-ink">{title}</Link>
            <span className={clsx(stage === "hired" && "text-yes", stage === "rejected" && "text-no")}>{recruiting.stage[stage]}</span>
            {state !== "open" && <span className="text-ink-3">{recruiting.state[state]}</span>}
            <span className="ml-auto text-ink-2 tabular">{score === null ? words.notScored : `${score.toFixed(1)} · ${words.mustOf(mustHavesMet, mustHaves)}`}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
