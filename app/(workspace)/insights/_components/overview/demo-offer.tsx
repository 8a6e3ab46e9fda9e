/** @file In the demo company, while there is nothing to see yet: take in its invented tables and train on all of them with one click. */
"use client";

import { useState } from "react";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { useNotify } from "@/app/_components/ui/toasts";
import { useResource } from "@/app/_components/use-resource";
import { messageOf } from "@/lib/browser/http";
import { loadTables, takeInDemoTable } from "@/lib/browser/insights";
import { INSIGHTS } from "../words";

export function DemoOffer({ onTaken }: { onTaken: () => void }) {
  const words = useWords(INSIGHTS);
  const language = useLanguage();
  const notify = useNotify();
  const { data } = useResource("insights:tables", loadTables);
  const [busy, setBusy] = useState(false);
  if (!data || data.demo.length === 0) return null;
  const take = async (): Promise<void> => {
    setBusy(true);
    try {
      await takeInDemoTable("all", language);
      notify({ text: words.demoTaken });
    } catch (failure) {
      notify({ text: messageOf(failure), failed: true });
    }
    setBusy(false);
    onTaken();
  };
  return (
    <section aria-label={words.demoTitle} className="border-l-2 border-marker-line pl-4">
      <h2 className="text-base font-semibold">{words.demoTitle}</h2>
      <p className="mt-1 mb-3 max-w-prose text-sm text-ink-2">{words.demoSays(data.demo.map(({ name }) => name[language].replace(/\s*[(（](?:invented|虚构)[)）]$/, "")))}</p>
      <Button look="solid" disabled={busy} onClick={() => void take()}>{words.demoTake}</Button>
    </section>
  );
}
