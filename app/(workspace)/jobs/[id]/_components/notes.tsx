/** @file Notes about one application, with an optional reminder. */
"use client";

import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useFormats, useWords } from "@/app/_components/language/language";
import { Button, IconButton } from "@/app/_components/ui/button";
import { INPUT, TextField } from "@/app/_components/ui/field";
import { langOf, TERMS } from "@/app/_components/words";
import { addNote, deleteNote } from "@/lib/browser/recruiting";
import type { ApplicationDetail } from "@/lib/contracts/recruiting";
import { RECRUITING } from "../../recruiting-words";
import { useAct } from "./use-act";

export function Notes({ id, detail, onChanged }: { id: string; detail: ApplicationDetail; onChanged: () => void }) {
  const words = useWords(RECRUITING);
  const terms = useWords(TERMS);
  const formats = useFormats();
  const [text, setText] = useState("");
  const [day, setDay] = useState("");
  const [busy, act] = useAct();
  const add = () =>
    act(async () => {
      await addNote(id, { text, remindAt: day === "" ? null : new Date(`${day}T08:00`).toISOString() });
      setText("");
      setDay("");
      onChanged();
    });
  return (
    <section className="mt-5">
      <h3 className="label">{words.notes}</h3>
      <ul className="mt-1 space-y-2 text-sm">
        {detail.notes.map((note) => (
          <li key={note.id} className="flex gap-2">
            <span className="min-w-0 flex-1">
              <span lang={langOf(note.text)} className="whitespace-pre-line">{note.text}</span>
              <span className="block text-xs text-ink-3 tabular">{[note.by, formats.day(note.at), note.remindAt && `${words.remind} ${formats.day(note.remindAt)}`].filter(Boolean).join(" · ")}</span>
            </span>
            {note.own && <IconButton size="sm" label={terms.delete} icon={<Trash2 size={13} />} onClick={() => void act(async () => { await deleteNote(id, note.id); onChanged(); })} />}
          </li>
        ))}
      </ul>
      <form className="mt-2 space-y-2" onSubmit={(event) => { event.preventDefault(); void add(); }}>
        <textarea aria-label={words.note} rows={2} value={text} onChange={(event) => setText(event.target.value)} className={`${INPUT} py-2 text-sm!`} />
        <div className="flex items-end gap-2">
          <TextField label={words.remind} type="date" value={day} onChange={(event) => setDay(event.target.value)} className="flex-1" />
          <Button type="submit" className="h-10" disabled={busy || text.trim() === ""}>{words.addNote}</Button>
        </div>
      </form>
    </section>
  );
}
