/** @file What changed in a document: each earlier text, section by section, old and new side by side; one above the other on a phone. */
"use client";

import clsx from "clsx";
import Link from "next/link";
import { useFormats, useWords } from "@/app/_components/language/language";
import { ScreenHead } from "@/app/_components/shell/screen-head";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useResource } from "@/app/_components/use-resource";
import { langOf } from "@/app/_components/words";
import { loadVersions } from "@/lib/browser/document-details";
import type { DocumentVersionList, SectionChange } from "@/lib/contracts/documents";
import { DETAILS } from "../../../_components/details-words";

export function ChangesScreen({ id }: { id: string }) {
  const words = useWords(DETAILS);
  const list = useResource(`versions ${id}`, (signal) => loadVersions(id, signal));
  return (
    <div className="hairline-scroll h-full overflow-y-auto">
      <ScreenHead
        title={words.changes}
        summary={
          list.data && (
            <>
              <Link href={`/documents/${id}`} lang={langOf(list.data.title)} className="underline underline-offset-4 hover:text-ink">
                {list.data.title}
              </Link>
              {" · "}
              {words.versions(list.data.versions.length)}
            </>
          )
        }
      />
      <div className="max-w-6xl px-5 pb-16 sm:px-8">
        {list.waiting && <WaitingRows rows={4} label={words.changes} />}
        {list.error !== undefined && <FailedPanel error={list.error} onRetry={list.reload} />}
        {list.data?.versions.length === 0 && <p className="py-8 text-base text-ink-2">{words.noVersions}</p>}
        {list.data?.versions.map((version) => (
          <Version key={version.number} version={version} />
        ))}
      </div>
    </div>
  );
}

function Version({ version }: { version: DocumentVersionList["versions"][number] }) {
  const words = useWords(DETAILS);
  const formats = useFormats();
  return (
    <section aria-labelledby={`version-${version.number}`} className="border-t border-rule py-6">
      <h2 id={`version-${version.number}`} className="text-md font-semibold">
        {words.version(version.number)} → {words.version(version.number + 1)}
        <span className="ml-3 text-sm font-normal text-ink-3 tabular">{words.held(formats.day(version.addedAt), formats.day(version.replacedAt))}</span>
      </h2>
      {version.changes.length === 0 && <p className="mt-2 text-sm text-ink-2">{words.noChange}</p>}
      <div className="mt-4 space-y-6">
        {version.changes.map((change, i) => (
          <Change key={i} change={change} />
        ))}
      </div>
      {version.unchanged > 0 && <p className="mt-5 text-sm text-ink-3">{words.sameSections(version.unchanged)}</p>}
    </section>
  );
}

function Change({ change }: { change: SectionChange }) {
  const words = useWords(DETAILS);
  return (
    <article>
      <h3 className="flex items-baseline gap-3 text-sm">
        <span className={clsx("label", change.kind === "added" && "text-yes", change.kind === "removed" && "text-no")}>{words[change.kind]}</span>
        <span lang={langOf(change.heading)} className="font-medium">
          {change.heading || words.start}
        </span>
      </h3>
      <div className="mt-2 grid gap-px border-y border-rule bg-rule sm:grid-cols-2">
        <Side label={words.before} parts={change.before} removed />
        <Side label={words.after} parts={change.after} />
      </div>
    </article>
  );
}

function Side({ label, parts, removed = false }: { label: string; parts: SectionChange["before"]; removed?: boolean }) {
  const text = parts?.map((part) => part.text).join("") ?? "";
  const Mark = removed ? "del" : "ins";
  return (
    <div className={clsx("bg-paper py-3", removed ? "sm:pr-5" : "sm:pl-5", parts === null && "max-sm:hidden")}>
      <p className="label mb-1">{label}</p>
      {parts === null ? (
        <p className="text-sm text-ink-3">–</p>
      ) : (
        <p lang={langOf(text)} className="font-serif text-base whitespace-pre-line">
          {parts.map((part, i) =>
            part.changed ? (
              <Mark key={i} className={clsx("rounded-xs", removed ? "bg-no-wash line-through decoration-no" : "underline decoration-yes decoration-2 underline-offset-4")}>
                {part.text}
              </Mark>
            ) : (
              <span key={i}>{part.text}</span>
            ),
          )}
        </p>
      )}
    </div>
  );
}
