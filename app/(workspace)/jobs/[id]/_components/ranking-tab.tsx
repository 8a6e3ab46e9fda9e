/** @file Candidates by score: a dense table that works from the keyboard, the evidence of one person beside it. */
"use client";

import clsx from "clsx";
import { EyeOff, GitCompareArrows, ListPlus } from "lucide-react";
import { useEffect, useState } from "react";
import { useFormats, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { Hint } from "@/app/_components/ui/hint";
import { EmptyPanel } from "@/app/_components/ui/states";
import { langOf, wholeYears } from "@/app/_components/words";
import type { ApplicationView, OpeningPage, Receipt } from "@/lib/contracts/recruiting";
import { isOpenStage, OPEN_STAGES } from "@/lib/contracts/recruiting-words";
import { RECRUITING } from "../../recruiting-words";
import { CompareDialog } from "./compare-dialog";
import { MoveDialog, type Destination } from "./move-dialog";
import { PersonPane } from "./person-pane";
import { ScoreBreakdown } from "./score-breakdown";
import { ShortlistDialog } from "./shortlist-dialog";

export function RankingTab({ opening, onChanged, onErased }: { opening: OpeningPage; onChanged: () => void; onErased: (receipt: Receipt) => void }) {
  const words = useWords(RECRUITING);
  const formats = useFormats();
  const people = opening.applications;
  const [at, setAt] = useState(0);
  const [shown, setShown] = useState<string | null>(null);
  const [selected, setSelected] = useState<readonly string[]>([]);
  const [dialog, setDialog] = useState<"compare" | "shortlist" | null>(null);
  const [moving, setMoving] = useState<Destination | null>(null);
  const [rejecting, setRejecting] = useState<{ readonly ids: readonly string[]; readonly at: number }>({ ids: [], at: 0 });
  const toggle = (id: string) => setSelected((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
  const chosen = people.filter(({ id }) => selected.includes(id));
  const toReject = people.find(({ id }) => id === rejecting.ids[rejecting.at]);
  const nextToReject = () => setRejecting({ ...rejecting, at: rejecting.at + 1 });
  const reject = () => {
    const ids = (chosen.length > 0 ? chosen : people.slice(at, at + 1)).filter(({ stage }) => isOpenStage(stage)).map(({ id }) => id);
    setRejecting({ ids, at: 0 });
  };
  const canCompare = chosen.length >= 2 && chosen.length <= 4;

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.metaKey || event.ctrlKey || event.altKey || target.closest("input:not([type=checkbox]), textarea, select, [role=dialog]")) return;
      const person = people[at];
      const act: Record<string, () => void> = {
        j: () => setAt(Math.min(people.length - 1, at + 1)),
        k: () => setAt(Math.max(0, at - 1)),
        x: () => person && toggle(person.id),
        o: () => person && setShown(person.id),
        c: () => canCompare && setDialog("compare"),
        r: reject,
        m: () => person && isOpenStage(person.stage) && setMoving({ application: person, to: OPEN_STAGES[OPEN_STAGES.indexOf(person.stage) + 1] ?? "hired" }),
      };
      const run = act[event.key];
      if (!run) return;
      event.preventDefault();
      run();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  });
  useEffect(() => void document.getElementById(`row-${people[at]?.id ?? ""}`)?.scrollIntoView({ block: "nearest" }), [at, people]);

  if (people.length === 0) return <EmptyPanel title={words.nobody}>{words.nobodySays}</EmptyPanel>;
  const open = people.find(({ id }) => id === shown);
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">
        <div className="flex min-h-11 flex-wrap items-center gap-2 px-5 py-1.5 text-sm sm:px-8">
          {chosen.length > 0 ? <span className="font-medium tabular">{words.selected(chosen.length)}</span> : <span className="text-xs text-ink-3 max-sm:hidden">{words.keys}</span>}
          <span className="ml-auto flex flex-wrap justify-end gap-2">
            <Button size="sm" disabled={!canCompare} title={words.compareMost} onClick={() => setDialog("compare")}><GitCompareArrows size={13} aria-hidden /> {words.compare}</Button>
            <Button size="sm" disabled={!chosen.some(({ stage }) => isOpenStage(stage))} onClick={reject}>{words.reject}</Button>
            <Button size="sm" disabled={chosen.length === 0} onClick={() => setDialog("shortlist")}><ListPlus size={13} aria-hidden /> {words.shortlist}</Button>
          </span>
        </div>
        <div className="hairline-scroll @container min-h-0 flex-1 overflow-auto px-5 pb-8 sm:px-8">
          <table className="w-full table-fixed border-collapse text-left text-sm">
            <caption className="sr-only">{words.tabs.ranking}</caption>
            <thead className="sticky top-0 z-10 bg-paper">
              <tr className="label h-9 border-b border-rule-2">
                <th scope="col" className="w-8"><span className="sr-only">{words.compare}</span></th>
                <th scope="col" className="w-9 font-[550] @max-[30rem]:hidden"><span className="sr-only">{words.rank}</span>#</th>
                <th scope="col" className="w-16 pr-4 text-right font-[550]">{words.score}</th>
                <th scope="col" className="pr-4 font-[550]">{words.person}</th>
                <th scope="col" className="w-28 pr-4 font-[550] @max-[30rem]:w-18 @max-[30rem]:pr-0">{words.mustHaves}</th>
                <th scope="col" className="w-28 pr-4 font-[550] @max-[38rem]:hidden">{words.stageHead}</th>
                <th scope="col" className="w-14 pr-4 text-right font-[550] @max-[46rem]:hidden">{words.years}</th>
                <th scope="col" className="w-28 pr-4 font-[550] @max-[56rem]:hidden">{words.source}</th>
                <th scope="col" className="w-28 font-[550] @max-[64rem]:hidden">{words.applied}</th>
              </tr>
            </thead>
            <tbody>
              {people.map((person, i) => (
                <Row key={person.id} person={person} current={i === at} selected={selected.includes(person.id)} onSelect={() => toggle(person.id)} onOpen={() => { setAt(i); setShown(person.id); }} day={formats.day(person.appliedAt)} />
              ))}
            </tbody>
          </table>
          {opening.run && <p className="pt-3 text-xs text-ink-3 tabular">{words.scoredBy(opening.run.number, formats.day(opening.run.at))}</p>}
        </div>
      </div>
      {open && <PersonPane application={open} onClose={() => setShown(null)} onMove={(to) => setMoving({ application: open, to })} onChanged={onChanged} onErased={onErased} />}
      {dialog === "compare" && <CompareDialog people={chosen} onClose={() => setDialog(null)} />}
      {dialog === "shortlist" && <ShortlistDialog openingId={opening.documentId} people={chosen} onClose={() => setDialog(null)} onDone={() => { setSelected([]); onChanged(); }} />}
      {toReject && <MoveDialog key={toReject.id} application={toReject} to="rejected" queue={rejecting.ids.length > 1 ? { at: rejecting.at + 1, of: rejecting.ids.length, onSkip: nextToReject } : null} onClose={() => setRejecting({ ids: [], at: 0 })} onMoved={() => { if (rejecting.ids.length > 1) nextToReject(); onChanged(); }} />}
      {moving && <MoveDialog key={`${moving.application.id}${moving.to}`} {...moving} onClose={() => setMoving(null)} onMoved={onChanged} />}
    </div>
  );
}

interface RowProps {
  readonly person: ApplicationView;
  readonly current: boolean;
  readonly selected: boolean;
  readonly onSelect: () => void;
  readonly onOpen: () => void;
  readonly day: string;
}

function Row({ person: { id, person, card, rank, stage, channel, termOver }, current, selected, onSelect, onOpen, day }: RowProps) {
  const words = useWords(RECRUITING);
  const musts = card?.mustHaves.length ?? 0;
  return (
    <tr id={`row-${id}`} aria-current={current ? "true" : undefined} className={clsx("h-11 border-b border-rule hover:bg-desk", current && "bg-desk", !isOpenStage(stage) && stage !== "hired" && "text-ink-3")}>
      <td><input type="checkbox" aria-label={words.select(person.name)} checked={selected} onChange={onSelect} className="size-4 accent-ink coarse:size-6" /></td>
      <td className="text-ink-3 tabular @max-[30rem]:hidden">{rank}</td>
      <td className="pr-4 text-right tabular">
        {card ? (
          <Hint side="right" text={<ScoreBreakdown card={card} inverted />}>
            <button type="button" onClick={onOpen} className="font-semibold underline decoration-marker-line decoration-2 underline-offset-4">{card.score.toFixed(1)}</button>
          </Hint>
        ) : <span className="text-xs text-ink-3">–</span>}
      </td>
      <td className="min-w-0 py-1 pr-4">
        <button type="button" onClick={onOpen} className="block max-w-full text-left coarse:min-h-10">
          <span lang={langOf(person.name)} className="flex items-center gap-1.5 font-medium">
            <span className="truncate">{person.name}</span>
            {person.masked && <EyeOff size={12} aria-label={words.hidden} className="shrink-0 text-ink-3" />}
          </span>
          {person.title && <span lang={langOf(person.title)} className="block truncate text-xs text-ink-3">{person.title}</span>}
        </button>
      </td>
      <td className="pr-4 @max-[30rem]:pr-0">
        {card ? (
          <button type="button" onClick={onOpen} className="flex items-center gap-1.5 tabular" aria-label={`${words.mustHaves}: ${words.mustOf(card.mustHavesMet, musts)}`}>
            <span aria-hidden className="flex gap-0.5 @max-[30rem]:hidden">{card.mustHaves.map((one) => <span key={one.requirementId} className={clsx("h-3 w-1.5 rounded-sm", one.met ? "bg-marker-line" : "bg-rule-2")} />)}</span>
            <span className="text-ink-2">{words.mustOf(card.mustHavesMet, musts)}</span>
          </button>
        ) : <span className="text-xs text-ink-3">{termOver ? words.termOver : words.notScored}</span>}
      </td>
      <td className="pr-4 @max-[38rem]:hidden"><span className={clsx(stage === "hired" && "text-yes", stage === "rejected" && "text-no")}>{words.stage[stage]}</span></td>
      <td className="pr-4 text-right text-ink-2 tabular @max-[46rem]:hidden">{person.years === null ? null : wholeYears(person.years)}</td>
      <td className="truncate pr-4 text-ink-2 @max-[56rem]:hidden">{words.channel[channel]}</td>
      <td className="whitespace-nowrap text-ink-2 tabular @max-[64rem]:hidden">{day}</td>
    </tr>
  );
}
