/** @file The report after the demo's removal: verdict, what was looked at, rows by table, and the way on. */
"use client";

import { Check, X } from "lucide-react";
import Link from "next/link";
import { useSyncExternalStore } from "react";
import { useFormats, useWords } from "@/app/_components/language/language";
import { SETTINGS } from "@/app/(workspace)/settings/_components/words";
import { keptRemoval } from "@/lib/browser/settings";
import type { DemoRemoval } from "@/lib/contracts/setup";

let kept: DemoRemoval | null | undefined;
/** Read once: the report of this tab does not change. */
const read = () => (kept === undefined ? (kept = keptRemoval()) : kept);
const never = () => () => undefined;

export function RemovalReport() {
  const words = useWords(SETTINGS);
  const report = useSyncExternalStore(never, read, () => undefined);
  if (report === undefined) return null;
  if (report === null) return <h1 className="font-serif text-2xl tracking-tight">{words.nothingKept}</h1>;
  return <Report report={report} />;
}

function Report({ report }: { report: DemoRemoval }) {
  const words = useWords(SETTINGS);
  const formats = useFormats();
  const { tables, files, searches, passagesLeft, clean, firstAdmin, backups } = report;
  const left = tables.reduce((sum, table) => sum + table.left, 0);
  const removed = tables.reduce((sum, table) => sum + table.removed, 0);
  return (
    <>
      <h1 className="font-serif text-2xl tracking-tight">{clean ? words.doneTitle : words.notCleanTitle}</h1>
      <p className="mt-3 text-base text-ink-2">{words.doneSays(removed, files.removed)}</p>
      <ul className="mt-4 space-y-1.5 text-sm tabular">
        <Line good={left === 0} text={words.tablesClean(tables.length, left)} />
        <Line good={searches.found === 0} text={words.searchesClean(searches.asked, searches.found)} />
        <Line good={files.orphans === 0} text={words.filesClean(files.orphans)} />
        <Line good={passagesLeft === 0} text={words.indexClean(passagesLeft)} />
      </ul>
      <p className="mt-4 text-sm text-ink-2">
        {words.audit} {backups.length > 0 && words.backupsStay(backups.length)}
      </p>
      <div className="mt-7">
        <Link href={firstAdmin ? firstAdmin.link : "/sign-in"} className="inline-flex h-10 items-center rounded-md bg-ink px-4 text-sm font-medium text-paper hover:bg-ink-2">
          {firstAdmin ? words.next : words.signIn}
        </Link>
        {firstAdmin && <p className="mt-2 text-xs text-ink-3">{words.nextSays(formats.day(firstAdmin.expiresAt))}</p>}
      </div>
      <details className="mt-8">
        <summary className="cursor-pointer text-sm font-medium">{words.byTable}</summary>
        <table className="mt-2 w-full text-sm tabular">
          <thead>
            <tr className="border-b border-rule-2 text-left text-xs text-ink-3">
              <th className="py-1.5 font-medium">{words.table}</th>
              <th className="py-1.5 text-right font-medium">{words.removed}</th>
              <th className="py-1.5 text-right font-medium">{words.left}</th>
            </tr>
          </thead>
          <tbody>
            {tables.map((table) => (
              <tr key={table.table} className="border-b border-rule">
                <td className="py-1 font-mono text-xs">{table.table}</td>
                <td className="py-1 text-right">{formats.number(table.removed)}</td>
                <td className="py-1 text-right">{formats.number(table.left)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

function Line({ good, text }: { good: boolean; text: string }) {
  return (
    <li className="flex items-baseline gap-2">
      <span className={good ? "text-yes" : "text-no"}>{good ? <Check size={14} aria-hidden className="translate-y-0.5" /> : <X size={14} aria-hidden className="translate-y-0.5" />}</span>
      {text}
    </li>
  );
}
