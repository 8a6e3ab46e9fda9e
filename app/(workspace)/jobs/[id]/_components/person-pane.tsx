/** @file One person beside the list: every part of the score with the lines that show it, notes, history, moving on. */
"use client";

import clsx from "clsx";
import { Check, Mail, Minus, X } from "lucide-react";
import Link from "next/link";
import { useEffect, useState } from "react";
import { useFormats, useLanguage, useWords } from "@/app/_components/language/language";
import { PERSON } from "@/app/_components/person/words";
import { useReader } from "@/app/_components/reader/reader-context";
import { LETTER } from "@/app/_components/recruiting/letter-words";
import { Button, IconButton } from "@/app/_components/ui/button";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useResource } from "@/app/_components/use-resource";
import { langOf, TERMS } from "@/app/_components/words";
import { warningText } from "@/lib/browser/problem";
import { loadApplication } from "@/lib/browser/recruiting";
import type { ApplicationDetail, ApplicationView, Receipt, ScorecardView } from "@/lib/contracts/recruiting";
import { isOpenStage, OPEN_STAGES, type Stage } from "@/lib/contracts/recruiting-words";
import { withoutBullet } from "@/lib/core/without-bullet";
import { RECRUITING } from "../../recruiting-words";
import { DraftDialog } from "./draft-dialog";
import { Notes } from "./notes";
import { PersonData } from "./person-data";
import { pointsOf } from "./score-breakdown";

interface PersonPaneProps {
  readonly application: ApplicationView;
  readonly onClose: () => void;
  readonly onMove: (to: Stage) => void;
  readonly onChanged: () => void;
  readonly onErased: (receipt: Receipt) => void;
}

export function PersonPane({ application, onClose, onMove, onChanged, onErased }: PersonPaneProps) {
  const words = useWords(RECRUITING);
  const terms = useWords(TERMS);
  const letters = useWords(LETTER);
  const reader = useReader();
  const [drafting, setDrafting] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented && !document.querySelector("[role=dialog], [role=alertdialog]")) onClose();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [onClose]);
  const { person, card, stage, id } = application;
  const detail = useResource(`application:${id}:${stage}`, (signal) => loadApplication(id, signal));
  const next = isOpenStage(stage) ? (OPEN_STAGES[OPEN_STAGES.indexOf(stage) + 1] ?? "hired") : null;
  const documentId = person.documentId;
  const openAt = documentId === null ? null : (passage: { start: number; end: number } | null) => reader.open({ documentId, title: person.name, passage });
  return (
    <aside aria-label={person.name} className="hairline-scroll w-[26rem] shrink-0 animate-slide-in overflow-y-auto border-l border-rule bg-sheet px-5 py-4 max-lg:fixed max-lg:inset-0 max-lg:z-30 max-lg:w-full">
      <header className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <h2 lang={langOf(person.name)} className="text-lg font-semibold tracking-tight">{person.name}</h2>
          <p lang={langOf(person.title ?? "")} className="text-sm text-ink-2">{[person.title, person.location].filter(Boolean).join(" · ")}</p>
        </div>
        <IconButton label={terms.close} icon={<X size={16} />} onClick={onClose} />
      </header>
      {person.masked && <p className="mt-2 border-l-2 border-rule-2 pl-3 text-xs text-ink-2">{words.hiddenBox}</p>}
      <div className="mt-3 flex flex-wrap gap-2">
        {next && <Button size="sm" look="solid" onClick={() => onMove(next)}>{words.moveTo(words.stage[next])}</Button>}
        {isOpenStage(stage) && <Button size="sm" onClick={() => onMove("rejected")}>{words.reject}</Button>}
        {openAt && <Button size="sm" onClick={() => openAt(null)}>{words.openResume}</Button>}
        {documentId !== null && <Link href={`/candidates/${documentId}`} className="inline-flex h-7 items-center rounded-md px-2.5 text-xs font-medium text-ink-2 hover:bg-press hover:text-ink coarse:min-h-10">{words.profile}</Link>}
        <Button size="sm" look="quiet" onClick={() => setDrafting(true)}><Mail size={13} aria-hidden /> {letters.title}</Button>
      </div>
      {card ? <Evidence card={card} openAt={openAt} /> : <p className="mt-4 text-sm text-ink-3">{application.termOver ? words.termOver : words.notScored}</p>}
      {detail.error !== undefined && <FailedPanel error={detail.error} onRetry={detail.reload} />}
      {!detail.data && detail.error === undefined && <WaitingRows rows={3} height={32} label={terms.loading} />}
      {detail.data && detail.data.warnings.length > 0 && <Warnings warnings={detail.data.warnings} />}
      {detail.data && <Notes id={id} detail={detail.data} onChanged={() => { detail.reload(); onChanged(); }} />}
      {detail.data && detail.data.kit.length > 0 && <Kit kit={detail.data.kit} />}
      <PersonData key={application.keepUntil} application={application} onErased={onErased} onChanged={onChanged} />
      {detail.data && <History events={detail.data.events} />}
      {drafting && <DraftDialog application={application} onClose={() => setDrafting(false)} />}
    </aside>
  );
}

/** Said beside the score, which saw only what a reader sees. */
function Warnings({ warnings }: { warnings: readonly string[] }) {
  const words = useWords(PERSON);
  const language = useLanguage();
  return (
    <section aria-label={words.warnings} className="mt-4 border-l-2 border-marker-line pl-3 text-sm">
      <p className="label">{words.warnings}</p>
      <ul className="mt-1 space-y-1.5 text-ink-2">
        {warnings.map((warning) => <li key={warning}>{warningText(warning, language)}</li>)}
      </ul>
    </section>
  );
}

type OpenAt = ((passage: { start: number; end: number }) => void) | null;

export function Evidence({ card, openAt }: { card: ScorecardView; openAt: OpenAt }) {
  const words = useWords(RECRUITING);
  return (
    <section aria-label={words.parts} className="mt-4">
      <p className="flex items-baseline gap-2 border-b border-rule pb-1.5">
        <span className="text-xl font-semibold tabular">{card.score.toFixed(1)}</span>
        <span className="text-sm text-ink-2 tabular">{words.mustHaves} {words.mustOf(card.mustHavesMet, card.mustHaves.length)}</span>
      </p>
      <ol>
        {card.parts.map((part) => (
          <li key={part.requirementId ?? part.name} className="border-b border-rule py-2">
            <p className="flex items-start gap-2 text-sm">
              <span aria-hidden className={clsx("pt-0.5", part.met ? "text-yes" : "text-ink-3")}>{part.met ? <Check size={14} strokeWidth={2.4} /> : <Minus size={14} />}</span>
              <span className="min-w-0 flex-1">
                <span lang={langOf(part.name)} className={part.met ? "font-medium" : "text-ink-2"}>{part.kind === "semantic-fit" ? words.kind["semantic-fit"] : part.name}</span>
                <span className="block text-xs text-ink-3">
                  {[part.kind !== "semantic-fit" && (part.mustHave ? words.must : words.nice), part.kind !== "semantic-fit" && (part.met ? words.standing : words.fallsShort)[part.standing], part.years && words.yearsFound(String(part.years.found ?? 0), part.years.asked)].filter(Boolean).join(" · ")}
                </span>
              </span>
              <span className="text-xs text-ink-2 tabular">{words.partOf(pointsOf(part), part.weight.toFixed(0))}</span>
            </p>
            {part.evidence.length === 0 && <p className="pl-5.5 text-xs text-ink-3">{words.noLine}</p>}
            {part.evidence.slice(0, 3).map((quote) => (
              <Quote key={`${quote.start}-${quote.end}`} quote={quote} openAt={openAt} />
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

export function Quote({ quote, openAt }: { quote: { text: string; start: number; end: number }; openAt: OpenAt }) {
  const words = useWords(RECRUITING);
  const text = withoutBullet(quote.text);
  const body = <span className="marked">{text}</span>;
  const look = "mt-1 block max-w-full pl-5.5 text-left font-serif text-base leading-6";
  if (!openAt) return <p lang={langOf(text)} className={look}>{body}</p>;
  return (
    <button type="button" lang={langOf(text)} aria-label={words.openAt(text)} onClick={() => openAt(quote)} className={clsx(look, "hover:text-marker-ink")}>
      {body}
    </button>
  );
}

function Kit({ kit }: { kit: ApplicationDetail["kit"] }) {
  const words = useWords(RECRUITING);
  const language = useLanguage();
  return (
    <details className="mt-5">
      <summary className="label">{words.kit}</summary>
      <ol className="mt-1 space-y-2 text-sm">
        {kit.map((one) => (
          <li key={one.requirement}>
            <span className="text-xs text-ink-3">{words.purpose[one.purpose]}</span>
            <span className="block">{one.question[language]}</span>
            <span className="block text-xs text-ink-2">{one.listenFor[language]}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}

function History({ events }: { events: ApplicationDetail["events"] }) {
  const words = useWords(RECRUITING);
  const formats = useFormats();
  return (
    <section className="mt-5">
      <h3 className="label">{words.history}</h3>
      <ol className="mt-1 space-y-1.5 text-sm">
        {events.map((event) => (
          <li key={event.at + event.to} className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-2">
            <span className="text-xs leading-5 text-ink-3 tabular">{formats.day(event.at)}</span>
            <span>
              {event.from === null ? words.cameIn : words.stage[event.to]}
              {event.by && <span className="text-ink-3"> · {event.by}</span>}
              {event.rank !== null && <span className="text-ink-3 tabular"> · {words.placeThen(event.rank, event.of)}</span>}
              {event.reason && <span lang={langOf(event.reason)} className="block text-ink-2">{event.reason}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
