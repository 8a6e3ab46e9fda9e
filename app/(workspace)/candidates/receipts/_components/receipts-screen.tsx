/** @file Receipts of erasures: when, which résumé (a code), by whom, was anything left, what must remain; each opens whole. */
"use client";

import clsx from "clsx";
import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useFormats, useWords } from "@/app/_components/language/language";
import { codeOf, ReceiptDialog } from "@/app/_components/recruiting/receipt-dialog";
import { useCan } from "@/app/_components/shell/me";
import { ScreenHead } from "@/app/_components/shell/screen-head";
import { Button } from "@/app/_components/ui/button";
import { EmptyPanel, FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { digits, langOf } from "@/app/_components/words";
import type { KeptReceipt } from "@/lib/contracts/erasures";
import { RECEIPTS } from "./receipts-words";
import { useReceipts } from "./use-receipts";

/** @param opened id of a receipt that an erasure led here for */
export function ReceiptsScreen({ opened }: { opened: string | null }) {
  const words = useWords(RECEIPTS);
  const { page, receipts, error, reload, hasOlder, busy, olderError, loadOlder } = useReceipts();
  const [openId, setOpenId] = useState(opened);
  // While candidates are switched off, résumés are among the documents alone.
  const searches = useCan("candidates:search");
  const open = receipts.find(({ receipt }) => receipt.id === openId);
  return (
    <div className="flex h-full flex-col">
      <Link href={searches ? "/candidates" : "/documents"} className="inline-flex items-center gap-1 self-start px-5 pt-4 text-sm text-ink-3 hover:text-ink sm:px-8 coarse:min-h-10">
        <ChevronLeft size={14} aria-hidden /> {searches ? words.back : words.documents}
      </Link>
      <ScreenHead title={words.title} summary={page ? words.summary(page.all, page.unclean) : words.loading} />
      <div tabIndex={0} role="region" aria-label={words.title} className="hairline-scroll @container min-h-0 flex-1 overflow-auto px-5 pb-10 -outline-offset-2 sm:px-8">
        {error !== undefined && <FailedPanel error={error} onRetry={reload} />}
        {!page && error === undefined && <WaitingRows rows={8} height={44} label={words.loading} />}
        {page?.receipts.length === 0 && <EmptyPanel title={words.none}>{words.noneSays[page.shows]}</EmptyPanel>}
        {page && receipts.length > 0 && (
          <>
            <p className="max-w-[48rem] pb-3 text-sm text-ink-3">{words.shows[page.shows]}</p>
            <ReceiptTable receipts={receipts} onOpen={({ receipt }) => setOpenId(receipt.id)} />
            {olderError !== undefined && <FailedPanel error={olderError} onRetry={loadOlder} />}
            {hasOlder && olderError === undefined && <Button className="mt-3" disabled={busy} onClick={loadOlder}>{words.older}</Button>}
          </>
        )}
      </div>
      {open && <ReceiptDialog receipt={open.receipt} intact={open.intact} onClose={() => setOpenId(null)} />}
    </div>
  );
}

function ReceiptTable({ receipts, onOpen }: { receipts: readonly KeptReceipt[]; onOpen: (receipt: KeptReceipt) => void }) {
  const words = useWords(RECEIPTS);
  return (
    <table className="w-full max-w-[72rem] border-collapse text-left text-sm">
      <caption className="sr-only">{words.title}</caption>
      <thead>
        <tr className="label h-9 border-b border-rule-2">
          <th scope="col" className="pr-4 font-[550]">{words.head.at}</th>
          <th scope="col" className="pr-4 font-[550]">{words.head.subject}</th>
          <th scope="col" className="pr-4 font-[550] @max-[48rem]:hidden">{words.head.by}</th>
          <th scope="col" className="pr-4 font-[550]">{words.head.outcome}</th>
          <th scope="col" className="pr-4 text-right font-[550] @max-[48rem]:hidden">{words.head.before}</th>
          <th scope="col" className="pr-4 text-right font-[550] @max-[34rem]:hidden">{words.head.left}</th>
          <th scope="col" className="font-[550] @max-[48rem]:hidden">{words.head.remains}</th>
        </tr>
      </thead>
      <tbody>{receipts.map((one) => <ReceiptRow key={one.receipt.id} kept={one} onOpen={() => onOpen(one)} />)}</tbody>
    </table>
  );
}

function ReceiptRow({ kept: { receipt, by, intact }, onOpen }: { kept: KeptReceipt; onOpen: () => void }) {
  const words = useWords(RECEIPTS);
  const formats = useFormats();
  const sum = (of: "before" | "left") => digits(receipt.places.reduce((total, place) => total + place[of], 0));
  const remains = receipt.remains.map(({ what, count }) => `${digits(count)} ${words.remains[what]}`).join(" · ");
  const code = codeOf(receipt.subject);
  return (
    <tr className="h-11 border-b border-rule hover:bg-desk">
      <td className="pr-4 whitespace-nowrap tabular"><time dateTime={receipt.at}>{formats.day(receipt.at)}</time></td>
      <td className="pr-4">
        <button type="button" aria-label={words.open(code)} onClick={onOpen} className="rounded-sm font-medium tabular underline decoration-rule-2 underline-offset-4 hover:decoration-ink coarse:min-h-10">{code}</button>
      </td>
      <td className={clsx("pr-4 @max-[48rem]:hidden", by === null && "text-ink-3")} lang={by === null ? undefined : langOf(by)}>{by ?? words.clock}</td>
      <td className="pr-4">
        <span className={receipt.clean ? "text-yes" : "font-medium text-no"}>{receipt.clean ? words.clean : words.unclean}</span>
        {!intact && <span className="ml-2 font-medium text-no">{words.changed}</span>}
      </td>
      <td className="pr-4 text-right text-ink-2 tabular @max-[48rem]:hidden">{sum("before")}</td>
      <td className="pr-4 text-right tabular @max-[34rem]:hidden">{sum("left")}</td>
      <td className="text-ink-2 @max-[48rem]:hidden">{remains || <span className="text-ink-3">{words.nothing}</span>}</td>
    </tr>
  );
}
