/** @file CourseImport: a file of courses in, how many were taken and which lines were not out. */
"use client";

import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { SelectField } from "@/app/_components/ui/field";
import { FileField } from "@/app/_components/ui/file-field";
import { useNotify } from "@/app/_components/ui/toasts";
import { importCourses } from "@/lib/browser/growth-organisation";
import { messageOf } from "@/lib/browser/http";
import type { CourseImportReport } from "@/lib/contracts/growth-organisation";
import { ImportProblems } from "./import-problems";
import { ORGANISATION } from "./words";

const SOURCES = ["csv", "xapi", "scorm"] as const;

export function CourseImport({ onDone }: { onDone: () => void }) {
  const words = useWords(ORGANISATION);
  const notify = useNotify();
  const [source, setSource] = useState<(typeof SOURCES)[number]>("csv");
  const [file, setFile] = useState<File | null>(null);
  const [report, setReport] = useState<CourseImportReport | null>(null);
  const run = async () => {
    if (!file) return;
    try {
      const next = await importCourses({ source, text: await file.text() });
      setReport(next);
      notify({ text: words.done(next.added, next.changed, next.retired) });
      onDone();
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
    }
  };
  return (
    <section aria-labelledby="import" className="max-w-2xl">
      <h2 id="import" className="text-lg font-semibold tracking-tight">
        {words.import}
      </h2>
      <p className="text-sm text-ink-3">{words.importSays}</p>
      <div className="mt-3 flex flex-wrap items-end gap-3">
        <SelectField label={words.format} value={source} onChange={setSource} choices={SOURCES.map((value) => ({ value, label: words.formats[value] }))} className="w-56" />
        <FileField label={words.file} accept=".csv,.json,.xml" file={file} onChange={setFile} />
        <Button look="solid" className="h-10" disabled={!file} onClick={() => void run()}>
          {words.run}
        </Button>
      </div>
      {report && <ImportProblems problems={report.problems} />}
    </section>
  );
}
