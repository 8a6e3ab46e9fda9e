/** @file Import the directory: a file is chosen, looked at, and only then imported. */
"use client";

import { useRef, useState } from "react";
import { useFormats, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { useNotify } from "@/app/_components/ui/toasts";
import { TERMS } from "@/app/_components/words";
import { importDirectory } from "@/lib/browser/directory";
import { messageOf } from "@/lib/browser/http";
import { DIRECTORY_COLUMNS, type ImportPreview } from "@/lib/contracts/directory";
import { ImportReport } from "./import-report";
import { PEOPLE } from "./words";

const MAX_BYTES = 900_000;

export function ImportDialog({ onClose, onImported }: { onClose: () => void; onImported: () => void }) {
  const words = useWords(PEOPLE);
  const terms = useWords(TERMS);
  const formats = useFormats();
  const notify = useNotify();
  const input = useRef<HTMLInputElement>(null);
  const [looked, setLooked] = useState<{ readonly csv: string; readonly preview: ImportPreview } | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const changes = looked ? looked.preview.created.length + looked.preview.updated.length : 0;
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (failure) {
      setError(messageOf(failure));
    }
    setBusy(false);
  };
  const look = (file: File) =>
    attempt(async () => {
      setLooked(null);
      if (file.size > MAX_BYTES) {
        setError(words.tooLarge);
        return;
      }
      const csv = await file.text();
      setLooked({ csv, preview: await importDirectory(csv, null) });
    });
  const doImport = () =>
    attempt(async () => {
      if (!looked) return;
      const { created, updated } = await importDirectory(looked.csv, looked.preview.digest);
      notify({ text: words.imported(created.length, updated.length) });
      onImported();
    });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.importTitle}
      description={words.importSays}
      width="44rem"
      footer={
        <>
          <Button onClick={onClose}>{terms.cancel}</Button>
          <Button look="solid" disabled={busy || changes === 0 || (looked?.preview.problems.length ?? 0) > 0} onClick={() => void doImport()}>
            {looked && changes === 0 ? words.nothingToDo : words.doImport(changes)}
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        {error && (
          <p role="alert" className="border-l-2 border-no bg-no-wash px-3.5 py-2.5 text-sm">
            {error}
          </p>
        )}
        {!looked && (
          <p className="text-sm text-ink-2">
            {words.columns}: <span className="font-mono text-xs">{formats.list(DIRECTORY_COLUMNS.map((column) => words.columnName[column]))}</span>
          </p>
        )}
        <Button disabled={busy} onClick={() => input.current?.click()}>
          {looked ? words.otherFile : words.file}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".csv,text/csv,text/plain"
          aria-label={words.file}
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = "";
            if (file) void look(file);
          }}
        />
        {looked && <ImportReport preview={looked.preview} />}
      </div>
    </Dialog>
  );
}
