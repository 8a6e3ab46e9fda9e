/** @file The inbox's list: one line of the question, how many ask it, since when, who has it. */
"use client";

import clsx from "clsx";
import { Lock } from "lucide-react";
import { useEffect, useRef } from "react";
import { useFormats, useWords } from "@/app/_components/language/language";
import { langOf } from "@/app/_components/words";
import type { InboxItem } from "@/lib/contracts/ask-hr";
import { INBOX } from "./words";

interface ItemListProps {
  readonly items: readonly InboxItem[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  /** Enter on the chosen one. */
  readonly onEnter: () => void;
}

export function ItemList({ items, chosen, onChoose, onEnter }: ItemListProps) {
  const words = useWords(INBOX);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector<HTMLElement>("[aria-current=true]")?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return (
    <ul ref={list} aria-label={words.list}>
      {items.map((item) => (
        <li key={item.id} className="border-b border-rule">
          <button
            type="button"
            aria-current={item.id === chosen}
            onClick={() => onChoose(item.id)}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || item.id !== chosen) return;
              event.preventDefault();
              onEnter();
            }}
            className={clsx("block w-full px-5 py-2.5 text-left sm:pl-8 md:pr-4 coarse:py-3.5", item.id === chosen ? "bg-press" : "hover:bg-press")}
          >
            <span lang={langOf(item.question)} className="line-clamp-2 text-sm font-medium">
              {item.question}
            </span>
            <ItemFacts item={item} />
          </button>
        </li>
      ))}
    </ul>
  );
}

export function ItemFacts({ item }: { item: InboxItem }) {
  const words = useWords(INBOX);
  const formats = useFormats();
  return (
    <span className="mt-0.5 flex flex-wrap items-center gap-x-2.5 text-xs text-ink-3 tabular">
      <span className={clsx(item.count > 1 && "font-semibold text-ink")}>{words.people(item.count)}</span>
      <span>{words.asked(formats.day(item.askedOn))}</span>
      {item.sensitive && (
        <span className="inline-flex items-center gap-1 text-ink-2">
          <Lock size={11} aria-hidden /> {words.private}
        </span>
      )}
      {item.assignee && <span>{item.assignee.name}</span>}
    </span>
  );
}
