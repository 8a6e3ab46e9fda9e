/** @file Quotation: words of a document to the letter, in the serif, under the marker. */
"use client";

import clsx from "clsx";
import type { Citation } from "@/lib/contracts/evidence";
import { langOf } from "../words";
import { Marker } from "./marker";

interface QuotationProps {
  readonly citation: Citation;
  /** Solid: this answers. Dotted: nearby words that don't claim to. */
  readonly certain?: boolean;
  readonly small?: boolean;
}

export function Quotation({ citation, certain = true, small = false }: QuotationProps) {
  const lang = langOf(citation.quote);
  return (
    <blockquote lang={lang} className={clsx("quotation", small && "text-base! leading-6!")}>
      <p className="inline whitespace-pre-line">
        <span
          className={
            certain
              ? "marked"
              : "text-ink-2 underline decoration-marker-line decoration-dotted decoration-2 underline-offset-[0.3em]"
          }
        >
          {citation.quote}
        </span>
      </p>
      <Marker citation={citation} />
    </blockquote>
  );
}
