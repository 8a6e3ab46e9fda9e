/** @file Two to four people side by side in an answer: rows are requirements, each cell opens the line that shows it. */
"use client";

import clsx from "clsx";
import { Check, Minus } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { defineWords } from "@/app/_components/language/define-words";
import { useWords } from "@/app/_components/language/language";
import { useReader } from "@/app/_components/reader/reader-context";
import { langOf } from "@/app/_components/words";
import type { Comparison } from "@/lib/contracts/recruiting-chat";
import { withoutBullet } from "@/lib/core/without-bullet";

const WORDS = defineWords({
  en: {
    title: "People side by side",
    place: (rank: number, score: string) => `${score} · place ${rank}`,
    must: (met: number, of: number) => `${met} of ${of} must-haves`,
    asked: "Asked for",
    mustHave: "must-have",
    nice: "nice to have",
    none: "no line shows it",
    all: (n: number) => `Show all ${n} requirements`,
    open: "Open the opening",
  },
  zh: {
    title: "并列比较",
    place: (rank, score) => `${score} · 第 ${rank} 位`,
    must: (met, of) => `必备项 ${met}/${of}`,
    asked: "要求",
    mustHave: "必备",
    nice: "加分",
    none: "没有相应的原文",
    all: (n) => `显示全部 ${n} 项要求`,
    open: "打开职位",
  },
});
const FIRST = 6;

export function ComparisonCard({ card }: { card: Comparison }) {
  const words = useWords(WORDS);
  const reader = useReader();
  const [all, setAll] = useState(false);
  const rows = all ? card.rows : card.rows.slice(0, FIRST);
  return (
    <section aria-label={words.title}>
      <div role="region" aria-label={words.title} tabIndex={0} className="hairline-scroll overflow-x-auto">
        <table className="w-full table-fixed border-collapse text-left text-sm" style={{ minWidth: `${8 + 11 * card.people.length}rem` }}>
          <thead>
            <tr className="border-b border-rule-2 align-bottom">
              <th scope="col" className="w-32 pb-2"><span className="sr-only">{words.asked}</span></th>
              {card.people.map((person) => (
                <th key={person.application} scope="col" className="pr-4 pb-2 font-normal">
                  <Link href={`/candidates/${person.documentId}`} lang={langOf(person.name)} className="block truncate font-semibold underline decoration-transparent underline-offset-4 hover:decoration-ink coarse:py-2">{person.name}</Link>
                  <span className="block text-ink-2 tabular">{words.place(person.rank, person.score.toFixed(1))}</span>
                  <span className="block text-xs text-ink-3 tabular">{words.must(person.met, person.of)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name} className="border-b border-rule align-top">
                <th scope="row" lang={langOf(row.name)} className="py-2 pr-4 text-left font-medium">
                  {row.name}
                  <span className="block text-xs font-normal text-ink-3">{row.mustHave ? words.mustHave : words.nice}</span>
                </th>
                {row.parts.map((part, i) => {
                  const person = card.people[i];
                  const quote = part?.quote ?? null;
                  return (
                    <td key={person?.application ?? i} className="py-2 pr-4">
                      {part && (
                        <span className={clsx("flex items-center gap-1 text-xs tabular", part.met ? "text-yes" : "text-ink-3")}>
                          {part.met ? <Check size={13} aria-hidden /> : <Minus size={13} aria-hidden />} {Math.round(part.score)}
                        </span>
                      )}
                      {person && quote ? (
                        <button type="button" lang={langOf(quote.text)} onClick={() => reader.open({ documentId: person.documentId, title: person.name, passage: { start: quote.start, end: quote.end } })} className="mt-0.5 line-clamp-3 text-left font-serif leading-6 coarse:min-h-10">
                          <span className="marked">{withoutBullet(quote.text)}</span>
                        </button>
                      ) : <span className="text-xs text-ink-3">{words.none}</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {!all && card.rows.length > FIRST && <button type="button" onClick={() => setAll(true)} className="underline underline-offset-4 coarse:min-h-10">{words.all(card.rows.length)}</button>}
        <Link href={`/jobs/${card.opening.id}`} className="underline underline-offset-4 coarse:py-2">{words.open}</Link>
      </p>
    </section>
  );
}
