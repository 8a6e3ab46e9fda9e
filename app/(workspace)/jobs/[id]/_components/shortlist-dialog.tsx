/** @file Putting people on a shortlist, each with a reason. */
"use client";

import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { SelectField, TextField } from "@/app/_components/ui/field";
import { useResource } from "@/app/_components/use-resource";
import { TERMS } from "@/app/_components/words";
import { listShortlists, putOnShortlist } from "@/lib/browser/recruiting";
import type { ApplicationView } from "@/lib/contracts/recruiting";
import { RECRUITING } from "../../recruiting-words";
import { useAct } from "./use-act";

const NEW = "";

export function ShortlistDialog({ openingId, people, onClose, onDone }: { openingId: string; people: readonly ApplicationView[]; onClose: () => void; onDone: () => void }) {
  const words = useWords(RECRUITING);
  const terms = useWords(TERMS);
  const { data } = useResource(`shortlists:${openingId}`, (signal) => listShortlists(openingId, signal));
  const [picked, setPicked] = useState<string | null>(null);
  const [name, setName] = useState("");
  const [reasons, setReasons] = useState<Record<string, string>>({});
  const [busy, act] = useAct();
  const list = picked ?? data?.[0]?.id ?? NEW;
  const entries = people.map(({ id }) => ({ application: id, reason: (reasons[id] ?? "").trim() }));
  const isReady = entries.every(({ reason }) => reason !== "") && (list !== NEW || name.trim() !== "");
  const put = () =>
    act(async () => {
      await putOnShortlist(openingId, { shortlist: list === NEW ? null : list, name, entries });
      onDone();
      onClose();
    }, words.changed);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.shortlist}
      footer={
        <>
          <Button onClick={onClose}>{terms.cancel}</Button>
          <Button look="solid" disabled={busy || !isReady} onClick={() => void put()}>{words.shortlist}</Button>
        </>
      }
    >
      <div className="space-y-4">
        <SelectField label={words.tabs.shortlists} value={list} onChange={setPicked} choices={[...(data ?? []).map((one) => ({ value: one.id, label: one.name })), { value: NEW, label: words.newList }]} />
        {list === NEW && <TextField label={words.listName} value={name} onChange={(event) => setName(event.target.value)} />}
        {people.map(({ id, person }) => (
          <TextField key={id} label={`${person.name} – ${words.reason}`} value={reasons[id] ?? ""} onChange={(event) => setReasons({ ...reasons, [id]: event.target.value })} />
        ))}
      </div>
    </Dialog>
  );
}
