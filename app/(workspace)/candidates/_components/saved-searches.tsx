/** @file Saved searches: keep the present request, run one again, see the newly read résumés that fitted. */
"use client";

import { Bookmark, X } from "lucide-react";
import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { useReader } from "@/app/_components/reader/reader-context";
import { Button } from "@/app/_components/ui/button";
import { useNotify } from "@/app/_components/ui/toasts";
import { useResource } from "@/app/_components/use-resource";
import { langOf } from "@/app/_components/words";
import { messageOf } from "@/lib/browser/http";
import { deleteSearch, listHits, listSavedSearches, saveSearch } from "@/lib/browser/saved-searches";
import type { SavedSearch } from "@/lib/contracts/saved-searches";
import { SEARCHES } from "./saved-searches-words";

export function SavedSearches({ request, opened, onRun }: { request: string; opened: string | null; onRun: (request: string) => void }) {
  const words = useWords(SEARCHES);
  const notify = useNotify();
  const [shown, setShown] = useState<string | null>(opened);
  const { data, reload } = useResource("saved-searches", listSavedSearches);
  const act = async (work: () => Promise<void>, done: string) => {
    try {
      await work();
      notify({ text: done });
      reload();
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
    }
  };
  const isKept = data?.some((one) => one.request === request) ?? true;
  if (data?.length === 0 && request === "") return null;
  return (
    <section aria-label={words.title} className="px-5 pb-3 text-sm sm:px-8">
      <ul className="flex flex-wrap items-center gap-2">
        {data?.map((one) => (
          <li key={one.id} className="inline-flex items-center rounded-md border border-rule-2">
            <button type="button" lang={langOf(one.name)} onClick={() => onRun(one.request)} title={one.request} className="px-2 py-1 hover:underline">{one.name}</button>
            {one.hits > 0 && <button type="button" aria-expanded={shown === one.id} onClick={() => setShown(shown === one.id ? null : one.id)} className="border-l border-rule-2 px-2 py-1 font-semibold tabular">{one.unseen > 0 ? words.fresh(one.unseen) : words.hits(one.hits)}</button>}
            <button type="button" aria-label={words.forget(one.name)} onClick={() => void act(() => deleteSearch(one.id), words.forgotten)} className="border-l border-rule-2 px-1.5 py-1 text-ink-3 hover:text-ink"><X size={13} /></button>
          </li>
        ))}
        {request !== "" && !isKept && <Button size="sm" onClick={() => void act(() => saveSearch({ name: request.slice(0, 60), request }), words.saved)}><Bookmark size={13} aria-hidden /> {words.save}</Button>}
      </ul>
      {shown && <Hits search={data?.find(({ id }) => id === shown)} />}
    </section>
  );
}

function Hits({ search }: { search: SavedSearch | undefined }) {
  const words = useWords(SEARCHES);
  const reader = useReader();
  const { data } = useResource(search ? `search-hits:${search.id}` : null, (signal) => listHits(search?.id ?? "", signal));
  return (
    <ul aria-label={words.found} className="mt-2 border-l-2 border-marker-line pl-3">
      {data?.map(({ documentId, name, title, fresh }) => (
        <li key={documentId}>
          <button type="button" lang={langOf(name ?? "")} onClick={() => reader.open({ documentId, title: name ?? "", passage: null })} className={fresh ? "font-semibold hover:underline" : "hover:underline"}>{name ?? words.unnamed}</button>
          <span lang={langOf(title ?? "")} className="text-ink-3"> {title}</span>
        </li>
      ))}
    </ul>
  );
}
