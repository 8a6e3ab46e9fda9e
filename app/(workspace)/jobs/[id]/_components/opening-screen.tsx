/** @file An opening: its head, its tabs, and what each of them shows. */
"use client";

import clsx from "clsx";
import { ArrowLeft, EyeOff, UserPlus } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useFormats, useWords } from "@/app/_components/language/language";
import { ReceiptDialog } from "@/app/_components/recruiting/receipt-dialog";
import { Button } from "@/app/_components/ui/button";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useNotify } from "@/app/_components/ui/toasts";
import { useResource } from "@/app/_components/use-resource";
import { langOf } from "@/app/_components/words";
import { ApiError, messageOf } from "@/lib/browser/http";
import { loadOpening, takeUpOpening } from "@/lib/browser/recruiting";
import type { OpeningPage, Receipt } from "@/lib/contracts/recruiting";
import { RECRUITING } from "../../recruiting-words";
import { AddDialog } from "./add-dialog";
import { BoardTab } from "./board-tab";
import { RankingTab } from "./ranking-tab";
import { RequirementsTab } from "./requirements-tab";
import { SettingsTab } from "./settings-tab";
import { ShortlistsTab } from "./shortlists-tab";
import { StaleBar } from "./rescore-dialog";

const TABS = ["ranking", "requirements", "board", "shortlists", "settings"] as const;
type Tab = (typeof TABS)[number];

/** @param toAdd a résumé that a link brought along: the dialog that adds candidates opens with it chosen */
export function OpeningScreen({ id, initialTab, toAdd }: { id: string; initialTab: string; toAdd: string | null }) {
  const words = useWords(RECRUITING);
  const [tab, setTab] = useState<Tab>(TABS.find((one) => one === initialTab) ?? "ranking");
  const { data, error, reload } = useResource(`opening:${id}`, (signal) => loadOpening(id, signal));
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const erased = (next: Receipt) => {
    setReceipt(next);
    reload();
  };
  const choose = (next: Tab) => {
    setTab(next);
    window.history.replaceState(null, "", `/jobs/${id}?tab=${next}`);
  };
  if (error instanceof ApiError && error.status === 404) return <Begin id={id} onBegun={reload} />;
  return (
    <div className="flex h-full flex-col">
      {receipt && <ReceiptDialog receipt={receipt} onClose={() => setReceipt(null)} />}
      <Head id={id} opening={data} toAdd={toAdd} onChanged={reload} />
      <nav aria-label={words.tabsLabel} className="flex gap-5 overflow-x-auto border-b border-rule px-5 sm:px-8">
        {TABS.map((one) => (
          <button
            key={one}
            type="button"
            aria-current={tab === one ? "page" : undefined}
            onClick={() => choose(one)}
            className={clsx("-mb-px h-10 border-b-2 text-sm whitespace-nowrap", tab === one ? "border-ink font-semibold" : "border-transparent text-ink-2 hover:text-ink")}
          >
            {words.tabs[one]}
            {one === "ranking" && data && <span className="ml-1.5 text-ink-3 tabular">{data.applications.length}</span>}
          </button>
        ))}
      </nav>
      {error !== undefined && <div className="p-5 sm:px-8"><FailedPanel error={error} onRetry={reload} /></div>}
      {!data && error === undefined && <div className="px-5 sm:px-8"><WaitingRows rows={12} height={44} label={words.loading} /></div>}
      {data && (
        <div className="flex min-h-0 flex-1 flex-col">
          <StaleBar opening={data} onScored={reload} />
          {tab === "ranking" && <RankingTab opening={data} onChanged={reload} onErased={erased} />}
          {tab === "requirements" && <RequirementsTab key={data.revision} opening={data} onChanged={reload} />}
          {tab === "board" && <BoardTab opening={data} onChanged={reload} onErased={erased} />}
          {tab === "shortlists" && <ShortlistsTab opening={data} onChanged={reload} />}
          {tab === "settings" && <SettingsTab opening={data} onChanged={reload} />}
        </div>
      )}
    </div>
  );
}

function Head({ id, opening, toAdd, onChanged }: { id: string; opening: OpeningPage | undefined; toAdd: string | null; onChanged: () => void }) {
  const words = useWords(RECRUITING);
  const formats = useFormats();
  const [adding, setAdding] = useState<readonly string[] | null>(toAdd === null ? null : [toAdd]);
  const applied = opening?.applications.flatMap(({ person }) => person.documentId ?? []) ?? [];
  const close = () => {
    setAdding(null);
    if (toAdd !== null) window.history.replaceState(null, "", `/jobs/${id}`);
  };
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 pt-4 pb-2 sm:px-8">
      <div className="min-w-0 flex-1 basis-64">
        <Link href="/jobs" className="inline-flex items-center gap-1 text-xs text-ink-3 hover:text-ink coarse:min-h-10">
          <ArrowLeft size={12} aria-hidden /> {words.allOpenings}
        </Link>
        <h1 lang={langOf(opening?.title ?? "")} className="text-xl font-semibold tracking-tight">{opening?.title ?? "\u00a0"}</h1>
        {opening && (
          <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-3 tabular">
            <span>{words.state[opening.state]}</span> · <span>{words.seats(opening.seats)}</span> · <span>{formats.day(opening.openedAt)}</span>
            {opening.blindUntil && (
              <span className="inline-flex items-center gap-1 text-ink-2">
                · <EyeOff size={13} aria-hidden /> {words.hiddenUntil(words.stage[opening.blindUntil])}
              </span>
            )}
          </p>
        )}
      </div>
      <Button look="solid" disabled={!opening} onClick={() => setAdding([])}>
        <UserPlus size={15} aria-hidden /> {words.add}
      </Button>
      {adding && opening && <AddDialog openingId={id} applied={applied} first={adding.filter((one) => !applied.includes(one))} onClose={close} onAdded={onChanged} />}
    </header>
  );
}

function Begin({ id, onBegun }: { id: string; onBegun: () => void }) {
  const words = useWords(RECRUITING);
  const notify = useNotify();
  const begin = async () => {
    try {
      await takeUpOpening(id);
      onBegun();
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
    }
  };
  return (
    <div className="mx-auto max-w-md px-6 pt-[18vh]">
      <h1 className="text-xl font-semibold tracking-tight">{words.beginTitle}</h1>
      <p className="mt-1.5 text-ink-2">{words.beginSays}</p>
      <div className="mt-5 flex gap-3">
        <Button look="solid" onClick={() => void begin()}>{words.recruit}</Button>
        <Link href="/jobs" className="inline-flex h-9 items-center text-sm underline underline-offset-4">{words.allOpenings}</Link>
      </div>
    </div>
  );
}
