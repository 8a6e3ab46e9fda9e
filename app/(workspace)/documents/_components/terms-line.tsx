/** @file One line under a document's title: does it hold, since when, for whom, whose it is. */
"use client";

import { useLanguage, useWords } from "@/app/_components/language/language";
import { useEndedKeptUntil } from "@/app/_components/retention";
import type { DocumentTermsView } from "@/lib/contracts/documents";
import { dayText, groupsText } from "@/lib/core/standing-text";
import { DETAILS } from "./details-words";

export function TermsLine({ terms }: { terms: DocumentTermsView }) {
  const words = useWords(DETAILS);
  const language = useLanguage();
  const day = (value: string) => dayText(value, language);
  const isOver = terms.state === "ended";
  // The earlier of its last day and the day on which its successor began.
  const keptUntil = useEndedKeptUntil(isOver ? ([terms.validUntil, terms.supersededBy?.from ?? null].filter((one) => one !== null).sort()[0] ?? null) : null);
  const state = isOver
    ? terms.validUntil
      ? words.ended(day(terms.validUntil))
      : words.endedReplaced
    : terms.state === "coming" && terms.validFrom
      ? words.from_(day(terms.validFrom))
      : null;
  const period = state === null ? [terms.validFrom && words.since(day(terms.validFrom)), terms.validUntil && words.until_(day(terms.validUntil))] : [];
  const groups = groupsText([...terms.sites, ...terms.contracts, ...terms.audience, ...terms.languages], language);
  const parts = [groups, ...period, isOver && terms.supersededBy && words.replacedBy(terms.supersededBy.title), keptUntil, terms.owner && words.ownerIs(terms.owner.name)].filter(Boolean);
  return (
    <span className="block truncate text-xs text-ink-3">
      {state !== null && <span className="font-medium text-ink-2">{state}</span>}
      {state !== null && parts.length > 0 && " · "}
      {parts.join(" · ")}
    </span>
  );
}
