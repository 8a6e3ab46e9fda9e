/** @file Set a new password for someone who lost theirs; every session of theirs ends. */
"use client";

import { useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { TextField } from "@/app/_components/ui/field";
import { useNotify } from "@/app/_components/ui/toasts";
import { messageOf } from "@/lib/browser/http";
import { updateUser } from "@/lib/browser/people";
import type { UserView } from "@/lib/contracts/people";

const MIN_CHARS = 10;

interface PasswordDialogProps {
  readonly user: UserView;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

export function PasswordDialog({ user, onClose, onSaved }: PasswordDialogProps) {
  const notify = useNotify();
  const [password, setPassword] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    if (password.length < MIN_CHARS) {
      setError(`At least ${MIN_CHARS} characters.`);
      return;
    }
    setBusy(true);
    try {
      await updateUser(user.id, { password });
      notify({ text: `${user.name} has a new password.` });
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
      title="Set a new password"
      description={`${user.name} is signed out everywhere.`}
      width="26rem"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="solid" disabled={busy} onClick={() => void save()}>
            Set password
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
          label="New password"
          type="text"
          autoComplete="off"
          help="At least 10 characters. Tell it to them in person."
          error={error}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
