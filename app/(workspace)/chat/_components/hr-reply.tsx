/** @file HR's reply under the question that was sent: their words, the passage, when it was verified. */
"use client";

import { BadgeCheck } from "lucide-react";
import { Quotation } from "@/app/_components/evidence/quotation";
import { SourceNote } from "@/app/_components/evidence/source-note";
import { useFormats, useWords } from "@/app/_components/language/language";
import { langOf, TERMS } from "@/app/_components/words";
import type { MyAsk } from "@/lib/contracts/ask-hr";
import { ASK_HR } from "./ask-hr-words";

export function HrReplyView({ ask }: { ask: MyAsk }) {
  const words = useWords(ASK_HR);
  const terms = useWords(TERMS);
  const formats = useFormats();
  const { reply } = ask;
  if (ask.state === "declined" || !reply) {
    return (
      <section aria-label={terms.doTo(words.declined, ask.sent.question)} className="mt-5 max-w-[40rem] border-l-2 border-rule-2 bg-desk px-4 py-3 text-sm">
        <p className="font-semibold">{words.declined}</p>
        {ask.declinedBecause !== null && <p lang={langOf(ask.declinedBecause)} className="mt-1 whitespace-pre-line text-ink-2">{ask.declinedBecause}</p>}
      </section>
    );
  }
  const outdated = reply.source === "outdated";
  return (
    <section aria-label={terms.doTo(words.verifiedOn(formats.day(reply.verifiedAt)), ask.sent.question)} className="mt-6 max-w-[40rem] space-y-3 border-l-2 border-yes pl-4">
      {!outdated && <VerifiedLine at={reply.verifiedAt} says={words.verifiedSays} />}
      {(reply.source === "closed" || outdated) && <p className="text-sm text-ink-2">{words.source[reply.source === "closed" ? "closed" : "outdated"]}</p>}
      {reply.text !== "" && <p lang={langOf(reply.text)} className="text-md whitespace-pre-line">{reply.text}</p>}
      {reply.citation && (
        <>
          <Quotation citation={reply.citation} />
          <SourceNote citation={reply.citation} />
        </>
      )}
    </section>
  );
}

/** The mark of an answer that HR stands for. */
export function VerifiedLine({ at, says }: { at: string; says: string }) {
  const words = useWords(ASK_HR);
  const formats = useFormats();
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-sm">
      <BadgeCheck size={16} aria-hidden className="text-yes" />
      <strong className="font-semibold">{words.verifiedOn(formats.day(at))}</strong>
      <span className="text-ink-3">{says}</span>
    </p>
  );
}
