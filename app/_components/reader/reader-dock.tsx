/** @file Where the reader stands: beside the screen on wide windows, over it on narrow ones. */
"use client";

import { Dialog } from "radix-ui";
import { useWords } from "../language/language";
import { giveBackFocus } from "../ui/opener";
import { useMedia } from "../use-media";
import { Reader } from "./reader";
import { useReader } from "./reader-context";
import { READER } from "./words";

export function ReaderDock() {
  const words = useWords(READER);
  const { target, close } = useReader();
  const beside = useMedia("(min-width: 64rem)");
  if (beside) {
    if (!target) return null;
    return (
      <aside
        aria-label={words.reader(target.title)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && !event.defaultPrevented) close();
        }}
        className="w-[min(46%,46rem)] shrink-0 animate-slide-in border-l border-rule bg-sheet"
      >
        <Reader key={target.documentId} target={target} onClose={close} takeFocus />
      </aside>
    );
  }
  return (
    <Dialog.Root open={target !== null} onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            (event.target as HTMLElement).focus();
          }}
          onCloseAutoFocus={giveBackFocus}
          className="fixed inset-0 z-50 animate-arrive bg-sheet focus:outline-none sm:top-6 sm:left-auto sm:w-[min(44rem,94vw)]"
        >
          <Dialog.Title className="sr-only">{target?.title ?? words.document}</Dialog.Title>
          {target && <Reader key={target.documentId} target={target} onClose={close} />}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
