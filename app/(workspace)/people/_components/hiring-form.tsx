/** @file Naming a hiring manager: who, for which opening, until when. */
"use client";

import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { SelectField, TextField } from "@/app/_components/ui/field";
import { useNotify } from "@/app/_components/ui/toasts";
import { nameHiringManager } from "@/lib/browser/directory";
import { messageOf } from "@/lib/browser/http";
import type { DirectoryView } from "@/lib/contracts/directory";
import { accountChoices } from "./account-choices";
import { PEOPLE } from "./words";

const DAY_MS = 86_400_000;
const dayIn = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

export function HiringForm({ data, onNamed }: { data: DirectoryView; onNamed: () => void }) {
  const words = useWords(PEOPLE);
  const notify = useNotify();
  const [draft, setDraft] = useState(() => ({ userId: "", openingId: "", until: dayIn(90) }));
  const [bounds] = useState(() => ({ min: dayIn(0), max: dayIn(365) }));
  const [busy, setBusy] = useState(false);
  const people = accountChoices(data.people);
  const name = async () => {
    setBusy(true);
    try {
      await nameHiringManager(draft);
      notify({ text: words.named(people.find((one) => one.value === draft.userId)?.label ?? "") });
      setDraft({ ...draft, userId: "", openingId: "" });
      onNamed();
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
    }
    setBusy(false);
  };
  return (
    <form
      className="mt-4 flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void name();
      }}
    >
      <SelectField label={words.person} value={draft.userId} onChange={(userId) => setDraft({ ...draft, userId })} choices={[{ value: "", label: words.choose }, ...people]} className="min-w-48 flex-1" />
      <SelectField label={words.opening} value={draft.openingId} onChange={(openingId) => setDraft({ ...draft, openingId })} choices={[{ value: "", label: words.choose }, ...data.openings.map((one) => ({ value: one.id, label: one.title }))]} className="min-w-56 flex-1" />
      <TextField label={words.until} type="date" required min={bounds.min} max={bounds.max} value={draft.until} onChange={(event) => setDraft({ ...draft, until: event.target.value })} className="w-44" />
      <Button type="submit" className="h-10" disabled={busy || draft.userId === "" || draft.openingId === "" || draft.until === ""}>
        {words.name}
      </Button>
    </form>
  );
}
