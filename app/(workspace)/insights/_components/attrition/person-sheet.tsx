/** @file One person: the band with its interval, exact reasons, what a company could change, and what it offers, quoted. Support only. */
"use client";

import Link from "next/link";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { Dialog } from "@/app/_components/ui/dialog";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { termOf } from "@/app/_components/words";
import { useResource } from "@/app/_components/use-resource";
import { loadPerson } from "@/lib/browser/insights";
import type { PeopleList, PersonView } from "@/lib/contracts/insights-reports";
import { percent } from "./percent";
import { ATTRITION } from "./words";

export function PersonSheet({ kind, person, onClose }: { kind: "attrition"; person: PeopleList["people"][number]; onClose: () => void }) {
  const words = useWords(ATTRITION);
  const language = useLanguage();
  const { data, error, reload } = useResource(`insights:${kind}:person:${person.rowKey}`, (signal) => loadPerson(kind, person.rowKey, language, signal));
  return (
    <Dialog open onOpenChange={onClose} width="46rem" title={words.person(person.name ?? person.rowKey)} description={`${person.group} · ${termOf(words.band, person.band)}`}>
      {!data && (error === undefined ? <WaitingRows rows={6} label={words.why} /> : <FailedPanel error={error} onRetry={reload} />)}
      {data && <Person view={data} />}
    </Dialog>
  );
}

function Person({ view: { detail, measures } }: { view: PersonView }) {
  const words = useWords(ATTRITION);
  const reach = Math.max(0.1, ...detail.reasons.map(({ amount }) => Math.abs(amount)));
  return (
    <div className="flex flex-col gap-6 text-sm">
      <p className="text-ink-2 tabular">{words.chance(percent(detail.probability), percent(detail.low), percent(detail.high))}</p>
      <section>
        <h3 className="font-semibold">{words.why}</h3>
        <p className="mb-1.5 text-xs text-ink-3">{words.whySays}</p>
        <table className="w-full tabular">
          <tbody>
            {detail.reasons.map(({ feature, shown, amount }) => (
              <tr key={feature} className="border-t border-rule">
                <th scope="row" className="py-1 pr-3 text-left font-normal">{feature}</th>
                <td className="pr-3 text-ink-2">{shown}</td>
                <td className="w-40">
                  <span aria-hidden className="relative block h-2.5">
                    <span className="absolute inset-y-0 left-1/2 w-px bg-rule-2" />
                    <span className={`absolute inset-y-0 rounded-sm ${amount > 0 ? "bg-marker-line" : "bg-ink-3"}`} style={{ width: `${(50 * Math.abs(amount)) / reach}%`, [amount > 0 ? "left" : "right"]: "50%" }} />
                  </span>
                </td>
                <td className="pl-3 text-right">{amount > 0 ? "+" : "−"}{Math.abs(amount).toFixed(2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section>
        <h3 className="font-semibold">{words.change}</h3>
        {detail.change ? (
          <>
            <p className="text-xs text-ink-3">{words.changeSays(percent(detail.change.before), percent(detail.change.after))}</p>
            <ul className="mt-1">{detail.change.changes.map(({ feature, fromShown, toShown }) => <li key={feature}>{words.changeOne(feature, fromShown, toShown)}</li>)}</ul>
          </>
        ) : <p className="text-ink-2">{words.noChange}</p>}
      </section>
      <section>
        <h3 className="font-semibold">{words.support}</h3>
        <p className="mb-2 text-xs text-ink-3">{measures.length > 0 ? words.supportSays : words.noSupport}</p>
        {measures.map((measure) => (
          <blockquote key={measure.documentId + String(measure.start)} className="mb-3 border-l-2 border-marker-line pl-3">
            <p className="quotation"><span className="marked">{measure.quote}</span></p>
            <Link href={`/documents/${measure.documentId}?start=${measure.start}&end=${measure.end}`} className="text-xs text-ink-3 underline underline-offset-4">{[measure.title, ...measure.headings.slice(-1)].join(" · ")}</Link>
          </blockquote>
        ))}
      </section>
    </div>
  );
}
