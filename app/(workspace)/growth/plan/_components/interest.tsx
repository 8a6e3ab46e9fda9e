/** @file Interest: an opening inside the company: telling those who recruit for it; what they learn stands beside the button. */
"use client";

import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { useNotify } from "@/app/_components/ui/toasts";
import { showInterest } from "@/lib/browser/growth";
import { messageOf } from "@/lib/browser/http";
import { PLAN } from "./words";

export function Interest({ openingId }: { openingId: string }) {
  const words = useWords(PLAN);
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState(false);
  const send = async () => {
    setBusy(true);
    try {
      const { told } = await showInterest(openingId);
      setSaid(true);
      notify({ text: words.interestTold(told) });
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
    }
    setBusy(false);
  };
  return (
    <section aria-labelledby="interest" className="flex max-w-2xl flex-wrap items-center justify-between gap-x-6 gap-y-2 border-l-2 border-rule-2 pl-4 text-sm">
      <div className="min-w-0 flex-1 basis-72">
        <h2 id="interest" className="font-semibold">
          {words.interest}
        </h2>
        <p className="text-xs text-ink-3">{words.interestSays}</p>
      </div>
      <Button size="sm" disabled={said || busy} onClick={() => void send()}>
        {said ? words.interestSaid : words.interestAsk}
      </Button>
    </section>
  );
}
