/** @file A candidate's data: how long it is kept, its export, and erasure. */
"use client";

import { useState } from "react";
import { useFormats, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { ConfirmDialog } from "@/app/_components/ui/dialog";
import { TextField } from "@/app/_components/ui/field";
import { eraseCandidate, exportAddress, keepCandidate } from "@/lib/browser/recruiting";
import type { ApplicationView } from "@/lib/contracts/recruiting";
import type { Receipt } from "@/lib/contracts/recruiting";
import { RECRUITING } from "../../recruiting-words";
import { DATA } from "./data-words";
import { useAct } from "./use-act";

export function PersonData({ application, onErased, onChanged }: { application: ApplicationView; onErased: (receipt: Receipt) => void; onChanged: () => void }) {
  const words = useWords(DATA);
  const terms = useWords(RECRUITING);
  const formats = useFormats();
  const [asking, setAsking] = useState(false);
  const [until, setUntil] = useState(application.keepUntil?.slice(0, 10) ?? "");
  const [busy, act] = useAct();
  return (
    <section className="mt-5">
      <h3 className="label">{words.title}</h3>
      <p className="mt-1 text-sm text-ink-2">{words.facts(terms.channel[application.channel], terms.consent[application.consent])} · {application.keepUntil ? words.keptUntil(formats.day(application.keepUntil)) : words.noTerm}</p>
      <div className="mt-2 flex flex-wrap items-end gap-2">
        <TextField label={words.keep} type="date" value={until} onChange={(event) => setUntil(event.target.value)} className="w-40" />
        <Button className="h-10" disabled={busy} onClick={() => void act(async () => { await keepCandidate(application.id, until === "" ? null : until); onChanged(); }, terms.changed)}>{words.save}</Button>
      </div>
      <div className="mt-3 flex flex-wrap gap-2">
        {!application.person.masked && <a href={exportAddress(application.id)} download className="inline-flex h-7 items-center rounded-md border border-rule-2 px-2.5 text-xs font-medium hover:bg-press coarse:min-h-10">{words.export}</a>}
        <Button size="sm" look="quiet" className="text-no!" onClick={() => setAsking(true)}>{words.erase}</Button>
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={words.eraseTitle(application.person.name)}
        consequence={words.eraseSays}
        action={words.eraseAction}
        busy={busy}
        onConfirm={() => void act(async () => { const receipt = await eraseCandidate(application.id); setAsking(false); onErased(receipt); })}
      />
    </section>
  );
}
