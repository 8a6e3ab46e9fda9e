/** @file Who may read a document: everyone, or certain roles and named people. Kinds that not every role may hold are narrowed. */
"use client";

import { useWords } from "@/app/_components/language/language";
import { useCan } from "@/app/_components/shell/me";
import { Check, Group } from "@/app/_components/ui/field";
import { useResource } from "@/app/_components/use-resource";
import { TERMS } from "@/app/_components/words";
import { listUsers } from "@/lib/browser/people";
import { KIND_READERS } from "@/lib/core/scope";
import { ROLES, type DocumentKind, type Principal, type Role } from "@/lib/core/types";
import { ACCESS } from "./words";

interface AccessFieldsProps {
  readonly kind: DocumentKind;
  readonly acl: readonly Principal[];
  readonly onChange: (acl: Principal[]) => void;
}

const EVERYONE: Principal = "role:employee";

/** Roles that an access list of this kind can let in, besides "everyone". */
export function rolesFor(kind: DocumentKind): Role[] {
  const readers = KIND_READERS[kind];
  return ROLES.filter((role) => role !== "employee" && (readers === "everyone" || readers.includes(role)));
}

/** The usual access of a kind: policies and courses for everyone, people's papers for those who recruit. */
export function usualAccess(kind: DocumentKind): Principal[] {
  return KIND_READERS[kind] === "everyone" ? [EVERYONE] : rolesFor(kind).map((role): Principal => `role:${role}`);
}

export function AccessFields({ kind, acl, onChange }: AccessFieldsProps) {
  const words = useWords(ACCESS);
  const terms = useWords(TERMS);
  const mayList = useCan("users:manage");
  const users = useResource(mayList ? "users" : null, listUsers);
  const openKind = KIND_READERS[kind] === "everyone";
  const everyone = acl.includes(EVERYONE);
  const named = acl.filter((principal) => principal.startsWith("user:"));
  const toggle = (principal: Principal, on: boolean) =>
    onChange(on ? [...acl.filter((other) => other !== EVERYONE), principal] : acl.filter((other) => other !== principal));
  return (
    <Group legend={words.title}>
      {openKind && (
        <>
          <Check
            type="radio"
            name="access"
            checked={everyone}
            onChange={() => onChange([EVERYONE])}
            label={words.everyone}
          />
          <Check
            type="radio"
            name="access"
            checked={!everyone}
            onChange={() => onChange(everyone ? [`role:hr_lead`] : [...acl])}
            label={words.onlyThese}
          />
        </>
      )}
      {(!everyone || !openKind) && (
        <div className={openKind ? "pl-6.5" : ""}>
          {rolesFor(kind).map((role) => (
            <Check
              key={role}
              checked={acl.includes(`role:${role}`)}
              onChange={(on) => toggle(`role:${role}`, on)}
              label={terms.rolePlural[role]}
            />
          ))}
          {users.data
            ?.filter((user) => !user.disabled)
            .map((user) => (
              <Check
                key={user.id}
                checked={acl.includes(`user:${user.id}`)}
                onChange={(on) => toggle(`user:${user.id}`, on)}
                label={user.name}
                help={user.email}
              />
            ))}
          {!mayList && named.length > 0 && (
            <Check
              checked
              onChange={() => onChange(acl.filter((principal) => !principal.startsWith("user:")))}
              label={words.named(named.length)}
            />
          )}
        </div>
      )}
      {!openKind && <p className="mt-1 text-xs text-ink-3">{words.resumesStayClosed}</p>}
    </Group>
  );
}
