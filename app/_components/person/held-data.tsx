/** @file A person's data on their page: export of everything held, and erasure with a receipt, also for who applied for nothing. */
"use client";

import { useState } from "react";
import type { CandidateProfile } from "@/lib/contracts/candidate-profile";
import { useWords } from "../language/language";
import { EraseDialog } from "../recruiting/erase-dialog";
import { HELD } from "../recruiting/held-words";
import { useHeld } from "../recruiting/use-held";
import { Button } from "../ui/button";

export function HeldData({ page }: { page: CandidateProfile }) {
  const words = useWords(HELD);
  const { busy, save } = useHeld(page.documentId);
  const [asking, setAsking] = useState(false);
  return (
    <section aria-label={words.title} className="mt-8">
      <h2 className="label mb-2 border-b border-rule-2 pb-1.5">{words.title}</h2>
      {page.mayHandle ? (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" disabled={busy} onClick={save}>{words.export}</Button>
          <Button size="sm" look="quiet" className="text-no!" onClick={() => setAsking(true)}>{words.erase}</Button>
        </div>
      ) : <p className="text-sm text-ink-3">{words.byApplication}</p>}
      {asking && <EraseDialog id={page.documentId} name={page.profile.name?.value ?? page.title} onClose={() => setAsking(false)} />}
    </section>
  );
}
