/** @file Agreement as figures with their interval as a band between 0 (chance) and 1; the figures are the table behind it. */
"use client";

import { useWords } from "@/app/_components/language/language";
import type { AgreementView, TrustView } from "@/lib/contracts/review-trust";
import { TRUST_WORDS } from "./words";

export function AgreementChart({ trust }: { trust: TrustView }) {
  const words = useWords(TRUST_WORDS);
  const { kappa } = trust;
  return (
    <dl className="border-t border-rule">
      <Row name={words.grades} note={words.gradesNote} value={trust.grades} />
      <Row name={words.verdicts} note={words.verdictsNote} value={trust.verdicts} />
      {kappa && <Row name={words.kappa} note={words.kappaNote(kappa.reviewers[0] ?? "", kappa.reviewers[1] ?? "")} value={{ alpha: kappa.value, low: kappa.value, high: kappa.value, n: kappa.n }} bare />}
    </dl>
  );
}

const place = (value: number) => `${Math.min(1, Math.max(0, value)) * 100}%`;

function Row({ name, note, value, bare = false }: { name: string; note: string; value: AgreementView | null; bare?: boolean }) {
  const words = useWords(TRUST_WORDS);
  return (
    <div className="grid items-center gap-x-6 gap-y-1 border-b border-rule py-2.5 sm:grid-cols-[15rem_minmax(0,1fr)_5rem_15rem]">
      <dt className="text-sm">
        {name}
        <span className="block text-xs text-ink-3">{note}</span>
      </dt>
      {value === null ? (
        <dd className="text-sm text-ink-3 sm:col-span-3">{words.tooFew}</dd>
      ) : (
        <>
          <dd aria-hidden className="relative h-5 border-x border-rule-2 bg-desk">
            <span className="absolute inset-y-0 border-l border-dashed border-rule-2" style={{ left: "67%" }} />
            <span className="absolute inset-y-0 border-l border-dashed border-rule-2" style={{ left: "80%" }} />
            {!bare && <span className="absolute inset-y-1 bg-rule-2" style={{ left: place(value.low), right: `calc(100% - ${place(value.high)})` }} />}
            <span className="absolute inset-y-0 w-0.5 -translate-x-1/2 bg-ink" style={{ left: place(value.alpha) }} />
          </dd>
          <dd className="text-lg font-medium tabular">{value.alpha.toFixed(2)}</dd>
          <dd className="text-xs text-ink-3 tabular">{bare ? words.shared(value.n) : words.interval(value.low.toFixed(2), value.high.toFixed(2), value.n)}</dd>
        </>
      )}
    </div>
  );
}
