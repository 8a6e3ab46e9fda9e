/** @file The pipeline as a board: a column per stage; cards move by dragging or with [ and ] on the card that has the focus. */
"use client";

import clsx from "clsx";
import { Bell, EyeOff, StickyNote } from "lucide-react";
import { useState } from "react";
import { useFormats, useWords } from "@/app/_components/language/language";
import { langOf } from "@/app/_components/words";
import type { ApplicationView, OpeningPage, Receipt } from "@/lib/contracts/recruiting";
import { STAGES, type Stage } from "@/lib/contracts/recruiting-words";
import { RECRUITING } from "../../recruiting-words";
import { MoveDialog, type Destination } from "./move-dialog";
import { PersonPane } from "./person-pane";

export function BoardTab({ opening, onChanged, onErased }: { opening: OpeningPage; onChanged: () => void; onErased: (receipt: Receipt) => void }) {
  const words = useWords(RECRUITING);
  const [over, setOver] = useState<Stage | null>(null);
  const [moving, setMoving] = useState<Destination | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const move = (application: ApplicationView | undefined, to: Stage | undefined) => {
    if (application && to && application.stage !== to) setMoving({ application, to });
  };
  const open = opening.applications.find(({ id }) => id === shown);
  return (
    <div className="flex min-h-0 flex-1">
      <div className="hairline-scroll flex min-h-0 flex-1 gap-3 overflow-auto px-5 py-4 sm:px-8">
        {STAGES.map((stage) => {
          const people = opening.applications.filter((one) => one.stage === stage);
          return (
            <section
              key={stage}
              aria-label={words.stage[stage]}
              onDragOver={(event) => { event.preventDefault(); setOver(stage); }}
              onDragLeave={() => setOver(null)}
              onDrop={(event) => { event.preventDefault(); setOver(null); move(opening.applications.find(({ id }) => id === event.dataTransfer.getData("text/plain")), stage); }}
              className={clsx("flex w-52 shrink-0 flex-col rounded-lg p-2", over === stage ? "bg-press" : "bg-desk")}
            >
              <h2 className="flex justify-between px-1 pb-2 text-sm font-semibold">
                {words.stage[stage]} <span className="font-normal text-ink-3 tabular">{people.length}</span>
              </h2>
              <ul className="space-y-1.5">
                {people.map((one) => (
                  <Card key={one.id} one={one} onOpen={() => setShown(one.id)} onStep={(step) => move(one, STAGES[STAGES.indexOf(one.stage) + step])} />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
      {open && <PersonPane application={open} onClose={() => setShown(null)} onMove={(to) => move(open, to)} onChanged={onChanged} onErased={onErased} />}
      {moving && <MoveDialog key={`${moving.application.id}${moving.to}`} {...moving} onClose={() => setMoving(null)} onMoved={onChanged} />}
    </div>
  );
}

function Card({ one, onOpen, onStep }: { one: ApplicationView; onOpen: () => void; onStep: (step: 1 | -1) => void }) {
  const words = useWords(RECRUITING);
  const formats = useFormats();
  return (
    <li>
      <button
        type="button"
        draggable
        onDragStart={(event) => event.dataTransfer.setData("text/plain", one.id)}
        onClick={onOpen}
        onKeyDown={(event) => { if (event.key === "]") onStep(1); if (event.key === "[") onStep(-1); }}
        className="block w-full cursor-grab rounded-md border border-rule bg-sheet px-2.5 py-2 text-left text-sm hover:border-rule-2"
      >
        <span className="flex items-baseline gap-2">
          <span lang={langOf(one.person.name)} className="min-w-0 flex-1 truncate font-medium">{one.person.name}</span>
          {one.card && <span className="text-xs font-semibold tabular">{one.card.score.toFixed(0)}</span>}
        </span>
        <span className="mt-0.5 flex items-center gap-1.5 text-xs text-ink-3 tabular">
          {one.person.masked && <EyeOff size={11} aria-label={words.hidden} />}
          {one.card && <span>{words.mustOf(one.card.mustHavesMet, one.card.mustHaves.length)}</span>}
          <span>{formats.day(one.stageSince)}</span>
          {one.notes > 0 && <StickyNote size={11} aria-label={words.notes} />}
          {one.remindAt && <Bell size={11} aria-label={words.remind} />}
        </span>
        {one.reason && <span lang={langOf(one.reason)} className="mt-1 line-clamp-2 text-xs text-ink-2">{one.reason}</span>}
      </button>
    </li>
  );
}
