/** @file FileField: one file, chosen on a button of ours: the browser's own speaks the browser's language, not the interface's. */
"use client";

import { useId } from "react";
import { useWords } from "../language/language";
import { UI } from "./words";

interface FileFieldProps {
  readonly label: string;
  /** As the `accept` of an input: ".csv,.json". */
  readonly accept: string;
  readonly file: File | null;
  readonly onChange: (file: File | null) => void;
}

export function FileField({ label, accept, file, onChange }: FileFieldProps) {
  const words = useWords(UI);
  const id = useId();
  return (
    <div className="min-w-0">
      <span id={id} className="mb-1.5 block text-sm font-medium">
        {label}
      </span>
      <label className="flex h-10 max-w-72 items-center rounded-md border border-rule-2 bg-sheet px-3.5 text-sm hover:bg-press has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink">
        <span className="truncate">{file?.name ?? words.chooseFile}</span>
        <input
          type="file"
          accept={accept}
          aria-labelledby={id}
          className="sr-only"
          onChange={(event) => onChange(event.target.files?.[0] ?? null)}
        />
      </label>
    </div>
  );
}
