/** @file Change one's own password. Every session ends with it, this one too: then one signs in again. */
"use client";

import { signOut } from "next-auth/react";
import { useState } from "react";
import { messageOf } from "@/lib/browser/http";
import { changePassword } from "@/lib/browser/people";
import { useWords } from "../language/language";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { TextField } from "../ui/field";
import { TERMS } from "../words";
import { clearDrafts } from "./drafts";
import { SHELL } from "./words";

const MIN_CHARS = 10;

export function OwnPasswordDialog({ onClose }: { onClose: () => void }) {
  const words = useWords(SHELL);
  const terms = useWords(TERMS);
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [tooShort, setTooShort] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    const short = next.length < MIN_CHARS;
    setTooShort(short);
    setError(null);
    if (short) return;
    setBusy(true);
    try {
      await changePassword({ current, next });
      clearDrafts();
      await signOut({ callbackUrl: "/sign-in" });
    } catch (failure) {
      setError(messageOf(failure));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.changePassword}
      description={words.passwordConsequence}
      width="26rem"
      footer={
        <>
          <Button onClick={onClose}>{terms.cancel}</Button>
          <Button look="solid" type="submit" form="own-password" disabled={busy}>
            {words.changePassword}
          </Button>
        </>
      }
    >
      <form
        id="own-password"
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label={words.presentPassword}
          type="password"
          autoComplete="current-password"
          required
          error={error}
          value={current}
          onChange={(event) => setCurrent(event.target.value)}
        />
        <TextField
          label={words.newPassword}
          type="password"
          autoComplete="new-password"
          required
          help={words.atLeast(MIN_CHARS)}
          error={tooShort ? words.atLeast(MIN_CHARS) : null}
          value={next}
          onChange={(event) => setNext(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
