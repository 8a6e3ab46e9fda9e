/** @file Erase a person by their résumé: says what goes, and that a receipt says what stays. */
"use client";

import { useWords } from "../language/language";
import { ConfirmDialog } from "../ui/dialog";
import { HELD } from "./held-words";
import { useHeld } from "./use-held";

/** @param name as the reader knows them: the person's, or the résumé's title */
export function EraseDialog({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const words = useWords(HELD);
  const { busy, erase } = useHeld(id);
  return <ConfirmDialog open onOpenChange={(open) => !open && !busy && onClose()} title={words.eraseTitle(name)} consequence={words.eraseSays} action={busy ? words.erasing : words.eraseAction} busy={busy} onConfirm={erase} />;
}
