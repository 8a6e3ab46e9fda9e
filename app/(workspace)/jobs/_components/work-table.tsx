/** @file Openings for recruiters: state, pipeline as a bar, candidates, who works on each; one click leads in. */
"use client";

import clsx from "clsx";
import Link from "next/link";
import { useFormats, useWords } from "@/app/_components/language/language";
import { langOf } from "@/app/_components/words";
import type { OpeningSummary } from "@/lib/contracts/recruiting";
import { OPEN_STAGES, STAGES } from "@/lib/contracts/recruiting-words";
import { RECRUITING } from "../recruiting-words";

export function WorkTable({ openings }: { openings: readonly OpeningSummary[] }) {
  const words = useWords(RECRUITING);
  const formats = useFormats();
  const sorted = [...openings].sort((a, b) => place(a) - place(b) || a.title.localeCompare(b.title));
  return (
    <div className="@container">
      <table className="w-full table-fixed border-collapse text-left text-sm">
        <caption className="sr-only">{words.allOpenings}</caption>
        <thead className="sticky top-0 z-10 bg-paper">
          <tr className="label h-9 border-b border-rule-2">
            <th scope="col" className="pr-4 font-[550]">{words.head.opening}</th>
            <th scope="col" className="w-24 pr-4 font-[550] @max-[34rem]:hidden">{words.head.state}</th>
            <th scope="col" className="w-24 pr-4 text-right font-[550]">{words.head.candidates}</th>
            <th scope="col" className="w-68 pr-4 font-[550] @max-[52rem]:hidden">{words.head.pipeline}</th>
            <th scope="col" className="w-32 pr-4 font-[550] @max-[56rem]:hidden">{words.head.latest}</th>
            <th scope="col" className="w-44 font-[550] @max-[64rem]:hidden">{words.head.team}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ documentId, title, work, taken }) => (
            <tr key={documentId} className="relative h-11 border-b border-rule hover:bg-desk">
              <td className="truncate py-1 pr-4">
                {work || !taken ? (
                  <Link lang={langOf(title)} href={`/jobs/${documentId}`} className="font-medium after:absolute after:inset-0">{title}</Link>
                ) : <span lang={langOf(title)} className="text-ink-2">{title}</span>}
              </td>
              <td className={clsx("pr-4 whitespace-nowrap @max-[34rem]:hidden", work?.state === "open" ? "text-ink" : "text-ink-3")}>{work ? words.state[work.state] : taken ? words.notYours : words.recruit}</td>
              <td className="pr-4 text-right tabular">{work && STAGES.reduce((sum, stage) => sum + (work.stages[stage] ?? 0), 0)}</td>
              <td className="pr-4 @max-[52rem]:hidden">{work && <Pipeline stages={work.stages} />}</td>
              <td className="pr-4 text-ink-2 tabular @max-[56rem]:hidden">{work?.latestAt && formats.day(work.latestAt)}</td>
              <td className="truncate text-ink-2 @max-[64rem]:hidden">{work && formats.list(work.members)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Those one works on first, those that could be taken up next. */
const place = ({ work, taken }: OpeningSummary): number => (work ? (work.state === "open" ? 0 : 1) : taken ? 3 : 2);

function Pipeline({ stages }: { stages: NonNullable<OpeningSummary["work"]>["stages"] }) {
  const words = useWords(RECRUITING);
  const shown = [...OPEN_STAGES, "hired" as const];
  return (
    <span className="flex gap-3 text-xs tabular">
      {shown.map((stage) => (
        <span key={stage} title={words.stage[stage]} className={clsx("flex flex-col items-center", stages[stage] ? "text-ink" : "text-ink-3")}>
          <span className="font-semibold">{stages[stage] ?? 0}</span>
          <span className="text-2xs text-ink-3">{words.stage[stage]}</span>
        </span>
      ))}
    </span>
  );
}
