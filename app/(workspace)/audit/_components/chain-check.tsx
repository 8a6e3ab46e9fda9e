/** @file The check of the chain: one button; then that it is unbroken, or which lines are not what was written. */
"use client";

import { Link2, Link2Off } from "lucide-react";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { termOf } from "@/app/_components/words";
import type { AuditFault, AuditVerification } from "@/lib/contracts/audit";
import { AUDIT, CHAIN_FAULT_ZH } from "./audit-words";

export function ChainResult({ result }: { result: AuditVerification }) {
  const words = useWords(AUDIT);
  const language = useLanguage();
  const { ok, lines, head, faults, more } = result;
  const number = faults.length + more;
  return (
    <div role={ok ? "status" : "alert"} className={`mx-5 mb-3 border-l-2 px-4 py-2.5 text-sm sm:mx-8 ${ok ? "border-yes" : "border-no bg-no-wash"}`}>
      <p className="flex items-center gap-2 font-medium">
        {ok ? <Link2 size={15} aria-hidden className="text-yes" /> : <Link2Off size={15} aria-hidden className="text-no" />}
        {ok ? words.unbroken(lines) : words.broken(number)}
      </p>
      {!ok && (
        <ul className="mt-1.5 list-disc space-y-0.5 pl-6">
          {faults.map((fault) => (
            <li key={`${fault.kind}-${fault.first}`}>{language === "zh" ? chineseFault(fault) : fault.message}</li>
          ))}
          {more > 0 && <li>{words.more(more)}</li>}
        </ul>
      )}
      {head && (
        <p className="mt-1 text-xs text-ink-3">
          {words.head1}
          <span className="font-mono text-2xs break-all">{`${head.seq}:${head.hash}`}</span>
          {words.headNote}
        </p>
      )}
    </div>
  );
}

function chineseFault({ kind, first, last }: AuditFault): string {
  return AUDIT.zh.faultAt(first === last ? String(first) : `${first}–${last}`, termOf(CHAIN_FAULT_ZH, kind));
}
