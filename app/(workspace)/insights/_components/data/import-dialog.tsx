/** @file Import a table: a file, its name, what it is for. Its columns are mapped on the next page. */
"use client";

import { useRef, useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { Check, Group, TextField } from "@/app/_components/ui/field";
import { messageOf } from "@/lib/browser/http";
import { importTable } from "@/lib/browser/insights";
import { TABLE_USES, type TableUse } from "@/lib/contracts/insights";
import { INSIGHTS } from "../words";

export function ImportDialog({ onClose, onImported }: { onClose: () => void; onImported: (id: string) => void }) {
  const words = useWords(INSIGHTS);
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [name, setName] = useState("");
  const [use, setUse] = useState<TableUse>("attrition");
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const choose = (chosen: File): void => {
    setFile(chosen);
    if (name === "") setName(chosen.name.replace(/\.[^.]+$/, "").replace(/[_-]+/g, " "));
  };
  const send = async (): Promise<void> => {
    if (!file) return;
    setBusy(true);
    setProblem(null);
    try {
      onImported(await importTable(file, { name: name.trim(), use }));
    } catch (failure) {
      setProblem(messageOf(failure));
      setBusy(false);
    }
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={words.importTitle} footer={<Button look="solid" disabled={!file || name.trim() === "" || busy} onClick={() => void send()}>{words.import}</Button>}>
      <div className="flex flex-col gap-4">
        {problem !== null && <p role="alert" className="border-l-2 border-no bg-no-wash px-3.5 py-2.5 text-sm">{problem}</p>}
        <div>
          <Button disabled={busy} onClick={() => input.current?.click()}>{file?.name ?? words.file}</Button>
          <input
            ref={input}
            type="file"
            accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            aria-label={words.file}
            className="sr-only"
            tabIndex={-1}
            onChange={(event) => {
              const chosen = event.target.files?.[0];
              event.target.value = "";
              if (chosen) choose(chosen);
            }}
          />
        </div>
        <TextField label={words.tableName} value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
        <Group legend={words.use}>
          {TABLE_USES.map((one) => <Check key={one} type="radio" name="use" checked={use === one} onChange={() => setUse(one)} label={words.useName[one]} help={words.useSays[one]} />)}
        </Group>
      </div>
    </Dialog>
  );
}
