/** @file How far a document is: ready, in need of someone, or the five stages with counts and the time left. */
import clsx from "clsx";
import { etaText, STAGE, STATUS } from "@/app/_components/words";
import type { DocumentView } from "@/lib/contracts/documents";
import { INGEST_STAGES } from "@/lib/core/types";

export function DocumentState({ document }: { document: DocumentView }) {
  const { status, progress } = document;
  if (status === "processing" && progress) return <Stages progress={progress} />;
  return (
    <span
      className={clsx(
        "inline-flex items-center gap-2",
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
      {STATUS[status]}
    </span>
  );
}

function Stages({ progress }: { progress: NonNullable<DocumentView["progress"]> }) {
  const { stage, done, total, etaSeconds } = progress;
  const at = INGEST_STAGES.indexOf(stage);
  const share = total === null || total === 0 ? 0 : done / total;
  const counts = total === null ? "" : ` ${done.toLocaleString("en")}/${total.toLocaleString("en")}`;
  const eta = etaSeconds === null ? "" : ` · ${etaText(etaSeconds)}`;
  return (
    <div className="max-w-48">
      <div
        role="progressbar"
        aria-label="Reading"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(((at + share) / INGEST_STAGES.length) * 100)}
        aria-valuetext={`${STAGE[stage]}${counts}${eta}`}
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
        {STAGE[stage]}
        {counts}
        {eta}
      </p>
    </div>
  );
}
