/**
 * @file The table of lines: dense, newest first; a phone shows when, who and what, the rest unfolded. Arrow keys go from
 * line to line, Enter unfolds one; a person's or a document's name narrows the log to them.
 */
"use client";

import clsx from "clsx";
import { useState, type KeyboardEvent } from "react";
import { useFormats, useWords } from "@/app/_components/language/language";
import { langOf } from "@/app/_components/words";
import type { AuditLine, AuditPage } from "@/lib/contracts/audit";
import { AuditDetail } from "./audit-detail";
import { actionText, actorText, factsText, objectText } from "./audit-text";
import { AUDIT } from "./audit-words";
import { useAuditSpeech } from "./use-audit-speech";

interface AuditTableProps {
  readonly lines: readonly AuditLine[];
  readonly names: AuditPage["names"];
  readonly onPerson: (id: string) => void;
  readonly onDocument: (id: string) => void;
}

/** Actions that someone was kept from. */
const REFUSED = new Set(["access.denied", "account.sign-in-refused"]);

export function AuditTable({ lines, ...rest }: AuditTableProps) {
  const { caption, head } = useWords(AUDIT);
  return (
    <table className="w-full table-fixed border-collapse text-left text-sm">
      <caption className="sr-only">{caption}</caption>
      <thead className="sticky top-0 z-10 bg-paper">
        <tr className="label h-9 border-b border-rule-2">
          <th scope="col" className="w-36 pr-4 font-[550] @max-[40rem]:w-32">{head.time}</th>
          <th scope="col" className="w-40 pr-4 font-[550] @max-[40rem]:w-24">{head.person}</th>
          <th scope="col" className="w-60 pr-4 font-[550] @max-[40rem]:w-auto @max-[40rem]:pr-0">{head.action}</th>
          <th scope="col" className="pr-4 font-[550] @max-[40rem]:hidden">{head.on}</th>
          <th scope="col" className="pr-4 font-[550] @max-[58rem]:hidden">{head.what}</th>
          <th scope="col" className="w-32 font-[550] @max-[70rem]:hidden">{head.from}</th>
        </tr>
      </thead>
      <tbody onKeyDown={moveBetweenLines}>
        {lines.map((line) => (
          <AuditRow key={line.seq} line={line} {...rest} />
        ))}
      </tbody>
    </table>
  );
}

function AuditRow({ line, names, onPerson, onDocument }: Omit<AuditTableProps, "lines"> & { line: AuditLine }) {
  const words = useWords(AUDIT);
  const formats = useFormats();
  const speech = useAuditSpeech(names);
  const [open, setOpen] = useState(false);
  const { actor, object } = line;
  const person = actorText(line, speech);
  const name = objectText(line, speech);
  const detailId = `audit-line-${line.seq}`;
  const knownPerson = actor.type === "person" ? actor.id : null;
  const narrow = object.id !== null && object.kind === "document" ? object.id : null;
  return (
    <>
      <tr className={clsx("h-9 hover:bg-desk", !open && "border-b border-rule")}>
        <td className="pr-4 whitespace-nowrap">
          <button type="button" data-line aria-label={[formats.moment(line.at), actionText(line.action, speech), name].filter(Boolean).join(" · ")} aria-expanded={open} aria-controls={detailId} onClick={() => setOpen(!open)} className="rounded-sm text-ink-2 tabular hover:text-ink coarse:min-h-10">
            <time dateTime={line.at}>{formats.moment(line.at)}</time>
          </button>
        </td>
        <td className="truncate pr-4" lang={langOf(person)}>
          {knownPerson ? <Narrow text={person} label={words.onlyOf(person)} onClick={() => onPerson(knownPerson)} /> : <span className="text-ink-3">{person}</span>}
        </td>
        <td className={clsx("truncate pr-4 @max-[40rem]:pr-0", REFUSED.has(line.action) && "text-no")}>{actionText(line.action, speech)}</td>
        <td className="truncate pr-4 @max-[40rem]:hidden" lang={langOf(name ?? "")}>
          {name !== null && (narrow ? <Narrow text={name} label={words.onlyAbout(name)} onClick={() => onDocument(narrow)} /> : <span className="text-ink-2">{name}</span>)}
        </td>
        <td className="truncate pr-4 text-ink-2 @max-[58rem]:hidden">{factsText(line, speech)}</td>
        <td className="truncate text-ink-3 tabular @max-[70rem]:hidden">{line.address}</td>
      </tr>
      {open && (
        <tr className="border-b border-rule">
          <td colSpan={6} id={detailId}>
            <AuditDetail line={line} names={names} />
          </td>
        </tr>
      )}
    </>
  );
}

const Narrow = ({ text, label, onClick }: { text: string; label: string; onClick: () => void }) => (
  <button type="button" aria-label={label} onClick={onClick} className="max-w-full truncate align-bottom text-left underline decoration-transparent underline-offset-4 hover:decoration-ink coarse:min-h-10">
    {text}
  </button>
);

function moveBetweenLines(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-line]")];
  const row = document.activeElement?.closest("tr");
  const here = buttons.findIndex((button) => button.closest("tr") === row);
  const target = buttons[here + step];
  if (here < 0 || !target) return;
  event.preventDefault();
  target.focus();
}
