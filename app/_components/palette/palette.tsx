/**
 * @file The command palette: one field that leads to any screen, chat, document or command. A combobox with a list box:
 * the focus stays in the field, arrow keys move the choice, Enter takes it, Escape closes and puts the focus back.
 */
"use client";

import clsx from "clsx";
import { Search } from "lucide-react";
import { Dialog } from "radix-ui";
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { useWords } from "../language/language";
import { langOf } from "../words";
import { chooseItems, type PaletteItem } from "./palette-items";
import { usePaletteItems } from "./use-palette-items";
import { PALETTE } from "./words";

interface PaletteProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

export function Palette({ open, onOpenChange }: PaletteProps) {
  const words = useWords(PALETTE);
  /** Runs once the palette is gone and the focus is back: what is opened then takes the focus from there. */
  const chosen = useRef<PaletteItem | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
            (event.target as HTMLElement).querySelector("input")?.focus();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            opener.current?.focus({ preventScroll: true });
            chosen.current?.run();
            chosen.current = null;
          }}
          className="fixed inset-x-3 top-[max(0.75rem,12vh)] z-50 mx-auto flex max-h-[min(30rem,76dvh)] max-w-[36rem] animate-arrive flex-col overflow-hidden rounded-lg bg-sheet shadow-float focus:outline-none"
        >
          <Dialog.Title className="sr-only">{words.title}</Dialog.Title>
          <Chooser
            onChoose={(item) => {
              chosen.current = item;
              onOpenChange(false);
            }}
          />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Chooser({ onChoose }: { onChoose: (item: PaletteItem) => void }) {
  const words = useWords(PALETTE);
  const id = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const { items, waiting } = usePaletteItems(true, typed);
  const shown = withAsk(chooseItems(items, typed), items);
  const current = shown[Math.min(at, shown.length - 1)];
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [current?.id]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = MOVES[event.key];
    if (step !== undefined && shown.length > 0) {
      event.preventDefault();
      setAt(step(Math.min(at, shown.length - 1), shown.length));
    } else if (event.key === "Enter" && current) {
      event.preventDefault();
      onChoose(current);
    }
  };
  return (
    <>
      <div className="relative border-b border-rule">
        <Search size={17} aria-hidden className="pointer-events-none absolute top-1/2 left-4 -translate-y-1/2 text-ink-3" />
        <input
          role="combobox"
          aria-label={words.field}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={current ? `${id}-${current.id}` : undefined}
          aria-autocomplete="list"
          placeholder={words.field}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          className="h-13 w-full bg-transparent pr-4 pl-11 text-base outline-none"
        />
      </div>
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={words.title} className="hairline-scroll min-h-0 flex-1 overflow-y-auto p-1.5">
        {groupsOf(shown).map(([group, entries]) => (
          <div key={entries[0]?.id} role="group" aria-label={words.groups[group]} className="pb-1">
            <p aria-hidden className="label px-2.5 pt-2 pb-1">
              {words.groups[group]}
            </p>
            {entries.map((item) => (
              <div
                key={item.id}
                id={`${id}-${item.id}`}
                role="option"
                aria-selected={item === current}
                onClick={() => onChoose(item)}
                onPointerMove={() => setAt(shown.indexOf(item))}
                className={clsx("flex h-9 cursor-default items-center gap-3 rounded-md px-2.5 text-sm coarse:h-11", item === current && "bg-press")}
              >
                <span lang={langOf(item.name)} className="min-w-0 flex-1 truncate">
                  {item.name}
                </span>
                {item.note && <span className="shrink-0 text-xs text-ink-3">{item.note}</span>}
              </div>
            ))}
          </div>
        ))}
        {shown.length === 0 && !waiting && <p className="px-2.5 py-4 text-sm text-ink-3">{words.nothing}</p>}
        {waiting && <p className="px-2.5 py-2 text-sm text-ink-3">{words.loading}</p>}
      </div>
      <p role="status" className="sr-only">
        {words.found(shown.length)}
      </p>
    </>
  );
}

/** What is typed can always be asked, below everything that is called so. */
function withAsk(shown: readonly PaletteItem[], items: readonly PaletteItem[]): PaletteItem[] {
  const ask = items.find((item) => item.id === "ask:this");
  return [...shown.filter((item) => item !== ask), ...(ask ? [ask] : [])];
}

const MOVES: Readonly<Record<string, (at: number, length: number) => number>> = {
  ArrowDown: (at, length) => (at + 1) % length,
  ArrowUp: (at, length) => (at - 1 + length) % length,
  PageDown: (at, length) => Math.min(at + 8, length - 1),
  PageUp: (at) => Math.max(at - 8, 0),
};

/** Neighbours of the same group; a group may stand twice (asking comes first and last). */
function groupsOf(items: readonly PaletteItem[]): [PaletteItem["group"], PaletteItem[]][] {
  const groups: [PaletteItem["group"], PaletteItem[]][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last?.[0] === item.group) last[1].push(item);
    else groups.push([item.group, [item]]);
  }
  return groups;
}
