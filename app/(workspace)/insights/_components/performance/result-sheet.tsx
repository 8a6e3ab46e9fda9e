/** @file What is foreseen of one person's next result: with what it may well be, by a model that has not seen the result, and its exact reasons. */
"use client";

import { useWords } from "@/app/_components/language/language";
import type { ResultDetail } from "@/lib/contracts/insights-reports";
import { percent } from "../frame/percent";
import type { ListedPerson } from "../people/people-bands";
import { PersonSheet, Reasons } from "../people/person-sheet";
import { RESULTS } from "./result-words";

export function ResultSheet({ person, band, onClose }: { person: ListedPerson; band: string; onClose: () => void }) {
  return (
    <PersonSheet kind="performance" person={person} band={band} onClose={onClose}>
      {({ detail }) => ("foreseen" in detail ? <Result detail={detail} /> : null)}
    </PersonSheet>
  );
}

function Result({ detail: { foreseen, chance, range, pair, reasons } }: { detail: ResultDetail }) {
  const words = useWords(RESULTS);
  return (
    <>
      <div className="text-ink-2 tabular">
        <p>{chance === null ? words.number(foreseen, range[0] ?? "", range[1] ?? "") : words.rating(foreseen, percent(chance), range)}</p>
        <p className="mt-1 text-xs text-ink-3">{words.never}</p>
      </div>
      <Reasons reasons={reasons} says={pair ? words.whyPair(pair[0], pair[1]) : words.whyNumber} />
    </>
  );
}
