/** @file What became of an upload, when not every file was simply taken. */
"use client";

import { useFormats, useLanguage, useWords } from "@/app/_components/language/language";
import type { InterfaceLanguage } from "@/app/_components/language/define-words";
import { problemOf } from "@/lib/browser/problem";
import type { UploadResult } from "@/lib/contracts/documents";
import { ADDING } from "./words";

export function UploadOutcome({ result }: { result: UploadResult }) {
  const words = useWords(ADDING);
  const formats = useFormats();
  const language = useLanguage();
  const skipped = result.accepted.filter((file) => file.outcome === "skipped");
  const taken = result.accepted.length - skipped.length;
  return (
    <div className="space-y-4 text-sm">
      <p>{words.taken(taken)}</p>
      {result.failed.length > 0 && (
        <section>
          <h3 className="font-medium text-no">{words.notTaken(result.failed.length)}</h3>
          <ul className="mt-1">
            {result.failed.map((file) => (
              <li key={file.source} className="border-t border-rule py-2">
                <p className="font-medium break-all">{file.source}</p>
                <Reason failure={file} language={language} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {skipped.length > 0 && (
        <section>
          <h3 className="font-medium">{words.skipped(skipped.length)}</h3>
          <p className="mt-1 text-ink-2">{formats.list(skipped.map((file) => file.source))}</p>
        </section>
      )}
    </div>
  );
}

function Reason({ failure, language }: { failure: UploadResult["failed"][number]; language: InterfaceLanguage }) {
  const { sentence, detail } = problemOf(failure, language);
  return (
    <>
      <p className="text-ink-2">{sentence}</p>
      {detail !== null && (
        <p lang="en" className="text-xs text-ink-3">
          {detail}
        </p>
      )}
    </>
  );
}
