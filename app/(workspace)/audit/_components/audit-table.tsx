/**
 * @file The table of lines: dense, newest first. Arrow keys go from line to line, Enter unfolds one; a person's or a
 * document's name narrows the log to them.
 */
"use client";

import clsx from "clsx";
import { useState, type KeyboardEvent } from "react";
import { langOf } from "@/app/_components/words";
import type { AuditLine, AuditPage } from "@/lib/contracts/audit";
import { AuditDetail } from "./audit-detail";
import { actionText, actorText, factsText, objectText } from "./audit-words";

interface AuditTableProps {
  readonly lines: readonly AuditLine[];
  readonly names: AuditPage["names"];
  readonly onPerson: (id: string) => void;
  readonly onDocument: (id: string) => void;
}

const time = new Intl.DateTimeFormat("en-GB", { day: "2-digit", month: "short", hour: "2-digit", minute: "2-digit", second: "2-digit" });

/** Actions that someone was kept from. */
const REFUSED = new Set(["access.denied", "account.sign-in-refused"]);

export function AuditTable({ lines, ...rest }: AuditTableProps) {
  return (
    <table className="w-full table-fixed border-collapse text-left text-sm">
      <caption className="sr-only">Audit log, newest first</caption>
      <thead className="sticky top-0 z-10 bg-paper">
        <tr className="label h-9 border-b border-rule-2">
          <th scope="col" className="w-36 pr-4 font-[550]">Time</th>
          <th scope="col" className="w-40 pr-4 font-[550]">Person</th>
          <th scope="col" className="w-44 pr-4 font-[550]">Action</th>
          <th scope="col" className="pr-4 font-[550]">On</th>
          <th scope="col" className="pr-4 font-[550] @max-[58rem]:hidden">What</th>
          <th scope="col" className="w-32 font-[550] @max-[70rem]:hidden">From</th>
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
  const [open, setOpen] = useState(false);
  const { actor, object } = line;
  const person = actorText(line, names);
  const name = objectText(line, names);
  const detailId = `audit-line-${line.seq}`;
  const knownPerson = actor.type === "person" ? actor.id : null;
  const narrow = object.id !== null && object.kind === "document" ? object.id : null;
  return (
    <>
      <tr className={clsx("h-9 hover:bg-desk", !open && "border-b border-rule")}>
        <td className="pr-4 whitespace-nowrap">
          <button type="button" data-line aria-expanded={open} aria-controls={detailId} onClick={() => setOpen(!open)} className="rounded-sm text-ink-2 tabular hover:text-ink coarse:min-h-10">
            <time dateTime={line.at}>{time.format(new Date(line.at))}</time>
          </button>
        </td>
        <td className="truncate pr-4" lang={langOf(person)}>
          {knownPerson ? <Narrow text={person} label={`Only lines of ${person}`} onClick={() => onPerson(knownPerson)} /> : <span className="text-ink-3">{person}</span>}
        </td>
        <td className={clsx("truncate pr-4", REFUSED.has(line.action) && "text-no")}>{actionText(line.action)}</td>
        <td className="truncate pr-4" lang={langOf(name ?? "")}>
          {name !== null && (narrow ? <Narrow text={name} label={`Only lines about ${name}`} onClick={() => onDocument(narrow)} /> : <span className="text-ink-2">{name}</span>)}
        </td>
        <td className="truncate pr-4 text-ink-2 @max-[58rem]:hidden">{factsText(line, names)}</td>
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
