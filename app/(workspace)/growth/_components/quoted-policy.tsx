/** @file QuotedPolicy: what the documents say on a topic, as it applies to the reader; the exact words, and where they stand. */
"use client";

import clsx from "clsx";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { useReader } from "@/app/_components/reader/reader-context";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { langOf } from "@/app/_components/words";
import { useResource } from "@/app/_components/use-resource";
import { loadOffer } from "@/lib/browser/growth-offers";
import type { OfferTopic } from "@/lib/contracts/growth-offers";
import { standingText } from "@/lib/core/standing-text";
import { QUOTED } from "./quoted-words";

export function QuotedPolicy({ topic }: { topic: OfferTopic }) {
  const words = useWords(QUOTED);
  const language = useLanguage();
  const reader = useReader();
  const offer = useResource(`growth offer ${topic} ${language}`, (signal) => loadOffer(topic, language, signal));
  if (offer.waiting) return <WaitingRows rows={2} height={40} label={words.looking} />;
  if (offer.error !== undefined) return <FailedPanel error={offer.error} onRetry={offer.reload} />;
  if (!offer.data || offer.data.outcome === "none") return <p className="text-sm text-ink-2">{words.nothing}</p>;
  const isAnswer = offer.data.outcome === "answered";
  return (
    <div className="space-y-4">
      {offer.data.situation && <p className="text-xs text-ink-3">{offer.data.situation}</p>}
      {!isAnswer && <p className="text-sm text-ink-2">{words.closest}</p>}
      {offer.data.citations.map((citation) => (
        <blockquote key={citation.number} className={clsx("border-l-2 pl-3", isAnswer ? "border-marker-line" : "border-rule")}>
          <p lang={langOf(citation.quote)} className="font-serif text-base whitespace-pre-line">
            {citation.quote}
          </p>
          <button type="button" lang={langOf(citation.title)} onClick={() => reader.open({ documentId: citation.documentId, title: citation.title, passage: { start: citation.start, end: citation.end } })} className="mt-1 text-left text-xs text-ink-3 underline underline-offset-4 hover:text-ink coarse:py-1.5">
            {[citation.title, citation.headings.at(-1)].filter((part, i, all) => part !== undefined && all.indexOf(part) === i).join(" › ")}
          </button>
          {citation.standing && <p className="text-xs text-ink-3">{standingText(citation.standing, language)}</p>}
        </blockquote>
      ))}
    </div>
  );
}
