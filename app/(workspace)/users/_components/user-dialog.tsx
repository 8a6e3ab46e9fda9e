/** @file Create an account, or change a name and roles. What is wrong is said at the field. */
"use client";

import { useState } from "react";
import type { z } from "zod";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { Check, Group, TextField } from "@/app/_components/ui/field";
import { useNotify } from "@/app/_components/ui/toasts";
import { TERMS } from "@/app/_components/words";
import { messageOf } from "@/lib/browser/http";
import { createUser, updateUser } from "@/lib/browser/people";
import { createUserRequest, type UserView } from "@/lib/contracts/people";
import { ROLES, type Role } from "@/lib/core/types";
import { INVITATIONS } from "./invitation-words";
import { USERS } from "./words";

interface UserDialogProps {
  /** Null: a new account. */
  readonly user: UserView | null;
  /** Roles that follow the groups of this person's company account. */
  readonly mappedRoles: readonly Role[];
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

type Draft = z.input<typeof createUserRequest>;
type Field = keyof Draft;

/** The fields that cannot be saved as they are. */
function faultsOf(draft: Draft, isNew: boolean): ReadonlySet<Field> {
  const schema = isNew ? createUserRequest : createUserRequest.omit({ password: true, email: true });
  const { password: _password, email: _email, ...rest } = draft;
  const parsed = schema.safeParse(isNew ? draft : rest);
  return new Set(parsed.success ? [] : parsed.error.issues.map((issue) => issue.path[0] as Field));
}

export function UserDialog({ user, mappedRoles, onClose, onSaved }: UserDialogProps) {
  const words = useWords(USERS);
  const terms = useWords(TERMS);
  const links = useWords(INVITATIONS);
  const notify = useNotify();
  const [draft, setDraft] = useState<Draft>({
    name: user?.name ?? "",
    email: user?.email ?? "",
    roles: user ? [...user.roles] : ["employee"],
    password: "",
  });
  const [faults, setFaults] = useState<ReadonlySet<Field>>(new Set());
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const save = async () => {
    const found = faultsOf(draft, user === null);
    setFaults(found);
    setError(null);
    if (found.size > 0) return;
    setBusy(true);
    try {
      if (user) await updateUser(user.id, { name: draft.name, roles: draft.roles });
      else await createUser(draft);
      notify({ text: user ? words.isSaved(draft.name) : words.canSignIn(draft.name) });
      onSaved();
    } catch (failure) {
      setError(messageOf(failure));
      setBusy(false);
    }
  };
  const faultOf = (field: Field) => (faults.has(field) ? words.faults[field] : null);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={user ? words.nameAndRoles : words.add}
      {...(user ? { description: user.email } : {})}
      width="30rem"
      footer={
        <>
          <Button onClick={onClose}>{terms.cancel}</Button>
          <Button look="solid" disabled={busy} onClick={() => void save()}>
            {user ? terms.save : words.add}
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
        <TextField label={words.head.name} autoComplete="off" value={draft.name} error={faultOf("name")} onChange={(event) => setDraft({ ...draft, name: event.target.value })} />
        {!user && (
          <>
            <TextField label={words.head.email} type="email" autoComplete="off" value={draft.email} error={faultOf("email")} onChange={(event) => setDraft({ ...draft, email: event.target.value })} />
            <TextField label={words.firstPassword} type="text" autoComplete="off" help={words.firstPasswordHelp} value={draft.password} error={faultOf("password")} onChange={(event) => setDraft({ ...draft, password: event.target.value })} />
          </>
        )}
        <Group legend={words.head.roles}>
          {ROLES.map((role) => (
            <Check
              key={role}
              checked={role === "employee" || draft.roles.includes(role)}
              disabled={role === "employee" || mappedRoles.includes(role)}
              onChange={(on) => setDraft({ ...draft, roles: on ? [...draft.roles, role] : draft.roles.filter((other) => other !== role) })}
              label={terms.role[role]}
              help={mappedRoles.includes(role) ? links.followsGroups : terms.roleDoes[role]}
            />
          ))}
          {faultOf("roles") && <p className="mt-1 text-xs text-no">{faultOf("roles")}</p>}
        </Group>
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Dialog>
  );
}
