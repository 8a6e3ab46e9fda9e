/** @file One person: what a version says, its exact reasons as bars, and what the company offers, quoted. Support only. */
"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { Dialog } from "@/app/_components/ui/dialog";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useResource } from "@/app/_components/use-resource";
import { loadPerson } from "@/lib/browser/insights";
import type { PersonDetail, PersonView } from "@/lib/contracts/insights-reports";
import type { ListedPerson, PersonKind } from "./people-bands";
import { PEOPLE } from "./words";

interface PersonSheetProps {
  readonly kind: PersonKind;
  readonly person: ListedPerson;
  /** The band in words. */
  readonly band: string;
  readonly onClose: () => void;
  /** What the kind says, above the support. */
  readonly children: (view: PersonView) => ReactNode;
}

export function PersonSheet({ kind, person, band, onClose, children }: PersonSheetProps) {
  const words = useWords(PEOPLE);
  const language = useLanguage();
  const { data, error, reload } = useResource(`insights:${kind}:person:${person.rowKey}`, (signal) => loadPerson(kind, person.rowKey, language, signal));
  return (
    <Dialog open onOpenChange={onClose} width="46rem" title={person.name ?? person.rowKey} description={[person.group, band].filter((part) => part !== "").join(" · ")}>
      {!data && (error === undefined ? <WaitingRows rows={6} label={words.why} /> : <FailedPanel error={error} onRetry={reload} />)}
      {data && (
        <div className="flex flex-col gap-6 text-sm">
          {children(data)}
          <Support measures={data.measures} />
        </div>
      )}
    </Dialog>
  );
}

/** Each column's part: to the right it raises, to the left it lowers. */
export function Reasons({ reasons, says }: { reasons: PersonDetail["reasons"]; says: string }) {
  const words = useWords(PEOPLE);
  const reach = Math.max(0.1, ...reasons.map(({ amount }) => Math.abs(amount)));
  return (
    <section>
      <h3 className="font-semibold">{words.why}</h3>
      <p className="mb-1.5 text-xs text-ink-3">{says}</p>
      <table className="w-full tabular">
        <tbody>
          {reasons.map(({ feature, shown, amount }) => (
            <tr key={feature} className="border-t border-rule">
              <th scope="row" className="py-1 pr-3 text-left font-normal">{feature}</th>
              <td className="pr-3 text-ink-2">{shown}</td>
              <td className="w-16 sm:w-40">
                <span aria-hidden className="relative block h-2.5">
                  <span className="absolute inset-y-0 left-1/2 w-px bg-rule-2" />
                  <span className={`absolute inset-y-0 rounded-sm ${amount > 0 ? "bg-marker-line" : "bg-ink-3"}`} style={{ width: `${(50 * Math.abs(amount)) / reach}%`, [amount > 0 ? "left" : "right"]: "50%" }} />
                </span>
              </td>
              <td className="pl-3 text-right whitespace-nowrap">{amount > 0 ? "+" : "−"}{Math.abs(amount).toFixed(2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Support({ measures }: Pick<PersonView, "measures">) {
  const words = useWords(PEOPLE);
  return (
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
  );
}
