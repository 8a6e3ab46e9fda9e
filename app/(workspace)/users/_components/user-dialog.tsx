/** @file Create an account, or change a name and roles. What is wrong is said at the field. */
"use client";

import { useState } from "react";
import type { z } from "zod";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { Check, Group, TextField } from "@/app/_components/ui/field";
import { useNotify } from "@/app/_components/ui/toasts";
import { ROLE, ROLE_DOES } from "@/app/_components/words";
import { messageOf } from "@/lib/browser/http";
import { createUser, updateUser } from "@/lib/browser/people";
import { createUserRequest, type UserView } from "@/lib/contracts/people";
import { ROLES } from "@/lib/core/types";

interface UserDialogProps {
  /** Null: a new account. */
  readonly user: UserView | null;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

type Draft = z.input<typeof createUserRequest>;
type Faults = Partial<Record<keyof Draft, string>>;

const FAULT: Readonly<Record<keyof Draft, string>> = {
  name: "A name of at most 120 characters.",
  email: "A whole e-mail address, like name@company.com.",
  roles: "At least one role.",
  password: "At least 10 characters.",
};

function faultsOf(draft: Draft, isNew: boolean): Faults {
  const schema = isNew ? createUserRequest : createUserRequest.omit({ password: true, email: true });
  const { password: _password, email: _email, ...rest } = draft;
  const parsed = schema.safeParse(isNew ? draft : rest);
  if (parsed.success) return {};
  const faults: Faults = {};
  for (const issue of parsed.error.issues) {
    const field = issue.path[0] as keyof Draft;
    faults[field] = FAULT[field];
  }
  return faults;
}

export function UserDialog({ user, onClose, onSaved }: UserDialogProps) {
  const notify = useNotify();
  const [draft, setDraft] = useState<Draft>({
    name: user?.name ?? "",
    email: user?.email ?? "",
    roles: user ? [...user.roles] : ["employee"],
    password: "",
  });
  const [faults, setFaults] = useState<Faults>({});
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const save = async () => {
    const found = faultsOf(draft, user === null);
    setFaults(found);
    setError(null);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    try {
      if (user) await updateUser(user.id, { name: draft.name, roles: draft.roles });
      else await createUser(draft);
      notify({ text: user ? `${draft.name} is saved.` : `${draft.name} can sign in.` });
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
      title={user ? "Name and roles" : "Add user"}
      {...(user ? { description: user.email } : {})}
      width="30rem"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="solid" disabled={busy} onClick={() => void save()}>
            {user ? "Save" : "Add user"}
          </Button>
        </>
      }
    >
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {error && (
          <p role="alert" className="border-l-2 border-no bg-no-wash px-3.5 py-2.5 text-sm">
            {error}
          </p>
        )}
        <TextField label="Name" autoComplete="off" value={draft.name} error={faults.name ?? null} onChange={(event) => setDraft({ ...draft, name: event.target.value })} />
        {!user && (
          <>
            <TextField label="E-mail" type="email" autoComplete="off" value={draft.email} error={faults.email ?? null} onChange={(event) => setDraft({ ...draft, email: event.target.value })} />
            <TextField label="First password" type="text" autoComplete="off" help="At least 10 characters. Tell it to them in person; they can change it." value={draft.password} error={faults.password ?? null} onChange={(event) => setDraft({ ...draft, password: event.target.value })} />
          </>
        )}
        <Group legend="Roles">
          {ROLES.map((role) => (
            <Check
              key={role}
              checked={role === "employee" || draft.roles.includes(role)}
              disabled={role === "employee"}
              onChange={(on) => setDraft({ ...draft, roles: on ? [...draft.roles, role] : draft.roles.filter((other) => other !== role) })}
              label={ROLE[role]}
              help={ROLE_DOES[role]}
            />
          ))}
          {faults.roles && <p className="mt-1 text-xs text-no">{faults.roles}</p>}
        </Group>
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Dialog>
  );
}
