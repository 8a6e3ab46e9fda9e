/** @file Shortlists of an opening: who is on them and why, whom they are shared with, and what those say. */
"use client";

import clsx from "clsx";
import { X } from "lucide-react";
import { useState } from "react";
import { useFormats, useWords } from "@/app/_components/language/language";
import { Button, IconButton } from "@/app/_components/ui/button";
import { Check, SelectField, TextField } from "@/app/_components/ui/field";
import { EmptyPanel, FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useResource } from "@/app/_components/use-resource";
import { langOf, TERMS } from "@/app/_components/words";
import { endShare, listShortlists, shareShortlist, takeOffShortlist } from "@/lib/browser/recruiting";
import type { OpeningPage } from "@/lib/contracts/recruiting";
import type { ShortlistView } from "@/lib/contracts/shortlists";
import { RECRUITING } from "../../recruiting-words";
import { CompareTable } from "./compare-dialog";
import { useAct } from "./use-act";

const DAY_MS = 86_400_000;
const MAX_COMPARED = 4;

export function ShortlistsTab({ opening, onChanged }: { opening: OpeningPage; onChanged: () => void }) {
  const words = useWords(RECRUITING);
  const terms = useWords(TERMS);
  const lists = useResource(`shortlists:${opening.documentId}`, (signal) => listShortlists(opening.documentId, signal));
  const changed = () => {
    lists.reload();
    onChanged();
  };
  return (
    <div className="hairline-scroll min-h-0 flex-1 overflow-auto px-5 py-4 sm:px-8">
      {lists.error !== undefined && <FailedPanel error={lists.error} onRetry={lists.reload} />}
      {!lists.data && lists.error === undefined && <WaitingRows rows={4} height={44} label={terms.loading} />}
      {lists.data?.length === 0 && <EmptyPanel title={words.noLists}>{words.noListsSays}</EmptyPanel>}
      <div className="max-w-[64rem] space-y-10">{lists.data?.map((list) => <Shortlist key={list.id} list={list} opening={opening} onChanged={changed} />)}</div>
    </div>
  );
}

function Shortlist({ list, opening, onChanged }: { list: ShortlistView; opening: OpeningPage; onChanged: () => void }) {
  const words = useWords(RECRUITING);
  const [, act] = useAct();
  const people = list.entries.flatMap((entry) => opening.applications.filter(({ id }) => id === entry.application).map((application) => ({ entry, application })));
  return (
    <section aria-label={list.name}>
      <h2 lang={langOf(list.name)} className="text-lg font-semibold tracking-tight">{list.name}</h2>
      <ul className="mt-1 border-t border-rule">
        {people.map(({ entry, application: { id, person, card } }) => (
          <li key={id} className="flex items-start gap-3 border-b border-rule py-2 text-sm">
            <span className="w-10 text-right font-semibold tabular">{card?.score.toFixed(1)}</span>
            <span className="min-w-0 flex-1">
              <span lang={langOf(person.name)} className="font-medium">{person.name}</span>
              <span lang={langOf(entry.reason)} className="block text-ink-2">{entry.reason}</span>
              {entry.answers.map((one) => (
                <span key={one.name} className="block text-xs">
                  <span className={clsx("font-semibold", one.verdict === "yes" && "text-yes", one.verdict === "no" && "text-no")}>{words.verdict[one.verdict]}</span> <span className="text-ink-3">{one.name}</span> {one.note}
                </span>
              ))}
            </span>
            <IconButton size="sm" label={words.remove(person.name)} icon={<X size={14} />} onClick={() => void act(async () => { await takeOffShortlist(opening.documentId, { shortlist: list.id, application: id }); onChanged(); })} />
          </li>
        ))}
      </ul>
      <Sharing list={list} opening={opening} onChanged={onChanged} />
      {people.length >= 2 && <div className="mt-4"><CompareTable people={people.slice(0, MAX_COMPARED).map(({ application }) => application)} /></div>}
    </section>
  );
}

function Sharing({ list, opening, onChanged }: { list: ShortlistView; opening: OpeningPage; onChanged: () => void }) {
  const terms = useWords(TERMS);
  const words = useWords(RECRUITING);
  const formats = useFormats();
  const [draft, setDraft] = useState(() => ({ userId: opening.hiringManagers[0]?.userId ?? "", until: new Date(Date.now() + 14 * DAY_MS).toISOString().slice(0, 10), masked: true }));
  const [busy, act] = useAct();
  const share = () =>
    act(async () => {
      const { link } = await shareShortlist(opening.documentId, { shortlist: list.id, ...draft });
      await navigator.clipboard?.writeText(`${window.location.origin}/jobs/shared/${link}`);
      onChanged();
    }, words.linkCopied);
  return (
    <>
      <ul className="mt-2 text-sm">
        {list.shared.map((one) => (
          <li key={one.link} className="flex min-h-8 flex-wrap items-center gap-2 text-ink-2">
            {words.shared(one.name, formats.day(one.expiresAt))} · {one.masked && `${words.hidden} · `}{one.ended ? words.ended : one.openedAt ? words.seen : words.notSeen}
            {!one.ended && <Button size="sm" look="quiet" onClick={() => void act(async () => { await endShare(opening.documentId, one.link); onChanged(); })}>{words.end}</Button>}
          </li>
        ))}
      </ul>
      <form className="mt-2 flex flex-wrap items-end gap-3" onSubmit={(event) => { event.preventDefault(); void share(); }}>
        <SelectField label={words.shareWith} value={draft.userId} onChange={(userId) => setDraft({ ...draft, userId })} choices={[{ value: "", label: terms.nobodyChosen }, ...opening.accounts.map(({ userId, name }) => ({ value: userId, label: name }))]} className="w-56" />
        <TextField label={words.shareUntil} type="date" value={draft.until} onChange={(event) => setDraft({ ...draft, until: event.target.value })} className="w-44" />
        <div className="pb-1.5"><Check checked={draft.masked} onChange={(masked) => setDraft({ ...draft, masked })} label={words.masked} /></div>
        <Button type="submit" className="h-10" disabled={busy || draft.userId === ""}>{words.share}</Button>
      </form>
    </>
  );
}
