/** @file A candidate's data: how long it is kept, its export, and erasure with a receipt. */
"use client";

import { useState } from "react";
import { useFormats, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { ConfirmDialog, Dialog } from "@/app/_components/ui/dialog";
import { TextField } from "@/app/_components/ui/field";
import { digits } from "@/app/_components/words";
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

export function ReceiptDialog({ receipt, onClose }: { receipt: Receipt; onClose: () => void }) {
  const words = useWords(DATA);
  const formats = useFormats();
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={words.receipt} width="36rem" footer={<Button look="solid" onClick={() => window.print()}>{words.print}</Button>}>
      <p className={receipt.clean ? "font-medium text-yes" : "font-medium text-no"}>{receipt.clean ? words.clean : words.unclean}</p>
      <table className="mt-3 w-full border-collapse text-left text-sm">
        <thead><tr className="label border-b border-rule-2"><th scope="col" className="py-1 font-[550]">{words.place}</th><th scope="col" className="w-20 text-right font-[550]">{words.before}</th><th scope="col" className="w-20 text-right font-[550]">{words.left}</th></tr></thead>
        <tbody>
          {receipt.places.map(({ place, before, left }) => (
            <tr key={place} className="border-b border-rule"><td className="py-1">{place.replaceAll("_", " ")}</td><td className="text-right tabular">{digits(before)}</td><td className="text-right tabular">{digits(left)}</td></tr>
          ))}
        </tbody>
      </table>
      <ul className="mt-3 space-y-1 text-sm text-ink-2">
        <li>{words.searches(receipt.searches.asked, receipt.searches.found)}</li>
        <li>{receipt.trainedVersions.length > 0 ? words.trained(receipt.trainedVersions.join(", ")) : words.untrained}</li>
        {receipt.remains.map(({ what, count, until }) => <li key={what}>{`${digits(count)} ${words.remains[what]} ${until === null ? words.noEnd[what] : words.staysUntil(formats.day(until))}`}</li>)}
      </ul>
      <p className="mt-3 text-xs break-all text-ink-3">{words.fingerprint(receipt.sha256)}</p>
    </Dialog>
  );
}
