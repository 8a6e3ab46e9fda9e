/** @file The sheet of keys (?): what each does, and another key for it if one likes. Kept per person, on the server. */
"use client";

import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { saveReviewKeys } from "@/lib/browser/review";
import { messageOf } from "@/lib/browser/http";
import { REVIEW_ACTIONS, REVIEW_KEYS, type ReviewAction } from "@/lib/contracts/review";
import { keyText, type Keys } from "./use-review-keys";
import { REVIEW_WORDS } from "./words";

interface KeySheetProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly keys: Keys;
  readonly onKeys: (keys: Partial<Keys>) => void;
}

export function KeySheet({ open, onOpenChange, keys, onKeys }: KeySheetProps) {
  const words = useWords(REVIEW_WORDS);
  const [waiting, setWaiting] = useState<ReviewAction | null>(null);
  const [error, setError] = useState<string | null>(null);
  const save = async (next: Partial<Keys>) => {
    try {
      onKeys((await saveReviewKeys({ keys: next })).keys);
      setError(null);
    } catch (failure) {
      setError(messageOf(failure));
    }
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (!waiting) return;
    event.preventDefault();
    event.stopPropagation();
    if (["Shift", "Control", "Alt", "Meta"].includes(event.key)) return;
    setWaiting(null);
    if (event.key !== "Escape") void save({ ...keys, [waiting]: event.key.toLowerCase() });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setWaiting(null);
        onOpenChange(next);
      }}
      title={words.keysTitle}
      description={words.keysHelp}
      width="36rem"
      footer={<Button onClick={() => void save({ ...REVIEW_KEYS })}>{words.keysReset}</Button>}
    >
      <div onKeyDownCapture={onKeyDown}>
        {error && <p role="alert" className="mb-2 border-l-2 border-no bg-no-wash px-3 py-2 text-sm">{error}</p>}
        <dl className="grid gap-x-8 sm:grid-cols-2">
          {REVIEW_ACTIONS.map((action) => (
            <div key={action} className="flex items-center gap-3 border-b border-rule py-1.5">
              <dt className="order-2 ml-auto shrink-0">
                <button type="button" onClick={() => setWaiting(action)} aria-label={`${words.actions[action]}: ${keyText(keys[action])}`} className="key h-6 px-2! hover:border-ink-3 coarse:h-10">
                  {waiting === action ? words.pressKey : keyText(keys[action])}
                </button>
              </dt>
              <dd className="text-sm">{words.actions[action]}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Dialog>
  );
}
