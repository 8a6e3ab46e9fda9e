/** @file A shared shortlist: the comparison, and yes, no or unsure for each person. */
"use client";

import clsx from "clsx";
import { useState } from "react";
import { useFormats, useWords } from "@/app/_components/language/language";
import { ScreenHead } from "@/app/_components/shell/screen-head";
import { Button } from "@/app/_components/ui/button";
import { TextField } from "@/app/_components/ui/field";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useResource } from "@/app/_components/use-resource";
import { langOf, TERMS } from "@/app/_components/words";
import { answerShared, loadShared } from "@/lib/browser/recruiting";
import type { ShortlistPage } from "@/lib/contracts/shortlists";
import { VERDICTS } from "@/lib/contracts/recruiting-words";
import { CompareTable } from "../../../[id]/_components/compare-dialog";
import { useAct } from "../../../[id]/_components/use-act";
import { RECRUITING } from "../../../recruiting-words";

export function SharedScreen({ id }: { id: string }) {
  const words = useWords(RECRUITING);
  const terms = useWords(TERMS);
  const formats = useFormats();
  const { data, error, reload } = useResource(`shared:${id}`, (signal) => loadShared(id, signal));
  return (
    <div className="flex h-full flex-col">
      <ScreenHead title={data ? words.sharedTitle(data.opening) : words.tabs.shortlists} summary={data ? words.sharedFrom(data.from ?? "Cadre", formats.day(data.expiresAt)) : terms.loading} />
      <div className="hairline-scroll min-h-0 flex-1 overflow-auto px-5 pb-8 sm:px-8">
        {error !== undefined && <FailedPanel error={error} onRetry={reload} />}
        {!data && error === undefined && <WaitingRows rows={4} height={64} label={terms.loading} />}
        {data && (
          <div className="max-w-[64rem]">
            <p className="pb-3 text-sm text-ink-2">{words.sharedSays}</p>
            <ul className="border-t border-rule">{data.people.map((person) => <Opinion key={person.application.id} link={id} person={person} onAnswered={reload} />)}</ul>
            <div className="mt-6"><CompareTable people={data.people.map(({ application }) => application)} /></div>
          </div>
        )}
      </div>
    </div>
  );
}

function Opinion({ link, person: { application, reason, verdict, note }, onAnswered }: { link: string; person: ShortlistPage["people"][number]; onAnswered: () => void }) {
  const words = useWords(RECRUITING);
  const terms = useWords(TERMS);
  const [text, setText] = useState(note);
  const [busy, act] = useAct();
  const name = application.person.name;
  return (
    <li className="flex flex-wrap items-end gap-4 border-b border-rule py-3">
      <div className="min-w-0 flex-1 basis-56">
        <p lang={langOf(name)} className="font-semibold">{name} <span className="font-normal text-ink-3 tabular">{application.card?.score.toFixed(1)}</span></p>
        <p lang={langOf(reason)} className="text-sm text-ink-2">{reason}</p>
      </div>
      <TextField label={words.note} aria-label={terms.doTo(words.note, name)} value={text} onChange={(event) => setText(event.target.value)} className="w-64" />
      <div role="group" aria-label={`${words.yourView}: ${name}`} className="flex gap-1">
        {VERDICTS.map((one) => (
          <Button key={one} className={clsx("h-10", verdict === one && "border-ink! font-semibold")} aria-pressed={verdict === one} disabled={busy} onClick={() => void act(async () => { await answerShared(link, { application: application.id, verdict: one, note: text }); onAnswered(); }, words.answered)}>
            {words.verdict[one]}
          </Button>
        ))}
      </div>
    </li>
  );
}
