/**
 * @file AnswerBody: an answer's rows, each with its sources at the same height: in the margin where there is room,
 * under the claim where there is not.
 */
"use client";

import clsx from "clsx";
import type { ReactNode } from "react";
import { Marker, ShownAnswer } from "@/app/_components/evidence/marker";
import { Quotation } from "@/app/_components/evidence/quotation";
import type { RatingProps } from "@/app/_components/evidence/rating";
import { SourceNote } from "@/app/_components/evidence/source-note";
import { useWords } from "@/app/_components/language/language";
import { langOf } from "@/app/_components/words";
import { answerRows, splitAsides, type AnswerRow, type Piece } from "@/lib/browser/answer-rows";
import type { Citation } from "@/lib/contracts/evidence";
import { CHAT } from "./words";

interface AnswerBodyProps {
  readonly text: string;
  readonly citations: readonly Citation[];
  /** False for "closest passages": quoted, but not as an answer. */
  readonly certain: boolean;
  readonly rating?: Omit<RatingProps, "target" | "of" | "small"> | undefined;
  /** Shown after the last words while more are coming. */
  readonly caret?: ReactNode;
}

export function AnswerBody({ text, citations, certain, rating, caret }: AnswerBodyProps) {
  const words = useWords(CHAT);
  const { main: rows, asides } = splitAsides(answerRows(text, citations));
  const quoted = rows.some((row) => row.type !== "prose");
  return (
    <ShownAnswer value={rating?.messageId ?? null}>
      <div className="space-y-5">
        {rows.map((row, index) => (
          <Row key={index} row={row} quoted={quoted} citations={citations} certain={certain} rating={rating}>
            {index === rows.length - 1 ? caret : null}
          </Row>
        ))}
        {rows.length === 0 && caret}
        {asides.length > 0 && (
          <details>
            <summary className="w-fit cursor-pointer text-sm text-ink-3 hover:text-ink coarse:py-2">{words.asides(asides.filter((row) => row.type === "quote").length)}</summary>
            <div className="mt-4 space-y-5">
              {asides.map((row, index) => (
                <Row key={index} row={row} quoted citations={citations} certain={certain} rating={rating}>
                  {null}
                </Row>
              ))}
            </div>
          </details>
        )}
      </div>
    </ShownAnswer>
  );
}

interface RowProps extends Omit<AnswerBodyProps, "text" | "caret"> {
  readonly row: AnswerRow;
  /** Quotations follow: then our own words step back. */
  readonly quoted: boolean;
  readonly children: ReactNode;
}

function Row({ row, quoted, citations, certain, rating, children }: RowProps) {
  const words = useWords(CHAT);
  switch (row.type) {
    case "prose":
      return (
        <Margined notes={row.sources.map((source) => <SourceNote key={source.number} citation={source} rating={rating} />)}>
          <p lang={langOf(row.pieces.map((piece) => (piece.type === "text" ? piece.text : "")).join(""))} className={quoted ? "text-base text-ink-2" : "text-md"}>
            {row.pieces.map((piece, index) => (
              <PieceView key={index} piece={piece} citations={citations} certain={certain} />
            ))}
            {children}
          </p>
        </Margined>
      );
    case "quote":
      return (
        <Margined notes={<SourceNote citation={row.citation} rating={rating} />}>
          <Quotation citation={row.citation} certain={certain} />
          {children}
        </Margined>
      );
    case "conflict":
      return (
        <section aria-label={words.disagree}>
          <p className="mb-2 text-sm font-semibold">
            {row.citations.length === 2 ? words.twoDisagree : words.severalDisagree}
          </p>
          <div className="grid gap-px border-y border-rule-2 bg-rule-2 sm:grid-cols-2 @min-[56rem]:max-w-[58.5rem]">
            {row.citations.map((side, index) => (
              <div key={side.number} className={clsx("bg-paper py-4", index % 2 === 0 ? "sm:pr-6" : "sm:pl-6")}>
                <Quotation citation={side} certain={certain} />
                <div className="mt-3">
                  <SourceNote citation={side} rating={rating} />
                </div>
              </div>
            ))}
          </div>
          {children}
        </section>
      );
  }
}

/** Claim left, notes right; the notes move under the claim when the column is narrow. */
function Margined({ children, notes }: { children: ReactNode; notes: ReactNode }) {
  return (
    <div className="grid animate-arrive grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-2 @min-[56rem]:grid-cols-[minmax(0,40rem)_minmax(13rem,16rem)]">
      <div className="min-w-0">{children}</div>
      <div className="min-w-0 space-y-3 @min-[56rem]:pt-1">{notes}</div>
    </div>
  );
}

function PieceView({ piece, citations, certain }: { piece: Piece; citations: readonly Citation[]; certain: boolean }) {
  if (piece.type === "text") return piece.text;
  if (piece.type === "marker") {
    const citation = citations.find((entry) => entry.number === piece.number);
    return citation ? <Marker citation={citation} /> : null;
  }
  return (
    <span className="quotation" lang={langOf(piece.citation.quote)}>
      <q className={clsx("quotes-none", certain ? "marked" : "underline decoration-marker-line decoration-dotted decoration-2")}>
        {piece.citation.quote}
      </q>
      <Marker citation={piece.citation} />
    </span>
  );
}
