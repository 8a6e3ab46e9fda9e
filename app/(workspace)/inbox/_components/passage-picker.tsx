/** @file The passage picker: search with one's own eyes, then click sentences or select the exact words to quote. */
"use client";

import clsx from "clsx";
import { X } from "lucide-react";
import { useState, type MouseEvent } from "react";
import { useWords } from "@/app/_components/language/language";
import { IconButton } from "@/app/_components/ui/button";
import { INPUT } from "@/app/_components/ui/field";
import { FailedPanel } from "@/app/_components/ui/states";
import { useResource } from "@/app/_components/use-resource";
import { langOf, TERMS } from "@/app/_components/words";
import { searchPassages } from "@/lib/browser/ask-hr";
import type { FoundPassage } from "@/lib/contracts/ask-hr";
import type { Span } from "@/lib/core/types";
import { clickSentence, MOST_QUOTED, moveEnd, selectedSpan } from "./pick";
import { INBOX } from "./words";

export interface Picked extends Span {
  readonly documentId: string;
  readonly title: string;
  readonly quote: string;
}

interface PassagePickerProps {
  /** What is searched at first. */
  readonly question: string;
  readonly picked: Picked | null;
  readonly onPick: (picked: Picked | null) => void;
}

export function PassagePicker({ question, picked, onPick }: PassagePickerProps) {
  const words = useWords(INBOX);
  const [text, setText] = useState(question);
  const [query, setQuery] = useState(question);
  const found = useResource(query === "" ? null : `passages:${query}`, (signal) => searchPassages(query, signal));
  return (
    <div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setQuery(text.trim());
        }}
      >
        <label className="block">
          <span className="mb-1.5 block text-sm font-medium">{words.search}</span>
          <input type="search" data-search data-first-field value={text} lang={langOf(text)} onChange={(event) => setText(event.target.value)} className={`${INPUT} h-10`} />
        </label>
      </form>
      {picked && <PickedPassage picked={picked} onRemove={() => onPick(null)} />}
      {found.waiting && <p className="mt-3 text-sm text-ink-3">{words.searching}</p>}
      {found.error !== undefined && <div className="mt-3"><FailedPanel error={found.error} onRetry={found.reload} /></div>}
      {found.data?.length === 0 && <p className="mt-3 text-sm text-ink-2">{words.nothingFound}</p>}
      {found.data && found.data.length > 0 && (
        <>
          <p className="mt-3 text-xs text-ink-3">{words.pick}</p>
          <ol aria-label={words.passages} className="hairline-scroll mt-1.5 max-h-[26rem] overflow-y-auto border-y border-rule">
            {found.data.map((passage) => (
              <PassageRow key={`${passage.documentId}:${passage.start}`} passage={passage} picked={picked} onPick={onPick} />
            ))}
          </ol>
        </>
      )}
    </div>
  );
}

function PickedPassage({ picked, onRemove }: { picked: Picked; onRemove: () => void }) {
  const words = useWords(INBOX);
  const tooLong = picked.quote.length > MOST_QUOTED;
  return (
    <div className="mt-3 flex items-start gap-3 border-l-2 border-marker-line pl-3" aria-live="polite">
      <div className="min-w-0 flex-1">
        <p className="text-xs text-ink-3">
          {words.picked}: <span lang={langOf(picked.title)}>{picked.title}</span>
        </p>
        <p lang={langOf(picked.quote)} className="quotation text-base! leading-6! whitespace-pre-line"><span className="marked">{picked.quote}</span></p>
        {tooLong && <p className="mt-1 text-xs text-no tabular">{words.tooLong(picked.quote.length, MOST_QUOTED)}</p>}
      </div>
      <IconButton label={words.unpick} icon={<X size={15} />} size="sm" onClick={onRemove} />
    </div>
  );
}

interface PassageRowProps {
  readonly passage: FoundPassage;
  readonly picked: Picked | null;
  readonly onPick: (picked: Picked | null) => void;
}

function PassageRow({ passage, picked, onPick }: PassageRowProps) {
  const words = useWords(INBOX);
  const terms = useWords(TERMS);
  const chosen = picked?.documentId === passage.documentId && picked.start < passage.end && picked.end > passage.start ? picked : null;
  const pick = (span: Span | null) => {
    if (span === null) return onPick(null);
    const from = Math.max(passage.start, span.start);
    onPick({ documentId: passage.documentId, title: passage.title, start: from, end: span.end, quote: passage.text.slice(from - passage.start, span.end - passage.start) });
  };
  const place = [...passage.headings.filter((heading) => heading !== passage.title).slice(-2), ...(passage.page === null ? [] : [terms.page(passage.page)])].join(" › ");
  return (
    <li className="border-b border-rule py-3 last:border-b-0">
      <p className="flex flex-wrap gap-x-2 text-sm">
        <span lang={langOf(passage.title)} className="font-medium">{passage.title}</span>
        <span lang={langOf(place)} className="text-ink-3">{place}</span>
      </p>
      {!passage.openToAll && <p className="text-xs text-no">{words.notOpen}</p>}
      <p lang={langOf(passage.text)} className="quotation mt-1 text-base! leading-6! whitespace-pre-line">
        {pieces(passage).map((piece) =>
          piece.sentence === null ? (
            <span key={piece.start}>{piece.text}</span>
          ) : (
            <Sentence key={piece.start} passage={passage} sentence={piece.sentence} text={piece.text} chosen={chosen} disabled={!passage.openToAll} onPick={pick} />
          ),
        )}
      </p>
    </li>
  );
}

interface SentenceProps {
  readonly passage: FoundPassage;
  readonly sentence: Span;
  readonly text: string;
  readonly chosen: Span | null;
  readonly disabled: boolean;
  readonly onPick: (span: Span | null) => void;
}

function Sentence({ passage, sentence, text, chosen, disabled, onPick }: SentenceProps) {
  if (disabled) return <span className="text-ink-3">{text}</span>;
  const part = chosen && { start: Math.max(chosen.start, sentence.start), end: Math.min(chosen.end, sentence.end) };
  const marked = part !== null && part.start < part.end ? part : null;
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const selection = selectionWithin(event.currentTarget.parentElement);
    const span = selection && selectedSpan(passage.text, passage.start, selection);
    onPick(span ?? clickSentence(chosen, sentence));
  };
  return (
    <span
      role="button"
      tabIndex={0}
      data-start={sentence.start}
      aria-pressed={marked !== null}
      onClick={onClick}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey) return;
        if (event.key === "Enter" || event.key === " ") onPick(clickSentence(chosen, sentence));
        else if (event.key === "Escape" && chosen) onPick(null);
        else if ((event.key === "ArrowRight" || event.key === "ArrowLeft") && chosen) onPick(moveEnd(chosen, passage.sentences, event.key === "ArrowRight" ? 1 : -1));
        else return;
        event.preventDefault();
      }}
      className={clsx("cursor-pointer rounded-sm", !marked && "hover:bg-press")}
    >
      {marked ? (
        <>
          {text.slice(0, marked.start - sentence.start)}
          <span className="marked">{text.slice(marked.start - sentence.start, marked.end - sentence.start)}</span>
          {text.slice(marked.end - sentence.start)}
        </>
      ) : (
        text
      )}
    </span>
  );
}

/** The passage as sentences and what stands between them. */
function pieces({ text, start, end, sentences }: FoundPassage): { start: number; text: string; sentence: Span | null }[] {
  const found: { start: number; text: string; sentence: Span | null }[] = [];
  const add = (from: number, to: number, sentence: Span | null) => to > from && found.push({ start: from, text: text.slice(from - start, to - start), sentence });
  let at = start;
  for (const sentence of sentences) {
    add(at, sentence.start, null);
    add(sentence.start, sentence.end, sentence);
    at = sentence.end;
  }
  add(at, end, null);
  return found;
}

/** What is selected in the passage, in the document's offsets; null when nothing is. */
function selectionWithin(passage: HTMLElement | null): Span | null {
  const selection = window.getSelection();
  if (!passage || !selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!passage.contains(range.commonAncestorContainer)) return null;
  const start = offsetOf(passage, range.startContainer, range.startOffset);
  const end = offsetOf(passage, range.endContainer, range.endOffset);
  selection.removeAllRanges();
  return start === null || end === null ? null : { start, end };
}

function offsetOf(passage: HTMLElement, node: Node, offset: number): number | null {
  const first = passage.querySelector<HTMLElement>("[data-start]");
  if (!first) return null;
  const before = (until: Node, at: number): number => {
    const range = document.createRange();
    range.setStart(passage, 0);
    range.setEnd(until, at);
    return range.toString().length;
  };
  return Number(first.dataset["start"]) - before(first, 0) + before(node, offset);
}
