/** @file Overruling the gate: only with a written reason. */
"use client";

import { useId, useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { INPUT } from "@/app/_components/ui/field";
import { INSIGHTS } from "../words";

/** As the server asks for. */
const LEAST = 15;

export function ReasonDialog({ number, onClose, onReason }: { number: number; onClose: () => void; onReason: (reason: string) => void }) {
  const words = useWords(INSIGHTS);
  const id = useId();
  const [reason, setReason] = useState("");
  return (
    <Dialog open onOpenChange={onClose} title={words.reasonTitle(number)} footer={<Button look="solid" disabled={reason.trim().length < LEAST} onClick={() => onReason(reason.trim())}>{words.promote}</Button>}>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">{words.reason}</label>
      <textarea id={id} aria-describedby={`${id}-help`} className={`${INPUT} min-h-24 py-2`} maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />
      <p id={`${id}-help`} className="mt-1.5 text-xs text-ink-3">{words.reasonHelp}</p>
    </Dialog>
  );
}
