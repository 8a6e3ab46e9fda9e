/** @file Naming someone for learning and development of a group. */
"use client";

import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { SelectField } from "@/app/_components/ui/field";
import { useNotify } from "@/app/_components/ui/toasts";
import { nameLearningPartner } from "@/lib/browser/directory";
import { messageOf } from "@/lib/browser/http";
import type { DirectoryView } from "@/lib/contracts/directory";
import { LEARNING_GROUP_KINDS, type LearningGroupKind } from "@/lib/core/types";
import { accountChoices } from "./account-choices";
import { PEOPLE } from "./words";

const isKind = (text: string): text is LearningGroupKind => LEARNING_GROUP_KINDS.some((kind) => kind === text);

export function LearningForm({ data, onNamed }: { data: DirectoryView; onNamed: () => void }) {
  const words = useWords(PEOPLE);
  const notify = useNotify();
  const [userId, setUserId] = useState("");
  const [group, setGroup] = useState("");
  const [busy, setBusy] = useState(false);
  const people = accountChoices(data.people);
  const present = data.people.filter((person) => person.leftOn === null);
  const distinct = (values: readonly string[]) => [...new Set(values)].sort((a, b) => a.localeCompare(b));
  const groups = [
    { value: "company:", label: words.wholeCompany },
    ...distinct(present.map((person) => person.department)).map((name) => ({ value: `department:${name}`, label: words.department(name) })),
    ...distinct(present.map((person) => person.site)).map((name) => ({ value: `site:${name}`, label: words.site(name) })),
  ];
  const name = async () => {
    const [kind = "", rest = ""] = group.split(/:(.*)/s);
    if (!isKind(kind)) return;
    setBusy(true);
    try {
      await nameLearningPartner({ userId, kind, group: rest });
      notify({ text: words.named(people.find((one) => one.value === userId)?.label ?? "") });
      setUserId("");
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
      <SelectField label={words.person} value={userId} onChange={setUserId} choices={[{ value: "", label: words.choose }, ...people]} className="min-w-48 flex-1" />
      <SelectField label={words.group} value={group} onChange={setGroup} choices={[{ value: "", label: words.choose }, ...groups]} className="min-w-56 flex-1" />
      <Button type="submit" className="h-10" disabled={busy || userId === "" || group === ""}>
        {words.name}
      </Button>
    </form>
  );
}
