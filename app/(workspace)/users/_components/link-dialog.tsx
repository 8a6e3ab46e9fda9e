/** @file A one-time link, shown once: copied, or already on its way by mail. */
"use client";

import { Check as Tick, Copy } from "lucide-react";
import { useRef, useState } from "react";
import { useFormats, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { INPUT } from "@/app/_components/ui/field";
import { TERMS } from "@/app/_components/words";
import type { CreatedInvitation } from "@/lib/contracts/identity";
import { INVITATIONS } from "./invitation-words";

export function LinkDialog({ created, onClose }: { created: CreatedInvitation; onClose: () => void }) {
  const words = useWords(INVITATIONS);
  const terms = useWords(TERMS);
  const formats = useFormats();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const { invitation, link, mailProblem } = created;
  const who = invitation.email ?? invitation.name ?? "";
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
    } catch (error) {
      // Without HTTPS a browser gives no clipboard: the link stands selected, Ctrl C takes it.
      console.warn("clipboard:", error instanceof Error ? error.name : "refused");
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={invitation.mailedAt ? words.sentTitle(who) : invitation.purpose === "account" ? words.linkTitle(who) : words.passwordLinkTitle(who)}
      description={words.linkSays(formats.dayTime(invitation.expiresAt))}
      width="34rem"
      footer={
        <Button look="solid" onClick={onClose}>
          {terms.done}
        </Button>
      }
    >
      {mailProblem && (
        <p role="alert" className="mb-3 border-l-2 border-no bg-no-wash px-3.5 py-2.5 text-sm">
          {words.notSent} {mailProblem}
        </p>
      )}
      <div className="flex gap-2">
        <input ref={field} readOnly aria-label={words.link} value={link} onFocus={(event) => event.target.select()} className={`${INPUT} h-10 min-w-0 flex-1 font-mono text-sm!`} />
        <Button onClick={() => void copy()} className="h-10" aria-live="polite">
          {copied ? <Tick size={15} aria-hidden /> : <Copy size={15} aria-hidden />} {copied ? words.copied : words.copy}
        </Button>
      </div>
      <p className="mt-3 text-sm text-ink-2">{words.linkOnce}</p>
    </Dialog>
  );
}
