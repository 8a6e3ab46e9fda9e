/** @file One verified answer: its words and source, whether it serves; keep, pick another passage, retire, publish. */
"use client";

import clsx from "clsx";
import { useState } from "react";
import { useOpenCitation } from "@/app/_components/evidence/marker";
import { useFormats, useWords } from "@/app/_components/language/language";
import { useCan } from "@/app/_components/shell/me";
import { Button } from "@/app/_components/ui/button";
import { ConfirmDialog } from "@/app/_components/ui/dialog";
import { useNotify } from "@/app/_components/ui/toasts";
import { langOf } from "@/app/_components/words";
import { checkVerified } from "@/lib/browser/ask-hr";
import { messageOf } from "@/lib/browser/http";
import type { VerifiedAnswerView, VerifiedChange } from "@/lib/contracts/ask-hr";
import { ChangeDialog } from "./change-dialog";
import { PublishDialog } from "./publish-dialog";
import { INBOX } from "./words";

export function VerifiedCard({ answer, onChanged }: { answer: VerifiedAnswerView; onChanged: () => void }) {
  const words = useWords(INBOX);
  const formats = useFormats();
  const notify = useNotify();
  const open = useOpenCitation();
  const mayPublish = useCan("hr:publish");
  const [doing, setDoing] = useState<"change" | "retire" | "publish" | null>(null);
  const [busy, setBusy] = useState(false);
  const check = async (change: VerifiedChange) => {
    setBusy(true);
    try {
      await checkVerified(answer.id, change);
      notify({ text: words.checked });
      setDoing(null);
      onChanged();
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
    } finally {
      setBusy(false);
    }
  };
  const { source } = answer;
  const suspended = answer.state === "suspended";
  return (
    <section aria-label={answer.question}>
      <p lang={langOf(answer.question)} className="font-semibold">{answer.question}</p>
      <p className="mt-0.5 flex flex-wrap gap-x-2.5 text-xs text-ink-3 tabular">
        <span className={clsx(suspended && "font-semibold text-no")}>{words.state[answer.state]}</span>
        <span>{words.verified(formats.day(answer.verifiedAt))}{answer.verifiedBy !== null && ` · ${answer.verifiedBy}`}</span>
        <span>{answer.shared ? words.served(answer.timesServed) : words.onlyAskers}</span>
        {answer.published && <span>{answer.published.ready ? words.published : words.publishedSays}</span>}
      </p>
      {answer.reply !== "" && <p lang={langOf(answer.reply)} className="mt-2 text-base whitespace-pre-line">{answer.reply}</p>}
      {source && (
        <div className="mt-2 border-l-2 border-marker-line pl-3">
          <p lang={langOf(source.quote)} className="quotation text-base! leading-6! whitespace-pre-line">{source.quote}</p>
          {suspended ? (
            <p lang={langOf(source.title)} className="text-sm text-ink-3">{source.title}</p>
          ) : (
            <button type="button" lang={langOf(source.title)} onClick={() => open(source)} className="text-left text-sm font-medium underline decoration-rule-2 underline-offset-4 hover:decoration-ink">
              {source.title}
            </button>
          )}
        </div>
      )}
      {suspended && answer.suspendedBecause !== null && (
        <div className="mt-3 border-l-2 border-no bg-no-wash px-4 py-2.5 text-sm">
          <p className="font-semibold">{words.because[answer.suspendedBecause]} {words.suspendedSays}</p>
          <p className="text-ink-2">{answer.foundAgain ? words.foundAgain(answer.foundAgain.title) : words.notFound}</p>
        </div>
      )}
      {answer.state !== "retired" && (
        <div className="mt-3 flex flex-wrap gap-2">
          {suspended && answer.foundAgain && (
            <Button size="sm" look="solid" disabled={busy} onClick={() => void check({ do: "keep" })}>
              {words.keep}
            </Button>
          )}
          <Button size="sm" disabled={busy} onClick={() => setDoing("change")}>
            {suspended ? words.pickOther : words.change}
          </Button>
          {mayPublish && answer.reply !== "" && !answer.published && (
            <Button size="sm" disabled={busy} onClick={() => setDoing("publish")}>
              {words.publish}
            </Button>
          )}
          <Button size="sm" look="quiet" disabled={busy} onClick={() => setDoing("retire")}>
            {words.retire}
          </Button>
        </div>
      )}
      {doing === "change" && <ChangeDialog answer={answer} busy={busy} onClose={() => setDoing(null)} onSave={(change) => void check(change)} />}
      {doing === "publish" && <PublishDialog answer={answer} onClose={() => setDoing(null)} onPublished={onChanged} />}
      <ConfirmDialog open={doing === "retire"} onOpenChange={(next) => !next && setDoing(null)} title={words.retireTitle} consequence={words.retireSays} action={words.retire} busy={busy} onConfirm={() => void check({ do: "retire" })} />
    </section>
  );
}
