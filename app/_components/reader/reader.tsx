/** @file The reader: a document as text or, for a PDF, as its pages; the passage marked in either. */
"use client";

import clsx from "clsx";
import { Download, Maximize2, X } from "lucide-react";
import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { fileAddress, loadDocumentText } from "@/lib/browser/documents";
import { useWords } from "../language/language";
import { ResumeKept } from "../retention";
import { IconButton } from "../ui/button";
import { Hint } from "../ui/hint";
import { FailedPanel } from "../ui/states";
import { useResource } from "../use-resource";
import { langOf, TERMS } from "../words";
import { PageView } from "./page-view";
import { isShownPicture, PictureView } from "./picture-view";
import type { ReaderTarget } from "./reader-context";
import { TextView } from "./text-view";
import { READER } from "./words";

interface ReaderProps {
  readonly target: ReaderTarget;
  readonly onClose?: () => void;
  /** Move the focus to the reader's head when it opens, so that the keyboard follows the eye. */
  readonly takeFocus?: boolean;
}

const TOOL = "inline-flex size-8 items-center justify-center rounded-md text-ink-3 hover:bg-press hover:text-ink coarse:size-10";

export function Reader({ target, onClose, takeFocus = false }: ReaderProps) {
  const words = useWords(READER);
  const terms = useWords(TERMS);
  const { documentId, passage } = target;
  const { data, error, reload } = useResource(`text:${documentId}`, (signal) => loadDocumentText(documentId, signal));
  const [view, setView] = useState<"text" | "page">("text");
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takeFocus) head.current?.focus({ preventScroll: true });
  }, [takeFocus]);

  const title = data?.title ?? target.title;
  const hasPages = data !== undefined && (data.mediaType === "application/pdf" || isShownPicture(data.mediaType));
  const link = passage ? `?start=${passage.start}&end=${passage.end}` : "";
  return (
    <article className="flex h-full flex-col">
      <header className="flex min-h-13 items-center gap-1 border-b border-rule py-2 pr-2 pl-5 sm:pl-7">
        <div className="mr-2 min-w-0 flex-1">
          <h2
            ref={head}
            tabIndex={-1}
            lang={langOf(title)}
            className="truncate text-base font-semibold tracking-tight outline-none"
          >
            {title}
          </h2>
          <p className="text-xs text-ink-3">
            {data ? terms.kind[data.kind] : words.opening}
            {data && data.pages.length > 0 && <span className="tabular"> · {words.pages(data.pages.length)}</span>}
          </p>
          {data?.ocr && (
            <p className="text-xs text-ink-3 tabular" title={terms.recognisedWhat}>
              {terms.recognised(data.ocr.confidence)}
              {data.ocr.pages.length < data.pages.length && words.onPages(data.ocr.pages.length, data.pages.length)}
            </p>
          )}
          {data?.kind === "resume" && <ResumeKept uploaded={data.addedAt} className="text-xs text-ink-3" />}
        </div>
        {hasPages && <ViewSwitch view={view} onChange={setView} />}
        {onClose && (
          <Hint text={words.ownPage} side="bottom">
            <Link href={`/documents/${documentId}${link}`} aria-label={words.ownPage} className={clsx(TOOL, "max-sm:hidden")}>
              <Maximize2 size={15} aria-hidden />
            </Link>
          </Hint>
        )}
        <Hint text={words.download} side="bottom">
          <a href={fileAddress(documentId)} download aria-label={words.download} className={TOOL}>
            <Download size={16} aria-hidden />
          </a>
        </Hint>
        {onClose && <IconButton label={words.close} icon={<X size={18} />} side="bottom" onClick={onClose} />}
      </header>
      {error !== undefined && (
        <div className="p-5">
          <FailedPanel error={error} onRetry={reload} />
        </div>
      )}
      {!data && error === undefined && <WaitingText />}
      {data &&
        (view === "page" ? (
          isShownPicture(data.mediaType) ? (
            <PictureView document={data} passage={passage} onFailed={() => setView("text")} />
          ) : (
            <PageView document={data} passage={passage} onFailed={() => setView("text")} />
          )
        ) : (
          <TextView document={data} passage={passage} />
        ))}
    </article>
  );
}

function ViewSwitch({ view, onChange }: { view: "text" | "page"; onChange: (view: "text" | "page") => void }) {
  const words = useWords(READER);
  return (
    <div role="group" aria-label={words.showAs} className="mr-1 flex rounded-md border border-rule-2 p-0.5">
      {(["text", "page"] as const).map((choice) => (
        <button
          key={choice}
          type="button"
          aria-pressed={view === choice}
          onClick={() => onChange(choice)}
          className={clsx(
            "h-6.5 rounded-sm px-2.5 text-xs font-medium coarse:h-9",
            view === choice ? "bg-ink text-paper" : "text-ink-2 hover:text-ink",
          )}
        >
          {words.views[choice]}
        </button>
      ))}
    </div>
  );
}

function WaitingText() {
  const words = useWords(READER);
  return (
    <div role="status" aria-label={words.loading} className="space-y-3.5 px-7 pt-8">
      {[44, 92, 96, 88, 90, 40, 94, 86].map((width, line) => (
        <div key={line} className="h-2.5 rounded-sm bg-press" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}
