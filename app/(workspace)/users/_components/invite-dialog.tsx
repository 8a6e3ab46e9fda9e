/** @file Invite someone: address, roles, and a one-time link to send by mail or to hand on. */
"use client";

import { useState } from "react";
import { z } from "zod";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { Check, Group, TextField } from "@/app/_components/ui/field";
import { TERMS } from "@/app/_components/words";
import { messageOf } from "@/lib/browser/http";
import { createInvitation } from "@/lib/browser/identity";
import type { CreatedInvitation } from "@/lib/contracts/identity";
import { ROLES, type Role } from "@/lib/core/types";
import { INVITATIONS } from "./invitation-words";

interface InviteDialogProps {
  /** A mail server is configured. */
  readonly mail: boolean;
  readonly onClose: () => void;
  readonly onMade: (created: CreatedInvitation) => void;
}

export function InviteDialog({ mail, onClose, onMade }: InviteDialogProps) {
  const words = useWords(INVITATIONS);
  const terms = useWords(TERMS);
  const [draft, setDraft] = useState<{ email: string; name: string; roles: readonly Role[]; mail: boolean }>({ email: "", name: "", roles: ["employee"], mail });
  const [badEmail, setBadEmail] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const invite = async () => {
    const bad = !z.email().safeParse(draft.email.trim()).success;
    setBadEmail(bad);
    setError(null);
    if (bad) return;
    setBusy(true);
    try {
      onMade(await createInvitation({ email: draft.email.trim(), name: draft.name.trim() || null, roles: [...draft.roles], mail: draft.mail }));
    } catch (failure) {
      setError(messageOf(failure));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.invite}
      description={words.inviteSays}
      width="30rem"
      footer={
        <>
          <Button onClick={onClose}>{terms.cancel}</Button>
          <Button look="solid" disabled={busy} type="submit" form="invite">
            {draft.mail ? words.sendInvitation : words.makeLink}
          </Button>
        </>
      }
    >
      <form
        id="invite"
        noValidate
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          void invite();
        }}
      >
        {error && (
          <p role="alert" className="border-l-2 border-no bg-no-wash px-3.5 py-2.5 text-sm">
            {error}
          </p>
        )}
        <TextField label={words.email} type="email" autoComplete="off" value={draft.email} error={badEmail ? words.emailFault : null} onChange={(event) => setDraft({ ...draft, email: event.target.value })} />
        <TextField label={words.name} autoComplete="off" maxLength={120} help={words.nameHelp} value={draft.name} onChange={(event) => setDraft({ ...draft, name: event.target.value })} />
        <Group legend={words.roles}>
          {ROLES.map((role) => (
            <Check
              key={role}
              checked={draft.roles.includes(role)}
              disabled={role === "employee"}
              onChange={(on) => setDraft({ ...draft, roles: on ? [...draft.roles, role] : draft.roles.filter((other) => other !== role) })}
              label={terms.role[role]}
              help={terms.roleDoes[role]}
            />
          ))}
        </Group>
        {mail ? <Check checked={draft.mail} onChange={(on) => setDraft({ ...draft, mail: on })} label={words.byMail} help={words.byMailHelp} /> : <p className="text-xs text-ink-3">{words.noMail}</p>}
      </form>
    </Dialog>
  );
}
