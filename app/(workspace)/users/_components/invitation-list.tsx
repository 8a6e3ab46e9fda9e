/** @file Invitations that are open: for whom, until when, and taking them back. Nothing is shown when there is none. */
"use client";

import { useWords, useFormats } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { useNotify } from "@/app/_components/ui/toasts";
import { TERMS } from "@/app/_components/words";
import { messageOf } from "@/lib/browser/http";
import { revokeInvitation } from "@/lib/browser/identity";
import type { InvitationView } from "@/lib/contracts/identity";
import { INVITATIONS } from "./invitation-words";

interface InvitationListProps {
  readonly invitations: readonly InvitationView[];
  readonly onChanged: () => void;
}

export function InvitationList({ invitations, onChanged }: InvitationListProps) {
  const words = useWords(INVITATIONS);
  const terms = useWords(TERMS);
  const formats = useFormats();
  const notify = useNotify();
  const open = invitations.filter((one) => one.state === "open");
  if (open.length === 0) return null;
  const takeBack = async (one: InvitationView) => {
    try {
      await revokeInvitation(one.id);
      notify({ text: words.takenBack(one.email ?? one.name ?? "") });
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
    }
    onChanged();
  };
  return (
    <section aria-labelledby="open-invitations" className="mb-6">
      <h2 id="open-invitations" className="label flex h-9 items-center border-b border-rule-2">
        {words.openCount(open.length)}
      </h2>
      <ul>
        {open.map((one) => (
          <li key={one.id} className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-0.5 border-b border-rule py-1 text-sm">
            <span className="min-w-0 flex-1 basis-56 truncate font-medium">{one.email ?? words.noAddress}</span>
            <span className="basis-40 text-ink-2">{one.purpose === "password" ? words.forPassword : formats.list(one.roles.filter((role) => role !== "employee" || one.roles.length === 1).map((role) => terms.role[role]))}</span>
            <span className="basis-64 text-ink-3 tabular">
              {one.mailedAt ? words.mailed : words.byLink} · {words.until(formats.dayTime(one.expiresAt))}
            </span>
            <Button size="sm" look="quiet" onClick={() => void takeBack(one)}>
              {words.takeBack}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
