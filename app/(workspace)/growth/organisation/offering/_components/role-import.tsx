/** @file RoleImport: roles and the moves between them from a CSV file, and which lines were not taken. */
"use client";

import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { SelectField } from "@/app/_components/ui/field";
import { FileField } from "@/app/_components/ui/file-field";
import type { OfferingView } from "@/lib/contracts/growth-offering";
import { ImportProblems } from "../../_components/import-problems";
import type { ActOnOffering } from "./offering-screen";
import { OFFERING } from "./words";

const WHAT = ["roles", "moves"] as const;

export function RoleImport({ offering, act }: { offering: OfferingView; act: ActOnOffering }) {
  const words = useWords(OFFERING);
  const [what, setWhat] = useState<(typeof WHAT)[number]>("roles");
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const run = async () => {
    if (!file) return;
    setBusy(true);
    await act({ do: "import", what, text: await file.text() }, ({ problems }) => words.imported(problems.length));
    setBusy(false);
  };
  return (
    <section aria-labelledby="roles">
      <h2 id="roles" className="text-lg font-semibold tracking-tight">
        {words.roles}
      </h2>
      <p className="text-sm text-ink-3">{words.rolesSays(offering.roles, offering.moves)}</p>
      <p className="mt-1 text-sm text-ink-3">{words.columns[what]}</p>
      <div className="mt-3 flex flex-wrap items-end gap-3">
        <SelectField label={words.what} value={what} onChange={setWhat} choices={WHAT.map((value) => ({ value, label: words.whats[value] }))} className="w-56" />
        <FileField label={words.file} accept=".csv" file={file} onChange={setFile} />
        <Button look="solid" className="h-10" disabled={!file || busy} onClick={() => void run()}>
          {words.run}
        </Button>
      </div>
      <ImportProblems problems={offering.problems} />
    </section>
  );
}
