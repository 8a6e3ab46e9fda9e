/** @file What an import would do, or what keeps it from being done, line by line. */
"use client";

import { useFormats, useWords } from "@/app/_components/language/language";
import type { ImportPreview, ImportProblem } from "@/lib/contracts/directory";
import { PEOPLE } from "./words";

const SHOWN = 50;

export function ImportReport({ preview }: { preview: ImportPreview }) {
  const words = useWords(PEOPLE);
  const formats = useFormats();
  const { created, updated, unchanged, absent, ignoredColumns, problems } = preview;
  return (
    <div className="space-y-4 text-sm" aria-live="polite">
      {problems.length > 0 ? (
        <Problems problems={problems} />
      ) : (
        <>
          <p className="font-medium tabular">{[words.created(created.length), words.updated(updated.length), words.unchanged(unchanged), absent.length > 0 ? words.absent(absent.length) : null].filter(Boolean).join(" · ")}</p>
          <ul className="hairline-scroll max-h-64 overflow-auto border-y border-rule">
            {[...created.map((one) => ({ ...one, isNew: true })), ...updated.map((one) => ({ ...one, isNew: false }))].slice(0, SHOWN).map((one) => (
              <li key={one.email} className="flex flex-wrap gap-x-4 border-b border-rule py-1.5 last:border-0">
                <span className="min-w-0 flex-1 basis-40 truncate font-medium">{one.name}</span>
                <span className="min-w-0 flex-1 basis-52 truncate text-ink-3">{one.email}</span>
                <span className="basis-44 text-ink-2">{one.isNew ? words.isNew : formats.list(one.fields.map((field) => words.columnName[field]))}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {ignoredColumns.length > 0 && <p className="text-ink-3">{words.ignored(formats.list(ignoredColumns))}</p>}
    </div>
  );
}

function Problems({ problems }: { problems: readonly ImportProblem[] }) {
  const words = useWords(PEOPLE);
  return (
    <>
      <p role="alert" className="border-l-2 border-no bg-no-wash px-3.5 py-2.5 font-medium">
        {words.problems(problems.length)}
      </p>
      <div className="hairline-scroll max-h-72 overflow-auto">
        <table className="w-full border-collapse text-left">
          <thead>
            <tr className="label h-8 border-b border-rule-2">
              <th scope="col" className="w-14 pr-3 font-[550]">{words.line}</th>
              <th scope="col" className="pr-3 font-[550]">{words.column}</th>
              <th scope="col" className="font-[550]">{words.problem}</th>
            </tr>
          </thead>
          <tbody>
            {problems.slice(0, SHOWN).map(({ line, column, problem, value }) => (
              <tr key={`${line} ${column} ${problem}`} className="border-b border-rule align-top">
                <td className="py-1.5 pr-3 tabular">{line ?? ""}</td>
                <td className="py-1.5 pr-3 font-mono text-xs">{column ? words.columnName[column] : ""}</td>
                <td className="py-1.5">
                  {words.fault[problem]} {value && <span className="text-ink-3">{value}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
