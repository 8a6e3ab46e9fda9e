/** @file A receipt of erasure: what was there, what was found when everything was searched again, what must remain and why. */
"use client";

import type { Receipt } from "@/lib/contracts/recruiting";
import { useFormats, useWords } from "../language/language";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { digits } from "../words";
import { RECEIPT } from "./receipt-words";

/** The end of the id that the résumé had: enough to tell receipts apart, and it names nobody. */
export const codeOf = (subject: string): string => subject.slice(-8).toUpperCase();

/** @param intact false: the receipt gives another fingerprint than the one that it was kept with */
export function ReceiptDialog({ receipt, intact = true, onClose }: { receipt: Receipt; intact?: boolean; onClose: () => void }) {
  const words = useWords(RECEIPT);
  const formats = useFormats();
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={words.receipt} width="36rem" footer={<Button look="solid" onClick={() => window.print()}>{words.print}</Button>}>
      <p className={receipt.clean ? "font-medium text-yes" : "font-medium text-no"}>{receipt.clean ? words.clean : words.unclean}</p>
      {!intact && <p role="alert" className="mt-2 text-sm text-no">{words.changed}</p>}
      <p className="mt-1 text-sm text-ink-3">{formats.longDayTime(Date.parse(receipt.at))} · {words.code(codeOf(receipt.subject))}</p>
      <table className="mt-3 w-full border-collapse text-left text-sm">
        <thead><tr className="label border-b border-rule-2"><th scope="col" className="py-1 font-[550]">{words.place}</th><th scope="col" className="w-20 text-right font-[550]">{words.before}</th><th scope="col" className="w-20 text-right font-[550]">{words.left}</th></tr></thead>
        <tbody>
          {receipt.places.map(({ place, before, left }) => (
            <tr key={place} className="border-b border-rule"><PlaceCell place={place} /><td className="text-right tabular">{digits(before)}</td><td className="text-right tabular">{digits(left)}</td></tr>
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

function PlaceCell({ place }: { place: string }) {
  const words = useWords(RECEIPT);
  const known: Readonly<Record<string, string>> = words.places;
  const name = known[place];
  return <td className="py-1" lang={name === undefined ? "en" : undefined}>{name ?? place.replaceAll("_", " ")}</td>;
}
