/** @file Everyone whose résumé is here, as a dense list; what a résumé doesn't say stays empty. */
"use client";

import { IdCard } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useFormats, useWords } from "@/app/_components/language/language";
import { useReader } from "@/app/_components/reader/reader-context";
import { langOf, TERMS, wholeYears } from "@/app/_components/words";
import type { CandidateSummary } from "@/lib/contracts/people";
import { CANDIDATES } from "./words";

export function CandidateTable({ candidates }: { candidates: readonly CandidateSummary[] }) {
  const words = useWords(CANDIDATES);
  const terms = useWords(TERMS);
  const formats = useFormats();
  const reader = useReader();
  const [now] = useState(() => Date.now());
  return (
    <table className="w-full table-fixed border-collapse text-left text-sm">
      <caption className="sr-only">{words.title}</caption>
      <thead className="sticky top-0 z-10 bg-paper">
        <tr className="label h-9 border-b border-rule-2">
          <th scope="col" className="pr-4 font-[550]">{words.head.name}</th>
          <th scope="col" className="pr-4 font-[550] @max-[30rem]:hidden">{words.head.title}</th>
          <th scope="col" className="w-20 pr-4 text-right font-[550] @max-[34rem]:hidden">{words.head.years}</th>
          <th scope="col" className="w-44 pr-4 pl-6 font-[550] @max-[46rem]:hidden">{words.head.place}</th>
          <th scope="col" className="w-24 pr-4 font-[550] @max-[58rem]:hidden">{words.head.language}</th>
          <th scope="col" className="w-28 pr-4 font-[550] @max-[58rem]:hidden">{words.head.added}</th>
          <th scope="col" className="w-28 font-[550] @max-[38rem]:hidden">{words.head.kept}</th>
        </tr>
      </thead>
      <tbody>
        {candidates.map((candidate) => {
          const name = candidate.name ?? candidate.source;
          return (
            <tr key={candidate.documentId} className="h-11 border-b border-rule hover:bg-desk">
              <td className="group/name flex h-11 items-center gap-2 py-1 pr-4">
                <button
                  type="button"
                  lang={langOf(name)}
                  onClick={() => reader.open({ documentId: candidate.documentId, title: name, passage: null })}
                  className="block min-w-0 truncate text-left font-medium underline decoration-transparent underline-offset-4 hover:decoration-ink coarse:min-h-10"
                >
                  {name}
                  {candidate.title && <span lang={langOf(candidate.title)} className="hidden truncate text-xs font-normal text-ink-3 @max-[30rem]:block">{candidate.title}</span>}
                </button>
                <Link href={`/candidates/${candidate.documentId}`} aria-label={words.profileOf(name)} title={words.profileOf(name)} className="ml-auto shrink-0 rounded-md p-1 text-ink-3 hover:bg-press hover:text-ink coarse:p-2.5">
                  <IdCard size={15} aria-hidden />
                </Link>
              </td>
              <td lang={langOf(candidate.title ?? "")} className="truncate pr-4 text-ink-2 @max-[30rem]:hidden">
                {candidate.title}
              </td>
              <td className="pr-4 text-right text-ink-2 tabular @max-[34rem]:hidden">{candidate.years === null ? null : wholeYears(candidate.years)}</td>
              <td lang={langOf(candidate.location ?? "")} className="truncate pr-4 pl-6 text-ink-2 @max-[46rem]:hidden">
                {candidate.location}
              </td>
              <td className="pr-4 text-ink-2 @max-[58rem]:hidden">
                {candidate.language && terms.languageName[candidate.language]}
              </td>
              <td className="whitespace-nowrap text-ink-2 tabular @max-[58rem]:hidden">{formats.day(candidate.addedAt)}</td>
              <td className="whitespace-nowrap tabular @max-[38rem]:hidden">
                {candidate.kept === null ? <span className="text-ink-3">{words.noTerm}</span> : Date.parse(candidate.kept.until) < now ? <span className="text-no">{words.termOver}</span> : <span className="text-ink-2">{formats.day(candidate.kept.until)}</span>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
