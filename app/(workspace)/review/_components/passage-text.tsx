/**
 * @file A passage's text to the letter. Dotted: what the answer quoted; the marker: what the reviewer says is the answer,
 * chosen by sentences or by selecting with the pointer.
 */
"use client";

import clsx from "clsx";
import { useRef } from "react";
import type { ReviewPassage } from "@/lib/contracts/review";

interface PassageTextProps {
  readonly passage: ReviewPassage;
  readonly span: { readonly start: number; readonly end: number } | null;
  readonly isMarking: boolean;
  /** Three lines of it, while another passage has the keys. */
  readonly collapsed: boolean;
  readonly onSpan: (span: { start: number; end: number }) => void;
}

export function PassageText({ passage, span, isMarking, collapsed, onSpan }: PassageTextProps) {
  const text = useRef<HTMLDivElement>(null);
  const onSelected = () => {
    const chosen = selectionWithin(text.current, passage);
    if (chosen) onSpan(chosen);
  };
  return (
    <div ref={text} lang={passage.language} onMouseUp={onSelected} className={clsx("page-text mt-1 max-w-[46rem] text-base! leading-6! text-ink", collapsed ? "line-clamp-2 text-ink-2!" : "whitespace-pre-line", isMarking && "select-none")}>
      {piecesOf(passage, span).map((piece) => (
        <span
          key={piece.start}
          data-start={piece.start}
          className={clsx(piece.marked && "bg-marker", piece.quoted && !piece.marked && "underline decoration-marker-line decoration-dotted decoration-2 underline-offset-[0.3em]")}
        >
          {passage.text.slice(piece.start - passage.start, piece.end - passage.start)}
        </span>
      ))}
    </div>
  );
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly marked: boolean;
  readonly quoted: boolean;
}

/** The text cut wherever a mark or a quote begins or ends. */
function piecesOf(passage: ReviewPassage, span: PassageTextProps["span"]): Piece[] {
  const spans = span ? [...passage.quoted, span] : passage.quoted;
  const edges = [...new Set([passage.start, passage.end, ...spans.flatMap((each) => [each.start, each.end])])].filter((edge) => edge >= passage.start && edge <= passage.end).sort((a, b) => a - b);
  const holds = (outer: { start: number; end: number }, start: number, end: number) => outer.start <= start && outer.end >= end;
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? passage.end;
    return { start, end, marked: span !== null && holds(span, start, end), quoted: passage.quoted.some((quote) => holds(quote, start, end)) };
  });
}

/** What is selected with the pointer, in the document's own offsets; null: nothing, or not within this passage. */
function selectionWithin(container: HTMLElement | null, passage: ReviewPassage): { start: number; end: number } | null {
  const selection = window.getSelection();
  if (!container || !selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const offsetOf = (node: Node, offset: number) => {
    const piece = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>("[data-start]");
    return piece && container.contains(piece) && node.nodeType === Node.TEXT_NODE ? Number(piece.dataset["start"]) + offset : null;
  };
  const [start, end] = [offsetOf(range.startContainer, range.startOffset), offsetOf(range.endContainer, range.endOffset)];
  if (start === null || end === null || start >= end || end > passage.end) return null;
  selection.removeAllRanges();
  return { start, end };
}
