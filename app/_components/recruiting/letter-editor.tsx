/** @file A draft of a letter, fetched by kind and language, to be changed and copied; what it rests on stands below. Nothing is sent. */
"use client";

import { Copy } from "lucide-react";
import { useState } from "react";
import { loadLetter } from "@/lib/browser/recruiting";
import type { Letter } from "@/lib/contracts/letters";
import { LETTERS, type LetterKind } from "@/lib/contracts/recruiting-words";
import type { Language } from "@/lib/core/types";
import { useWords } from "../language/language";
import { Button } from "../ui/button";
import { INPUT, SelectField, TextField } from "../ui/field";
import { FailedPanel, WaitingRows } from "../ui/states";
import { useNotify } from "../ui/toasts";
import { useResource } from "../use-resource";
import { langOf } from "../words";
import { LETTER } from "./letter-words";

interface LetterEditorProps {
  readonly application: string;
  readonly kind: LetterKind;
  /** Left out: that of the résumé. */
  readonly language?: Language;
}

const LANGUAGES = ["en", "zh"] as const;

export function LetterEditor({ application, kind: first, language }: LetterEditorProps) {
  const words = useWords(LETTER);
  const [asked, setAsked] = useState<{ kind: LetterKind; language: Language | undefined }>({ kind: first, language });
  const { data, error, reload } = useResource(`letter:${application}:${asked.kind}:${asked.language ?? ""}`, (signal) => loadLetter(application, asked, signal));
  return (
    <div>
      <div className="flex flex-wrap gap-3">
        <SelectField label={words.kindLabel} value={asked.kind} onChange={(kind) => setAsked({ ...asked, kind })} choices={LETTERS.map((value) => ({ value, label: words.kind[value] }))} className="w-44" />
        <SelectField label={words.languageLabel} value={data?.language ?? asked.language ?? "en"} onChange={(next) => setAsked({ ...asked, language: next })} choices={LANGUAGES.map((value) => ({ value, label: words.language[value] }))} className="w-36" />
      </div>
      {error !== undefined && <FailedPanel error={error} onRetry={reload} />}
      {!data && error === undefined && <WaitingRows rows={6} height={28} label={words.writing} />}
      {data && <Draft key={`${data.kind} ${data.language}`} letter={data} />}
    </div>
  );
}

function Draft({ letter }: { letter: Letter }) {
  const words = useWords(LETTER);
  const notify = useNotify();
  const [subject, setSubject] = useState(letter.subject);
  const [body, setBody] = useState(letter.body);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`${subject}\n\n${body}`);
      notify({ text: words.copied });
    } catch {
      notify({ text: words.notCopied, failed: true });
    }
  };
  return (
    <div className="mt-3 space-y-3">
      <TextField label={words.subject} lang={letter.language} value={subject} onChange={(event) => setSubject(event.target.value)} />
      <label className="block text-sm font-medium">
        {words.body}
        <textarea lang={letter.language} rows={Math.min(22, body.split("\n").length + 3)} value={body} onChange={(event) => setBody(event.target.value)} className={`${INPUT} mt-1.5 py-2 font-normal`} />
      </label>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button look="solid" onClick={() => void copy()}><Copy size={14} aria-hidden /> {words.copy}</Button>
        <span className="text-xs text-ink-3">{words.gaps}</span>
      </div>
      {letter.basis.length > 0 && (
        <section aria-label={words.basis} className="text-sm">
          <h3 className="label">{words.basis}</h3>
          <ul className="mt-1 space-y-1">
            {letter.basis.map(({ requirement, quote }) => (
              <li key={requirement}>
                <span lang={langOf(requirement)}>{requirement}</span>{" "}
                {quote ? <q lang={langOf(quote)} className="marked font-serif text-base quotes-none">{quote}</q> : <span className="text-ink-3">{words.notFound}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
