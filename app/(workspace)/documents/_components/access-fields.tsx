/** @file Who may read a document: everyone, or certain roles and named people. Kinds that not every role may hold are narrowed. */
"use client";

import { useWords } from "@/app/_components/language/language";
import { Check, Group, SelectField } from "@/app/_components/ui/field";
import { useResource } from "@/app/_components/use-resource";
import { TERMS } from "@/app/_components/words";
import { loadPossibleReaders } from "@/lib/browser/document-details";
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
  const readers = useResource(`readers ${kind}`, (signal) => loadPossibleReaders(kind, signal));
  const openKind = KIND_READERS[kind] === "everyone";
  const everyone = acl.includes(EVERYONE);
  const named = acl.filter((principal) => principal.startsWith("user:"));
  const people = new Map((readers.data?.people ?? []).map(({ id, name }): [string, string] => [`user:${id}`, name]));
  const known = named.filter((principal) => people.has(principal));
  const others = named.filter((principal) => !people.has(principal));
  const toName = [...people].filter(([principal]) => !acl.includes(principal as Principal));
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
          {known.map((principal) => (
            <Check key={principal} checked onChange={() => toggle(principal, false)} label={people.get(principal)} />
          ))}
          {readers.data && others.length > 0 && (
            <Check checked onChange={() => onChange(acl.filter((principal) => !others.includes(principal)))} label={words.named(others.length)} help={words.namedHelp} />
          )}
          {toName.length > 0 && (
            <SelectField
              className="mt-2 max-w-80"
              label={words.addPerson}
              value=""
              onChange={(principal) => principal !== "" && toggle(principal as Principal, true)}
              choices={[{ value: "", label: words.choosePerson }, ...toName.map(([value, label]) => ({ value, label }))]}
            />
          )}
        </div>
      )}
      {!openKind && <p className="mt-1 text-xs text-ink-3">{words.resumesStayClosed}</p>}
    </Group>
  );
}
