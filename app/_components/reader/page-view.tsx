/** @file A PDF's page as it looks, drawn here in the browser, with the passage's rectangles in amber over it. */
"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { loadFile, locateSpan } from "@/lib/browser/documents";
import { pageAt, type Stretch } from "@/lib/browser/page-flow";
import { openPdf, type OpenPdf } from "@/lib/browser/pdf";
import type { DocumentText, LocateOutput } from "@/lib/contracts/documents";
import { useWords } from "../language/language";
import { IconButton } from "../ui/button";
import { useNotify } from "../ui/toasts";
import { useResource } from "../use-resource";
import { READER } from "./words";

interface PageViewProps {
  readonly document: DocumentText;
  readonly passage: Stretch | null;
  /** The page could not be drawn; the text always can. */
  readonly onFailed: () => void;
}

export function PageView({ document, passage, onFailed }: PageViewProps) {
  const words = useWords(READER);
  const passagePage = passage ? pageAt(document.pages, passage.start) : null;
  const [chosen, setChosen] = useState<{ page: number; for: number | undefined } | null>(null);
  const key = passage?.start;
  const page = chosen && chosen.for === key ? chosen.page : (passagePage ?? 1);
  const notify = useNotify();
  const { canvas, frame, pdf, size } = usePdfPage(document.id, page, () => {
    notify({ text: words.cannotDraw, failed: true });
    onFailed();
  });
  const located = useResource(passage ? `locate:${document.id}:${passage.start}:${passage.end}` : null, (signal) =>
    passage ? locateSpan(document.id, passage, signal) : Promise.reject(new Error("no passage")),
  );
  const here = located.data?.page === page ? located.data : null;
  const pages = pdf?.pageCount ?? document.pages.length;
  const go = (next: number) => setChosen({ page: Math.min(Math.max(next, 1), Math.max(pages, 1)), for: key });

  return (
    <div className="flex min-h-0 flex-1 flex-col bg-desk">
      <div
        tabIndex={0}
        role="region"
        aria-label={words.page}
        className="hairline-scroll min-h-0 flex-1 overflow-auto p-4 -outline-offset-2 sm:p-6"
        onKeyDown={(event) => {
          if (event.key === "ArrowRight" || event.key === "PageDown") go(page + 1);
          if (event.key === "ArrowLeft" || event.key === "PageUp") go(page - 1);
        }}
      >
        <div ref={frame} className="relative mx-auto max-w-[54rem] bg-white shadow-float" style={{ minHeight: size ? undefined : "70vh" }}>
          <canvas
            ref={canvas}
            role="img"
            aria-label={words.pageOf(page, document.title)}
            className="block w-full"
          />
          {size && here && <Marks place={here} />}
        </div>
      </div>
      <nav aria-label={words.pageList} className="flex items-center justify-center gap-2 border-t border-rule bg-sheet py-1.5">
        <IconButton label={words.previousPage} icon={<ChevronLeft size={17} />} disabled={page <= 1} onClick={() => go(page - 1)} />
        <span className="tabular min-w-16 text-center text-sm" aria-live="polite">
          {page} / {pages}
        </span>
        <IconButton label={words.nextPage} icon={<ChevronRight size={17} />} disabled={page >= pages} onClick={() => go(page + 1)} />
        {passagePage !== null && passagePage !== page && (
          <button type="button" onClick={() => go(passagePage)} className="ml-2 text-sm underline underline-offset-4">
            {words.backToPassage}
          </button>
        )}
      </nav>
    </div>
  );
}

/** Amber over the quoted lines; `multiply` keeps the ink black, as a felt pen does. */
export function Marks({ place }: { place: LocateOutput }) {
  const first = useRef<HTMLSpanElement>(null);
  useEffect(() => void first.current?.scrollIntoView({ block: "center" }), [place]);
  return place.rects.map((rect, index) => (
    <span
      key={index}
      ref={index === 0 ? first : null}
      aria-hidden
      data-mark
      className="absolute rounded-sm bg-[#ffd75e] mix-blend-multiply"
      style={{
        left: `${(rect.x / place.widthPt) * 100}%`,
        top: `${(rect.y / place.heightPt) * 100}%`,
        width: `${(rect.width / place.widthPt) * 100}%`,
        height: `${(rect.height / place.heightPt) * 100}%`,
      }}
    />
  ));
}

/** Loads the file once, draws the page into the canvas at the frame's width, and again when that changes. */
function usePdfPage(documentId: string, page: number, onFailed: () => void) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [pdf, setPdf] = useState<OpenPdf | null>(null);
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  const [width, setWidth] = useState(0);
  const failed = useRef(onFailed);
  useEffect(() => {
    failed.current = onFailed;
  }, [onFailed]);

  useEffect(() => {
    const controller = new AbortController();
    let opened: OpenPdf | null = null;
    const open = async () => {
      try {
        opened = await openPdf(await loadFile(documentId, controller.signal));
        if (controller.signal.aborted) await opened.close();
        else setPdf(opened);
      } catch (error) {
        if (controller.signal.aborted) return;
        console.warn("page view:", error instanceof Error ? error.name : "failed");
        failed.current();
      }
    };
    void open();
    return () => {
      controller.abort();
      void opened?.close();
    };
  }, [documentId]);

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (!pdf || !canvas.current || width === 0) return;
    let current = true;
    pdf.draw(canvas.current, page, width).then(
      (drawn) => {
        if (current && drawn) setSize(drawn);
      },
      (error: unknown) => {
        if (!current) return;
        console.warn("page view:", error instanceof Error ? error.name : "failed");
        failed.current();
      },
    );
    return () => {
      current = false;
    };
  }, [pdf, page, width]);

  return { canvas, frame, pdf, size };
}
