/** @file A document as running text, set like a page: serif, page numbers in the margin, the passage marked. */
"use client";

import { memo, useEffect, useMemo, useRef } from "react";
import { cutAt, pageFlow, type FlowPart, type Stretch } from "@/lib/browser/page-flow";
import type { DocumentText } from "@/lib/contracts/documents";
import { useWords } from "../language/language";
import { langOf } from "../words";
import { READER } from "./words";

interface TextViewProps {
  readonly document: DocumentText;
  readonly passage: Stretch | null;
}

export function TextView({ document, passage }: TextViewProps) {
  const words = useWords(READER);
  const scroller = useRef<HTMLDivElement>(null);
  const parts = useMemo(() => pageFlow(document), [document]);
  const start = passage?.start;

  useEffect(() => {
    const mark = scroller.current?.querySelector("mark");
    if (mark) mark.scrollIntoView({ block: "center" });
    else scroller.current?.scrollTo({ top: 0 });
  }, [document, start]);

  return (
    <div
      ref={scroller}
      tabIndex={0}
      role="region"
      aria-label={words.textOf}
      className="hairline-scroll min-h-0 flex-1 overflow-y-auto -outline-offset-2"
    >
      <div lang={langOf(document.text)} className="page-text relative mx-auto max-w-[42rem] px-6 pt-7 pb-24 sm:px-10">
        {parts.map((part, index) => (
          <Part key={index} part={part} text={document.text} passage={touches(part, passage) ? passage : null} />
        ))}
      </div>
    </div>
  );
}

function touches(part: FlowPart, passage: Stretch | null): boolean {
  if (!passage) return false;
  const stretches = part.type === "list" ? part.items : part.type === "table" ? part.rows.flat() : [part];
  return stretches.some((stretch) => stretch.start < passage.end && stretch.end > passage.start);
}

interface PartProps {
  readonly part: FlowPart;
  readonly text: string;
  readonly passage: Stretch | null;
}

/** Skipped by the browser while off screen: a handbook has thousands of these. */
const Part = memo(function Part({ part, text, passage }: PartProps) {
  return (
    <>
      {part.page !== null && <PageRule page={part.page} />}
      <PartBody part={part} text={text} passage={passage} />
    </>
  );
});

function PartBody({ part, text, passage }: PartProps) {
  const words = (stretch: Stretch) => <Words text={text} stretch={stretch} passage={passage} />;
  switch (part.type) {
    case "heading": {
      const Heading = part.level <= 1 ? "h3" : part.level === 2 ? "h4" : "h5";
      const size = part.level <= 1 ? "text-xl mt-2 mb-4" : part.level === 2 ? "text-lg mt-8 mb-2" : "text-md mt-6 mb-1.5";
      return <Heading className={`font-semibold tracking-tight ${size}`}>{words(part)}</Heading>;
    }
    case "code":
      return <pre className="my-3 overflow-x-auto font-mono text-sm whitespace-pre-wrap">{words(part)}</pre>;
    case "list":
      return (
        <ul className="my-3 space-y-1">
          {part.items.map((item) => (
            <li key={item.start} className="relative pl-5 whitespace-pre-line before:absolute before:left-1 before:content-['–']">
              {words(afterBullet(text, item))}
            </li>
          ))}
        </ul>
      );
    case "table":
      return (
        <div className="my-4 overflow-x-auto font-sans text-sm">
          <table className="w-full border-collapse">
            <tbody>
              {part.rows.map((row, index) => (
                <tr key={index} className="border-t border-rule align-top first:border-rule-2 first:font-semibold last:border-b">
                  {row.map((cell) => (
                    <td key={cell.start} className="py-1.5 pr-4">
                      {words(cell)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    case "paragraph":
      return <p className="my-3 whitespace-pre-line">{words(part)}</p>;
  }
}

function Words({ text, stretch, passage }: { text: string; stretch: Stretch; passage: Stretch | null }) {
  return cutAt(stretch, passage).map((piece) =>
    piece.marked ? (
      <mark key={piece.start} className="passage">
        {text.slice(piece.start, piece.end)}
      </mark>
    ) : (
      <span key={piece.start}>{text.slice(piece.start, piece.end)}</span>
    ),
  );
}

/** The item without its own bullet, which the list draws; numbers ("1.") are words and stay. */
function afterBullet(text: string, item: Stretch): Stretch {
  const bullet = /^[-*•·–▪◦]\s+/.exec(text.slice(item.start, item.end));
  return { start: item.start + (bullet?.[0].length ?? 0), end: item.end };
}

function PageRule({ page }: { page: number }) {
  const words = useWords(READER);
  return (
    <div className="mt-7 mb-3 flex items-center gap-3 font-sans text-xs text-ink-3 first:mt-0 tabular" role="separator" aria-label={words.pageLabel(page)}>
      <span aria-hidden>{page}</span>
      <span className="h-px flex-1 bg-rule" />
    </div>
  );
}
