/** @file WouldBePerson: what somebody who waits shows to mentors: post, place, wishes, hours in common, their line. */
"use client";

import { useFormats, useLanguage, useWords } from "@/app/_components/language/language";
import { langOf } from "@/app/_components/words";
import type { WouldBeMentees } from "@/lib/contracts/growth-network";
import { hoursText } from "../../_components/money";
import { GROWTH } from "../../_components/words";
import { NETWORK } from "./words";
import { WOULD_BE } from "./would-be-words";

export type Person = WouldBeMentees["people"][number];

export function WouldBePerson({ person, note }: { person: Person; note: string | null }) {
  const words = useWords(WOULD_BE);
  const network = useWords(NETWORK);
  const terms = useWords(GROWTH);
  const language = useLanguage();
  const formats = useFormats();
  return (
    <div className="min-w-0 flex-1 basis-56">
      <h3 className="text-base font-medium">{person.name}</h3>
      <p className="text-xs text-ink-3">{[person.title, person.department, person.site, formats.list(person.languages.map((each) => terms.languages[each])), network.commonHours(hoursText(person.commonHours))].join(" · ")}</p>
      <p className="mt-1 text-sm">
        <span className="text-ink-3">{words.wants}: </span>
        {formats.list(person.wants.map(({ name }) => name[language]))}
      </p>
      {person.note !== "" && (
        <p lang={langOf(person.note)} className="mt-1 border-l-2 border-rule-2 pl-3 text-sm text-ink-2">
          {person.note}
        </p>
      )}
      {note !== null && <p className="mt-1 text-xs text-ink-3">{note}</p>}
    </div>
  );
}
