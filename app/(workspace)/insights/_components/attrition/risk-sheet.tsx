/** @file What is said of one person's risk: the estimate with its interval, its reasons, the risk over horizons, and what a company could change. */
"use client";

import { useWords } from "@/app/_components/language/language";
import { termOf } from "@/app/_components/words";
import type { RiskDetail } from "@/lib/contracts/insights-reports";
import { percent } from "../frame/percent";
import { IntervalRows } from "../frame/interval-rows";
import type { ListedPerson } from "../people/people-bands";
import { PersonSheet, Reasons } from "../people/person-sheet";
import { ATTRITION } from "./words";

export function RiskSheet({ person, onClose }: { person: ListedPerson; onClose: () => void }) {
  const words = useWords(ATTRITION);
  return (
    <PersonSheet kind="attrition" person={person} band={termOf(words.band, person.band)} onClose={onClose}>
      {({ detail }) => ("probability" in detail ? <Risk detail={detail} /> : null)}
    </PersonSheet>
  );
}

function Risk({ detail: { probability, low, high, reasons, horizons, change } }: { detail: RiskDetail }) {
  const words = useWords(ATTRITION);
  const told = horizons.map(({ months, risk }) => ({ name: words.within(months), value: risk }));
  return (
    <>
      <p className="text-ink-2 tabular">{words.chance(percent(probability), percent(low), percent(high))}</p>
      <Reasons reasons={reasons} says={words.whySays} />
      {horizons.length > 0 && (
        <section>
          <h3 className="font-semibold">{words.horizon}</h3>
          <p className="mb-1.5 text-xs text-ink-3">{words.horizonSays(words.year)}</p>
          <IntervalRows label={words.horizon} shown={percent} scale={[0, Math.max(0.1, ...told.map(({ value }) => value.high))]} rows={told} />
        </section>
      )}
      <section>
        <h3 className="font-semibold">{words.change}</h3>
        {change ? (
          <>
            <p className="text-xs text-ink-3">{words.changeSays(percent(change.before), percent(change.after))}</p>
            <ul className="mt-1">{change.changes.map(({ feature, fromShown, toShown }) => <li key={feature}>{words.changeOne(feature, fromShown, toShown)}</li>)}</ul>
          </>
        ) : <p className="text-ink-2">{words.noChange}</p>}
      </section>
    </>
  );
}
