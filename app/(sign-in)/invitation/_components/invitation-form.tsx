/** @file The form behind a one-time link. What is wrong is said at the field. */
"use client";

import { useState } from "react";
import { z } from "zod";
import { useFormats, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { TextField } from "@/app/_components/ui/field";
import { TERMS } from "@/app/_components/words";
import { messageOf } from "@/lib/browser/http";
import type { InvitationOffer } from "@/lib/contracts/identity";
import { INVITATION } from "./words";

export interface Answers {
  readonly name: string;
  /** Null where the invitation names it. */
  readonly email: string | null;
  readonly password: string;
}

const MIN_CHARS = 10;

interface InvitationFormProps {
  readonly offer: InvitationOffer;
  readonly onTake: (answers: Answers) => Promise<void>;
}

export function InvitationForm({ offer, onTake }: InvitationFormProps) {
  const words = useWords(INVITATION);
  const terms = useWords(TERMS);
  const formats = useFormats();
  const [draft, setDraft] = useState({ name: offer.name ?? "", email: "", password: "" });
  const [checked, setChecked] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const isNew = offer.purpose === "account";
  const faults = {
    name: isNew && (draft.name.trim() === "" || draft.name.length > 120) ? words.nameFault : null,
    email: offer.email === null && !z.email().safeParse(draft.email).success ? words.emailFault : null,
    password: draft.password.length < MIN_CHARS ? words.passwordFault : null,
  };
  const take = async () => {
    setChecked(true);
    setProblem(null);
    if (Object.values(faults).some((fault) => fault !== null)) return;
    setBusy(true);
    try {
      await onTake({ name: draft.name.trim(), email: offer.email === null ? draft.email : null, password: draft.password });
    } catch (failure) {
      setProblem(messageOf(failure));
      setBusy(false);
    }
  };
  const shown = (fault: string | null) => (checked ? fault : null);
  const roles = offer.roles.filter((role) => role !== "employee" || offer.roles.length === 1).map((role) => terms.role[role]);
  return (
    <form
      noValidate
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        void take();
      }}
    >
      <div className="pb-2">
        <h1 className="font-serif text-2xl leading-tight tracking-[-0.015em]">{isNew ? words.welcome(offer.company) : words.newPassword}</h1>
        <p className="mt-2 text-base text-ink-2">{isNew ? words.accountSays : words.passwordSays(offer.name ?? offer.email ?? "")}</p>
        {isNew && <p className="mt-1 text-sm text-ink-3">{words.invitedAs(formats.list(roles))}</p>}
      </div>
      {problem && (
        <p role="alert" className="border-l-2 border-no bg-no-wash px-3.5 py-2.5 text-sm">
          {problem}
        </p>
      )}
      {isNew && <TextField label={words.name} autoComplete="name" autoFocus value={draft.name} error={shown(faults.name)} onChange={(event) => setDraft({ ...draft, name: event.target.value })} />}
      <TextField
        label={words.email}
        type="email"
        autoComplete="username"
        readOnly={offer.email !== null}
        value={offer.email ?? draft.email}
        error={shown(faults.email)}
        onChange={(event) => setDraft({ ...draft, email: event.target.value })}
      />
      <TextField label={words.password} type="password" autoComplete="new-password" help={words.passwordHelp} value={draft.password} error={shown(faults.password)} onChange={(event) => setDraft({ ...draft, password: event.target.value })} />
      <Button look="solid" type="submit" disabled={busy} className="h-10 w-full">
        {busy ? words.working : isNew ? words.begin : words.setPassword}
      </Button>
      <p className="text-xs text-ink-3">{words.until(formats.dayTime(offer.expiresAt))}</p>
    </form>
  );
}
