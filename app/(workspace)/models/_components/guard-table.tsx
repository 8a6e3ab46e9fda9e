/** @file What may not grow when a version changes: mistakes of answers, time, size; each with its limit. */
"use client";

import { useWords } from "@/app/_components/language/language";
import type { GateReport } from "@/lib/contracts/gate";
import { MODELS } from "./words";

export function GuardTable({ guards }: { guards: GateReport["guards"] }) {
  const words = useWords(MODELS);
  const names: Readonly<Record<string, string>> = words.guard;
  return (
    <>
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={words.guards}>
        <table className="w-full max-w-2xl text-sm tabular">
          <caption className="sr-only">{words.guards}</caption>
          <thead>
            <tr className="text-left text-xs text-ink-3">
              <th className="py-1 pr-3 font-medium">{words.measure}</th>
              <th className="px-2 text-right font-medium">{words.before}</th>
              <th className="px-2 text-right font-medium">{words.after}</th>
              <th className="px-2 text-right font-medium">{words.limit}</th>
              <th className="px-2 font-medium" />
            </tr>
          </thead>
          <tbody>
            {guards.map(({ name, before, after, limit, isHeld }) => (
              <tr key={name} className="border-t border-rule">
                <th scope="row" className="py-1 pr-3 text-left font-normal">{names[name] ?? name}</th>
                <td className="px-2 text-right">{told(name, before)}</td>
                <td className="px-2 text-right">{told(name, after)}</td>
                <td className="px-2 text-right text-ink-3">{told(name, limit)}</td>
                <td className={isHeld ? "px-2 text-yes" : "px-2 text-no"}>{isHeld ? words.held : words.broken}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="mt-1 text-xs text-ink-3">{words.guardsHelp}</p>
    </>
  );
}

/** Shares in per cent, time in milliseconds, size in megabytes. */
function told(name: string, value: number): string {
  if (name === "latency") return `${value.toFixed(0)} ms`;
  if (name === "size") return `${(value / 2 ** 20).toFixed(1)} MB`;
  return `${(100 * value).toFixed(1)} %`;
}
