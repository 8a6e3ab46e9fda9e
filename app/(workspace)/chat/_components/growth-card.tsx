/** @file GrowthCard: the rows of a growth answer, and the way to the screen that has them whole. */
"use client";

import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { useWords } from "@/app/_components/language/language";
import { langOf } from "@/app/_components/words";
import type { GrowthCard as Card } from "@/lib/contracts/growth-answer";
import { OUTCOME } from "./words";

export function GrowthCard({ card }: { card: Card }) {
  const words = useWords(OUTCOME);
  return (
    <div className="mt-4 max-w-[44rem] animate-arrive">
      {card.rows.length > 0 && (
        <ol className="border-b border-rule">
          {card.rows.map((row, i) => (
            <li key={`${i} ${row.title}`} className="grid gap-x-5 border-t border-rule py-2.5 sm:grid-cols-[minmax(0,1fr)_auto]">
              <span lang={langOf(row.title)} className="text-base font-medium">
                {row.title}
              </span>
              <span lang={langOf(row.figure)} className="text-xs text-ink-3 tabular sm:pt-1 sm:text-right">
                {row.figure}
              </span>
              {row.detail !== "" && (
                <span lang={langOf(row.detail)} className="text-sm text-ink-2 sm:col-span-2">
                  {row.detail}
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
      <Link href={card.href} className="mt-3 inline-flex items-center gap-1.5 text-sm font-medium underline underline-offset-4">
        {words.growthOpen} <ArrowRight size={14} aria-hidden />
      </Link>
    </div>
  );
}
