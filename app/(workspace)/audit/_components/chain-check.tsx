/** @file The check of the chain: one button; then that it is unbroken, or which lines are not what was written. */
"use client";

import { Link2, Link2Off } from "lucide-react";
import { count } from "@/app/_components/words";
import type { AuditVerification } from "@/lib/contracts/audit";

export function ChainResult({ result }: { result: AuditVerification }) {
  const { ok, lines, head, faults, more } = result;
  const number = faults.length + more;
  return (
    <div role={ok ? "status" : "alert"} className={`mx-5 mb-3 border-l-2 px-4 py-2.5 text-sm sm:mx-8 ${ok ? "border-yes" : "border-no bg-no-wash"}`}>
      <p className="flex items-center gap-2 font-medium">
        {ok ? <Link2 size={15} aria-hidden className="text-yes" /> : <Link2Off size={15} aria-hidden className="text-no" />}
        {ok ? `Unbroken: ${count(lines, "line")}, each as it was written.` : `Broken in ${count(number, "place")}. Someone changed the database outside of Cadre.`}
      </p>
      {!ok && (
        <ul className="mt-1.5 list-disc space-y-0.5 pl-6">
          {faults.map((fault) => (
            <li key={`${fault.kind}-${fault.first}`}>{fault.message}</li>
          ))}
          {more > 0 && <li>and {more} more</li>}
        </ul>
      )}
      {head && (
        <p className="mt-1 text-xs text-ink-3">
          Head <span className="font-mono text-2xs break-all">{`${head.seq}:${head.hash}`}</span>. Noted elsewhere, it also tells whether the whole log was rewritten.
        </p>
      )}
    </div>
  );
}
