/** @file A photograph or scan of a page as it looks, with the passage's rectangles in amber over it. */
"use client";

import { fileAddress, locateSpan } from "@/lib/browser/documents";
import type { Stretch } from "@/lib/browser/page-flow";
import type { DocumentText } from "@/lib/contracts/documents";
import { useWords } from "../language/language";
import { useNotify } from "../ui/toasts";
import { useResource } from "../use-resource";
import { Marks } from "./page-view";
import { READER } from "./words";

const SHOWN = ["image/png", "image/jpeg"];

/** Pictures that every browser shows; a TIFF is read as text. */
export const isShownPicture = (mediaType: string): boolean => SHOWN.includes(mediaType);

interface PictureViewProps {
  readonly document: DocumentText;
  readonly passage: Stretch | null;
  /** The picture could not be shown; the text always can. */
  readonly onFailed: () => void;
}

export function PictureView({ document, passage, onFailed }: PictureViewProps) {
  const words = useWords(READER);
  const notify = useNotify();
  const located = useResource(passage ? `locate:${document.id}:${passage.start}:${passage.end}` : null, (signal) =>
    passage ? locateSpan(document.id, passage, signal) : Promise.reject(new Error("no passage")),
  );
  const failed = () => {
    notify({ text: words.cannotDraw, failed: true });
    onFailed();
  };
  return (
    <div className="flex min-h-0 flex-1 flex-col bg-desk">
      <div tabIndex={0} role="region" aria-label={words.page} className="hairline-scroll min-h-0 flex-1 overflow-auto p-4 -outline-offset-2 sm:p-6">
        <div className="relative mx-auto max-w-[54rem] bg-white shadow-float">
          {/* eslint-disable-next-line @next/next/no-img-element -- a private file behind a permission: not for the optimiser's cache */}
          <img src={fileAddress(document.id)} alt={words.pageOf(1, document.title)} onError={failed} className="block w-full" />
          {located.data && <Marks place={located.data} />}
        </div>
      </div>
    </div>
  );
}
