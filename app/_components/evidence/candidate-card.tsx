/** @file A candidate as a row: score, who, and for each part of the request the line that shows it, or that none does. */
"use client";

import clsx from "clsx";
import { Check, Minus } from "lucide-react";
import type { CandidateCard } from "@/lib/contracts/evidence";
import { withoutBullet } from "@/lib/core/without-bullet";
import { useWords } from "../language/language";
import { useReader } from "../reader/reader-context";
import { langOf, TERMS } from "../words";
import { useOpenCitation } from "./marker";
import { Rating, type RatingProps } from "./rating";
import { EVIDENCE } from "./words";

interface CandidateRowProps {
  readonly candidate: CandidateCard;
  readonly rating?: Omit<RatingProps, "target" | "of" | "small"> | undefined;
}

export function CandidateRow({ candidate, rating }: CandidateRowProps) {
  const words = useWords(EVIDENCE);
  const terms = useWords(TERMS);
  const reader = useReader();
  const name = candidate.name ?? terms.namelessCandidate;
  const years = candidate.years === null ? null : terms.years(candidate.years);
  const facts = [candidate.title, years, candidate.location].filter((fact): fact is string => fact !== null);
  const met = candidate.matches.filter((match) => match.met).length;
  return (
    <li className="group/candidate grid animate-arrive grid-cols-[3rem_minmax(0,1fr)] gap-x-3 border-t border-rule py-3.5 sm:grid-cols-[3.5rem_minmax(0,1fr)]">
      <p className="text-xl leading-6 font-medium tracking-tight tabular" aria-label={words.score(Math.round(candidate.score * 100))}>
        {Math.round(candidate.score * 100)}
      </p>
      <div className="min-w-0">
        <div className="flex items-start gap-3">
          <button
            type="button"
            lang={langOf(name)}
            onClick={() => reader.open({ documentId: candidate.documentId, title: name, passage: null })}
            className="min-w-0 flex-1 text-left text-base leading-6 font-semibold underline decoration-transparent underline-offset-4 hover:decoration-marker-line"
          >
            {name}
          </button>
          {candidate.matches.length > 0 && (
            <p className="shrink-0 text-xs leading-6 text-ink-3 tabular">
              {words.metOf(met, candidate.matches.length)}
            </p>
          )}
          {rating && (
            <div className="-mt-0.5 shrink-0 coarse:-mt-2">
              <Rating {...rating} target={{ type: "candidate", id: candidate.documentId }} of={name} small />
            </div>
          )}
        </div>
        <p className="flex flex-wrap gap-x-1.5 text-sm text-ink-2">
          {facts.map((fact, index) => (
            <span key={fact} lang={langOf(fact)}>
              {fact}
              {index < facts.length - 1 && <span className="ml-1.5 text-ink-3">·</span>}
            </span>
          ))}
        </p>
        <dl className="mt-2 space-y-1.5">
          {candidate.matches.map((match) => (
            <Match key={match.part} match={match} />
          ))}
        </dl>
      </div>
    </li>
  );
}

function Match({ match }: { match: CandidateCard["matches"][number] }) {
  const words = useWords(EVIDENCE);
  const open = useOpenCitation();
  return (
    <div className="grid grid-cols-[1rem_minmax(0,1fr)] gap-x-2 sm:grid-cols-[1rem_10rem_minmax(0,1fr)]">
      <span className={clsx("pt-1", match.met ? "text-yes" : "text-ink-3")} aria-hidden>
        {match.met ? <Check size={14} strokeWidth={2.4} /> : <Minus size={14} />}
      </span>
      <dt lang={langOf(match.part)} className={clsx("truncate text-sm leading-6", match.met ? "font-medium" : "text-ink-3")}>
        {match.part}
        <span className="sr-only">{match.met ? words.met : words.notFound}</span>
      </dt>
      <dd className="max-sm:col-start-2">
        {match.evidence.length === 0 && <span className="text-sm leading-6 text-ink-3">{words.noLine}</span>}
        {match.evidence.slice(0, 2).map((line) => (
          <button
            key={`${line.start}-${line.end}`}
            type="button"
            lang={langOf(line.quote)}
            aria-label={words.openResumeAt(line.quote)}
            onClick={() => open(line)}
            className="block max-w-full text-left font-serif text-base leading-6 hover:text-marker-ink"
          >
            <span className="marked">{withoutBullet(line.quote)}</span>
          </button>
        ))}
      </dd>
    </div>
  );
}
