/** @file Set a new password for someone who lost theirs; every session of theirs ends. */
"use client";

import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { TextField } from "@/app/_components/ui/field";
import { useNotify } from "@/app/_components/ui/toasts";
import { TERMS } from "@/app/_components/words";
import { messageOf } from "@/lib/browser/http";
import { updateUser } from "@/lib/browser/people";
import type { UserView } from "@/lib/contracts/people";
import { USERS } from "./words";

const MIN_CHARS = 10;

interface PasswordDialogProps {
  readonly user: UserView;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

export function PasswordDialog({ user, onClose, onSaved }: PasswordDialogProps) {
  const words = useWords(USERS);
  const terms = useWords(TERMS);
  const notify = useNotify();
  const [password, setPassword] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    if (password.length < MIN_CHARS) {
      setError(words.faults.password);
      return;
    }
    setBusy(true);
    try {
      await updateUser(user.id, { password });
      notify({ text: words.hasPassword(user.name) });
      onSaved();
    } catch (failure) {
      setError(messageOf(failure));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.setPassword}
      description={words.signedOutEverywhere(user.name)}
      width="26rem"
      footer={
        <>
          <Button onClick={onClose}>{terms.cancel}</Button>
          <Button look="solid" disabled={busy} onClick={() => void save()}>
            {words.setPasswordAction}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label={words.newPassword}
          type="text"
          autoComplete="off"
          help={words.newPasswordHelp}
          error={error}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
