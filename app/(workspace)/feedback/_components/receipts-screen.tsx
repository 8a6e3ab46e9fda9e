/** @file What my ratings did: each rating with what became of it, in plain words; versions and places on request. */
"use client";

import Link from "next/link";
import { FORMATS } from "@/app/_components/language/formats";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { ScreenHead } from "@/app/_components/shell/screen-head";
import { EmptyPanel, FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { langOf } from "@/app/_components/words";
import { useResource } from "@/app/_components/use-resource";
import { loadReceipts } from "@/lib/browser/models";
import type { ReceiptView } from "@/lib/contracts/learning";
import { RECEIPTS } from "./words";

type Words = (typeof RECEIPTS)["en"];

export function ReceiptsScreen() {
  const words = useWords(RECEIPTS);
  const { data, error, reload } = useResource("receipts", loadReceipts);
  return (
    <div className="flex h-full flex-col">
      <ScreenHead title={words.title} summary={data && words.summary(data.length, data.filter(({ state, mended, verified }) => state === "used" || mended !== null || verified !== null).length)} />
      <div className="hairline-scroll min-h-0 flex-1 overflow-auto px-5 pb-10 sm:px-8">
        {error !== undefined && <FailedPanel error={error} onRetry={reload} />}
        {!data && error === undefined && <WaitingRows rows={6} height={64} label={words.loading} />}
        {data?.length === 0 && (
          <EmptyPanel title={words.emptyTitle}>
            <p>{words.empty}</p>
            <p className="mt-3 border-l-2 border-marker-line pl-3 font-serif">{words.emptyExample}</p>
          </EmptyPanel>
        )}
        {data && data.length > 0 && (
          <ul className="max-w-3xl">
            {data.map((receipt) => <Receipt key={receipt.feedbackId} receipt={receipt} />)}
          </ul>
        )}
      </div>
    </div>
  );
}

function Receipt({ receipt }: { receipt: ReceiptView }) {
  const words = useWords(RECEIPTS);
  const formats = FORMATS[useLanguage()];
  const details = detailsOf(receipt, words);
  return (
    <li className="border-t border-rule py-4">
      <p className="text-sm text-ink-3">
        {receipt.question} <span className="tabular">· {receipt.verdict === "up" ? words.up : words.down} · {formats.day(receipt.ratedAt)}</span>
      </p>
      <DoneByPeople receipt={receipt} />
      {!(receipt.state === "waiting" && (receipt.mended || receipt.verified)) && <p className="mt-0.5 text-md">{plainly(receipt, words)}</p>}
      <div className="mt-1 flex flex-wrap gap-x-4 text-sm text-ink-2">
        {details.length > 0 && (
          <details>
            <summary className="cursor-pointer">{words.details}</summary>
            {details.map((line) => <p key={line} className="mt-1">{line}</p>)}
          </details>
        )}
        {receipt.mended?.changed && <Link href={`/documents/${receipt.mended.documentId}/changes`} className="underline decoration-rule-2 underline-offset-2 hover:decoration-ink">{words.whatChanged}</Link>}
        <Link href={`/chat/${receipt.conversationId}`} className="underline decoration-rule-2 underline-offset-2 hover:decoration-ink">{words.openChat}</Link>
      </div>
    </li>
  );
}

/** What HR did about it comes first: people fix what training cannot. */
function DoneByPeople({ receipt: { mended, verified } }: { receipt: ReceiptView }) {
  const words = useWords(RECEIPTS);
  const formats = FORMATS[useLanguage()];
  const lines: readonly (readonly [string, string | null])[] = [
    ...(verified ? [[words.verified(formats.day(verified.at)), verified.text] as const] : []),
    ...(mended ? [mendedLine(mended, words, formats.day(mended.at))] : []),
  ];
  return lines.map(([line, quote]) => (
    <div key={line} className="mt-0.5">
      <p className="text-md">{line}</p>
      {quote !== null && <blockquote lang={langOf(quote)} className="mt-1 border-l-2 border-marker-line pl-3 font-serif text-md">{quote}</blockquote>}
    </div>
  ));
}

function mendedLine({ title, changed, says }: NonNullable<ReceiptView["mended"]>, words: Words, day: string): readonly [string, string | null] {
  if (!changed) return [words.lookedAt(title, day), null];
  return says === null ? [words.mended(title, day), null] : [words.mendedSays(title, day), says];
}

function plainly(receipt: ReceiptView, words: Words): string {
  const { state, use, passage, before, after, version } = receipt;
  if (state !== "used") return words[state];
  if (use === "unanswerable" || use === "unfair") return words[use];
  if (!receipt.serving && version !== null) return words.notServing(version);
  if (!passage) return words.closed;
  if (receipt.quoted) return words.quoted(passage.title, passage.heading);
  const [from, to] = [before ?? Infinity, after ?? Infinity];
  return (to < from ? words.better : to > from ? words.worse : words.same)(passage.title, passage.heading);
}

function detailsOf({ state, use, version, passage, before, after }: ReceiptView, words: Words): string[] {
  if (state !== "used" || version === null || use === "unanswerable" || use === "unfair") return [];
  const used = use === "tested" ? words.tested(version) : words.trained(version);
  return passage ? [used, before === after ? words.stayed(after) : words.moved(before, after)] : [used];
}
