/** @file One topic: on or off, and when opened its names, words and exceptions in both languages. */
"use client";

import clsx from "clsx";
import { ChevronRight } from "lucide-react";
import { useId, useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { INPUT, TextField } from "@/app/_components/ui/field";
import type { SensitiveTopic } from "@/lib/contracts/sensitive-topics";
import { TOPICS } from "./words";

interface TopicRowProps {
  readonly topic: SensitiveTopic;
  readonly name: string;
  readonly count: string;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly onChange: (part: Partial<SensitiveTopic>) => void;
  readonly onRemove: () => void;
}

export function TopicRow({ topic, name, count, open, onToggle, onChange, onRemove }: TopicRowProps) {
  const words = useWords(TOPICS);
  const { name: names, words: list, exceptions } = topic;
  return (
    <>
      <div className="flex min-h-13 items-center gap-4">
        <button type="button" aria-expanded={open} onClick={onToggle} className="flex min-w-0 flex-1 items-center gap-2.5 py-2 text-left">
          <ChevronRight size={15} aria-hidden className={clsx("shrink-0 text-ink-3 transition-transform", open && "rotate-90")} />
          <span className={clsx("min-w-0 flex-1 text-sm", topic.on ? "font-medium" : "text-ink-3 line-through")}>{name}</span>
          <span className="text-xs text-ink-3 tabular">{count}</span>
        </button>
        <label className="flex items-center gap-2 text-sm">
          <input type="checkbox" checked={topic.on} onChange={(event) => onChange({ on: event.target.checked })} aria-label={`${words.on}: ${name}`} className="size-4 accent-ink" />
          <span aria-hidden>{words.on}</span>
        </label>
      </div>
      {open && (
        <div className="grid gap-x-6 gap-y-4 pt-1 pb-6 pl-6 sm:grid-cols-2">
          <TextField label={words.nameEn} value={names.en} maxLength={60} onChange={(event) => onChange({ name: { ...names, en: event.target.value } })} />
          <TextField label={words.nameZh} value={names.zh} maxLength={60} onChange={(event) => onChange({ name: { ...names, zh: event.target.value } })} />
          <Lines label={words.wordsEn} help={words.perLine} lines={list.en} onChange={(en) => onChange({ words: { ...list, en } })} />
          <Lines label={words.wordsZh} help={words.perLineZh} lines={list.zh} onChange={(zh) => onChange({ words: { ...list, zh } })} />
          <Lines label={words.exceptionsEn} rows={3} lines={exceptions.en} onChange={(en) => onChange({ exceptions: { ...exceptions, en } })} />
          <Lines label={words.exceptionsZh} rows={3} lines={exceptions.zh} onChange={(zh) => onChange({ exceptions: { ...exceptions, zh } })} />
          <div>
            <Button size="sm" look="quiet" onClick={onRemove}>
              {words.remove}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}

interface LinesProps {
  readonly label: string;
  readonly help?: string;
  readonly rows?: number;
  readonly lines: readonly string[];
  readonly onChange: (lines: string[]) => void;
}

/** A text of lines; empty ones and spaces at the ends are left out of the list, not of what is being typed. */
function Lines({ label, help, rows = 8, lines, onChange }: LinesProps) {
  const id = useId();
  const [text, setText] = useState(lines.join("\n"));
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {label}
      </label>
      <textarea
        id={id}
        rows={rows}
        spellCheck={false}
        value={text}
        aria-describedby={help ? `${id}-help` : undefined}
        onChange={(event) => {
          setText(event.target.value);
          onChange([...new Set(event.target.value.split("\n").map((line) => line.trim()).filter((line) => line !== ""))]);
        }}
        className={`${INPUT} hairline-scroll py-2 text-sm!`}
      />
      {help && (
        <p id={`${id}-help`} className="mt-1 text-xs text-ink-3">
          {help}
        </p>
      )}
    </div>
  );
}
