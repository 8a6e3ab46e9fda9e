/**
 * @file EvidenceItem: one piece of evidence with where it comes from. A confirmation names the level that it was given for; once the
 * skill stands higher, it says that it does not speak for that, and loses the mark of evidence.
 */
"use client";

import clsx from "clsx";
import type { ReactNode } from "react";
import { useFormats, useWords } from "@/app/_components/language/language";
import { langOf } from "@/app/_components/words";
import type { EvidenceView } from "@/lib/contracts/growth";
import { EVIDENCE } from "./evidence-words";

interface EvidenceItemProps {
  readonly evidence: EvidenceView;
  /** That the skill has now. */
  readonly level: number;
  /** The reader's own profile; left out: somebody else's. */
  readonly isOwn?: boolean;
  /** What can be done about it, behind its origin. */
  readonly children?: ReactNode;
}

export function EvidenceItem({ evidence, level, isOwn = false, children }: EvidenceItemProps) {
  const words = useWords(EVIDENCE);
  const formats = useFormats();
  const isConfirmation = evidence.kind === "manager" || evidence.kind === "peer";
  const speaks = !evidence.asked && (!isConfirmation || (evidence.level ?? 0) >= level);
  const confirmed = () => (evidence.by === null && evidence.kind === "manager" ? words.confirmedByManager(evidence.level) : words.confirmed(evidence.level, evidence.by));
  const origin = evidence.asked ? words.waitsFor(evidence.by ?? "") : isConfirmation ? confirmed() : evidence.kind === "self" && !isOwn ? words.ownWord : words.kinds[evidence.kind];
  const notFor = isConfirmation && !evidence.asked && !speaks && evidence.level !== null ? words.notFor(level) : null;
  return (
    <li className={clsx(speaks ? "border-l-2 border-marker-line pl-2.5" : "text-ink-3", !speaks && !evidence.asked && "border-l-2 border-rule pl-2.5")}>
      {evidence.text !== "" && (
        <>
          <span lang={langOf(evidence.text)} className="font-serif text-base">
            {evidence.text}
          </span>{" "}
        </>
      )}
      <span className="text-xs text-ink-3 tabular">{[origin, notFor, evidence.on && formats.day(evidence.on)].filter(Boolean).join(" · ")}</span>
      {children}
    </li>
  );
}
