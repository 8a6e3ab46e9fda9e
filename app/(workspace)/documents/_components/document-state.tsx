/** @file How far a document is: ready, in need of someone, or the five stages with counts and the time left. */
"use client";

import clsx from "clsx";
import { useFormats, useWords } from "@/app/_components/language/language";
import { Hint } from "@/app/_components/ui/hint";
import { digits, TERMS } from "@/app/_components/words";
import type { DocumentView } from "@/lib/contracts/documents";
import { INGEST_STAGES } from "@/lib/core/types";
import { DOCUMENTS } from "./words";

export function DocumentState({ document }: { document: DocumentView }) {
  const terms = useWords(TERMS);
  const { status, progress } = document;
  if (status === "processing" && progress) return <Stages progress={progress} />;
  return (
    <span
      className={clsx(
        "inline-flex flex-wrap items-center gap-x-2",
        status === "failed" || status === "needs_ocr" ? "font-medium text-no" : "text-ink-2",
      )}
    >
      <span
        aria-hidden
        className={clsx(
          "size-1.5 rounded-full",
          status === "ready" && "bg-yes",
          (status === "failed" || status === "needs_ocr") && "bg-no",
          (status === "queued" || status === "processing") && "border border-ink-3",
        )}
      />
      <span className="whitespace-nowrap">{terms.status[status]}</span>
      {document.ocr && status === "ready" && (
        <Hint text={terms.recognisedWhat} side="bottom">
          <span tabIndex={0} className="text-xs whitespace-nowrap text-ink-3 tabular @max-[46rem]:basis-full @max-[46rem]:pl-3.5">
            {terms.recognised(document.ocr.confidence)}
          </span>
        </Hint>
      )}
    </span>
  );
}

function Stages({ progress }: { progress: NonNullable<DocumentView["progress"]> }) {
  const words = useWords(DOCUMENTS);
  const terms = useWords(TERMS);
  const formats = useFormats();
  const { stage, done, total, etaSeconds } = progress;
  const at = INGEST_STAGES.indexOf(stage);
  const share = total === null || total === 0 ? 0 : done / total;
  const counts = total === null ? "" : ` ${digits(done)}/${digits(total)}`;
  const eta = etaSeconds === null ? "" : ` · ${formats.eta(etaSeconds)}`;
  return (
    <div className="max-w-48">
      <div
        role="progressbar"
        aria-label={words.reading}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(((at + share) / INGEST_STAGES.length) * 100)}
        aria-valuetext={`${terms.stage[stage]}${counts}${eta}`}
        className="flex gap-0.5"
      >
        {INGEST_STAGES.map((name, index) => (
          <span key={name} className="h-1 flex-1 overflow-hidden rounded-sm bg-rule">
            <span
              className="block h-full bg-ink transition-[width] duration-500"
              style={{ width: index < at ? "100%" : index === at ? `${Math.max(share * 100, 8)}%` : "0%" }}
            />
          </span>
        ))}
      </div>
      <p className="mt-1 truncate text-xs text-ink-3 tabular">
        {terms.stage[stage]}
        {counts}
        {eta}
      </p>
    </div>
  );
}
