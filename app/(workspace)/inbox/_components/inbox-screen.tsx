/** @file HR's inbox: items left, the chosen one right (on phones one after the other); worked from the keyboard. */
"use client";

import clsx from "clsx";
import { ArrowLeft, ShieldCheck } from "lucide-react";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { useCan } from "@/app/_components/shell/me";
import { useCounts } from "@/app/_components/shell/notifications-count";
import { ScreenHead } from "@/app/_components/shell/screen-head";
import { Button } from "@/app/_components/ui/button";
import { EmptyPanel, FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useResource } from "@/app/_components/use-resource";
import { loadInbox } from "@/lib/browser/ask-hr";
import type { Inbox } from "@/lib/contracts/ask-hr";
import { ItemDetail } from "./item-detail";
import { ItemList } from "./item-list";
import { VerifiedList } from "./verified-list";
import { INBOX } from "./words";

const VIEWS = ["waiting", "answered", "declined", "answers"] as const;
type View = (typeof VIEWS)[number];

export function InboxScreen() {
  const words = useWords(INBOX);
  const wanted = useSearchParams().get("item");
  const mayEditTopics = useCan("topics:edit");
  const { refresh } = useCounts();
  const [view, setView] = useState<View>("waiting");
  const [chosen, setChosen] = useState<string | null>(wanted);
  const state = view === "answers" ? "waiting" : view;
  const inbox = useResource(`inbox:${state}`, (signal) => loadInbox(state, signal));
  const items = inbox.data?.items ?? [];
  const changed = () => {
    inbox.reload();
    refresh();
  };
  const choose = (next: View) => {
    setView(next);
    setChosen(null);
  };
  return (
    <div className="flex h-full flex-col">
      <ScreenHead title={words.title} summary={inbox.data && words.summary(inbox.data.counts.waiting, inbox.data.counts.suspended)}>
        {mayEditTopics && (
          <Link href="/inbox/topics" className="inline-flex items-center gap-1.5 text-sm text-ink-2 underline decoration-rule-2 underline-offset-4 hover:text-ink hover:decoration-ink">
            <ShieldCheck size={15} aria-hidden /> {words.topics}
          </Link>
        )}
      </ScreenHead>
      <Views view={view} counts={inbox.data?.counts} onChoose={choose} />
      {inbox.error !== undefined && (
        <div className="px-5 pt-4 sm:px-8">
          <FailedPanel error={inbox.error} onRetry={inbox.reload} />
        </div>
      )}
      {inbox.waiting && (
        <div className="px-5 sm:px-8">
          <WaitingRows rows={10} height={56} label={words.loading} />
        </div>
      )}
      {inbox.data && view === "answers" && <VerifiedList answers={inbox.data.answers} onChanged={changed} />}
      {inbox.data && view !== "answers" && <Items key={view} view={view} inbox={inbox.data} chosen={chosen} onChoose={setChosen} onChanged={changed} empty={items.length === 0} />}
    </div>
  );
}

function Views({ view, counts, onChoose }: { view: View; counts: Inbox["counts"] | undefined; onChoose: (view: View) => void }) {
  const words = useWords(INBOX);
  const figure = (name: View) => (name === "waiting" ? counts?.waiting : name === "answers" ? counts?.suspended : 0);
  return (
    <div role="group" aria-label={words.views_} className="hairline-scroll flex gap-1 overflow-x-auto border-b border-rule px-4 pb-2 sm:px-7">
      {VIEWS.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={view === name}
          onClick={() => onChoose(name)}
          className={clsx("h-8 shrink-0 rounded-md px-2.5 text-sm coarse:h-10", view === name ? "bg-press font-semibold" : "text-ink-2 hover:bg-press")}
        >
          {words.views[name]}
          {(figure(name) ?? 0) > 0 && <span className="ml-1.5 text-xs text-ink-2 tabular">{figure(name)}</span>}
        </button>
      ))}
    </div>
  );
}

interface ItemsProps {
  readonly view: Exclude<View, "answers">;
  readonly inbox: Inbox;
  readonly chosen: string | null;
  readonly empty: boolean;
  readonly onChoose: (id: string | null) => void;
  readonly onChanged: () => void;
}

function Items({ view, inbox, chosen, empty, onChoose, onChanged }: ItemsProps) {
  const words = useWords(INBOX);
  const detail = useRef<HTMLDivElement>(null);
  const { items } = inbox;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [role=dialog], [role=alertdialog], [role=button]");
      if (typing || event.metaKey || event.ctrlKey || event.altKey || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
      event.preventDefault();
      const at = items.findIndex((item) => item.id === chosen);
      const next = items[at === -1 ? 0 : Math.min(items.length - 1, Math.max(0, at + (event.key === "ArrowDown" ? 1 : -1)))];
      if (next) onChoose(next.id);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [items, chosen, onChoose]);
  if (empty) {
    return (
      <EmptyPanel title={words.none[view].title}>
        <p>{words.none[view].says}</p>
      </EmptyPanel>
    );
  }
  return (
    <div className="flex min-h-0 flex-1">
      <div className={clsx("hairline-scroll min-h-0 w-full overflow-y-auto border-rule md:w-88 md:shrink-0 md:border-r", chosen !== null && "max-md:hidden")}>
        <ItemList items={items} chosen={chosen} onChoose={onChoose} onEnter={() => detail.current?.querySelector<HTMLElement>("[data-first-field]")?.focus()} />
      </div>
      <div ref={detail} className={clsx("hairline-scroll min-h-0 min-w-0 flex-1 overflow-y-auto", chosen === null && "max-md:hidden")}>
        {chosen === null ? (
          <p className="px-8 py-10 text-sm text-ink-3">{words.choose}</p>
        ) : (
          <>
            <div className="px-3 pt-2 md:hidden">
              <Button look="quiet" onClick={() => onChoose(null)}>
                <ArrowLeft size={15} aria-hidden /> {words.back}
              </Button>
            </div>
            <ItemDetail
              key={chosen}
              id={chosen}
              people={inbox.people}
              onChanged={onChanged}
              onClosed={() => {
                onChoose(null);
                onChanged();
              }}
            />
          </>
        )}
      </div>
    </div>
  );
}
