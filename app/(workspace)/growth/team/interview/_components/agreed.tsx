/** @file Agreed: the steps that the two settled, in their own words, with a day. */
"use client";

import { X } from "lucide-react";
import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { Button, IconButton } from "@/app/_components/ui/button";
import { TextField } from "@/app/_components/ui/field";
import type { InterviewAction } from "@/lib/contracts/growth-interviews";
import { INTERVIEW } from "./words";

interface AgreedProps {
  readonly actions: readonly InterviewAction[];
  readonly onChange: (actions: readonly InterviewAction[]) => void;
}

const MOST_ACTIONS = 12;

export function Agreed({ actions, onChange }: AgreedProps) {
  const words = useWords(INTERVIEW);
  const [own, setOwn] = useState("");
  const add = () => {
    onChange([...actions, { text: own.trim(), by: null }]);
    setOwn("");
  };
  return (
    <section aria-labelledby="agreed">
      <h2 id="agreed" className="text-sm font-semibold">
        {words.agreed}
      </h2>
      {actions.length === 0 && <p className="mt-1 text-sm text-ink-2">{words.agreedNone}</p>}
      <ul className="mt-2">
        {actions.map((action, i) => (
          <li key={action.text} className="border-t border-rule py-2">
            <div className="flex items-start justify-between gap-3">
              <p className="text-sm">{action.text}</p>
              <IconButton icon={<X size={14} aria-hidden />} label={words.remove(action.text)} onClick={() => onChange(actions.filter((_, at) => at !== i))} />
            </div>
            <TextField label={words.until} type="date" value={action.by ?? ""} onChange={(event) => onChange(actions.map((each, at) => (at === i ? { ...each, by: event.target.value === "" ? null : event.target.value } : each)))} />
          </li>
        ))}
      </ul>
      {actions.length < MOST_ACTIONS && (
        <div className="mt-3 flex items-end gap-2">
          <TextField label={words.action} value={own} maxLength={400} onChange={(event) => setOwn(event.target.value)} className="flex-1" />
          <Button className="h-10" disabled={own.trim().length < 3 || actions.some(({ text }) => text === own.trim())} onClick={add}>
            {words.addAction}
          </Button>
        </div>
      )}
    </section>
  );
}
