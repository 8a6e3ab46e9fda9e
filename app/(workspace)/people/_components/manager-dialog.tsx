/** @file Who manages a person. */
"use client";

import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { SelectField } from "@/app/_components/ui/field";
import { useNotify } from "@/app/_components/ui/toasts";
import { TERMS } from "@/app/_components/words";
import { changeManager } from "@/lib/browser/directory";
import { messageOf } from "@/lib/browser/http";
import type { PersonView } from "@/lib/contracts/directory";
import { PEOPLE } from "./words";

interface ManagerDialogProps {
  readonly person: PersonView;
  /** Everyone who is here. */
  readonly people: readonly PersonView[];
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

export function ManagerDialog({ person, people, onClose, onChanged }: ManagerDialogProps) {
  const words = useWords(PEOPLE);
  const terms = useWords(TERMS);
  const notify = useNotify();
  const [managerId, setManagerId] = useState(person.manager?.present ? person.manager.id : "");
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const choices = [{ value: "", label: words.noManager }, ...people.filter((one) => one.id !== person.id).map((one) => ({ value: one.id, label: `${one.name} · ${one.title}` }))];
  const save = async () => {
    setBusy(true);
    setError(null);
    try {
      await changeManager(person.id, managerId || null);
      notify({ text: words.managerChanged(person.name) });
      onChanged();
    } catch (failure) {
      setError(messageOf(failure));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.managerOf(person.name)}
      description={words.managerSays}
      width="30rem"
      footer={
        <>
          <Button onClick={onClose}>{terms.cancel}</Button>
          <Button look="solid" disabled={busy} onClick={() => void save()}>
            {terms.save}
          </Button>
        </>
      }
    >
      {error && (
        <p role="alert" className="mb-3 border-l-2 border-no bg-no-wash px-3.5 py-2.5 text-sm">
          {error}
        </p>
      )}
      <SelectField label={words.head.manager} value={managerId} onChange={setManagerId} choices={choices} />
    </Dialog>
  );
}
