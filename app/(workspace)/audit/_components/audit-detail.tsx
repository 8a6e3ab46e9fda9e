/** @file One line unfolded: everything that is stored and hashed, ids and hashes to the letter. */
"use client";

import { useWords } from "@/app/_components/language/language";
import { termOf } from "@/app/_components/words";
import type { AuditLine, AuditPage } from "@/lib/contracts/audit";
import { factsText, personText, shortId } from "./audit-text";
import { AUDIT } from "./audit-words";
import { useAuditSpeech } from "./use-audit-speech";

export function AuditDetail({ line, names }: { line: AuditLine; names: AuditPage["names"] }) {
  const { detail } = useWords(AUDIT);
  const speech = useAuditSpeech(names);
  const { words, terms, formats } = speech;
  const { actor, object, facts } = line;
  const named = object.kind === "document" && object.id !== null ? names.documents[object.id] : undefined;
  const listed = Array.isArray(facts["documents"]) ? facts["documents"] : [];
  const rows: [string, string | null][] = [
    [detail.line, String(line.seq)],
    [detail.time, line.at],
    [detail.person, actor.type === "person" && actor.id ? `${personText(actor.id, speech)} (${actor.id})` : (actor.id ?? words.nobody)],
    [detail.roles, formats.list(actor.roles.map((role) => termOf(terms.role, role))) || null],
    [detail.action, line.action],
    [detail.on, object.id === null ? termOf(words.objects, object.kind) : `${termOf(words.objects, object.kind)} ${object.id}${named === undefined ? "" : ` (${named})`}`],
    [detail.what, factsText(line, speech) || null],
    [detail.shown, listed.length > 0 ? formats.list(listed.map((id) => names.documents[id] ?? words.closed(shortId(id)))) : null],
    [detail.facts, JSON.stringify(facts)],
    [detail.from, line.address],
    [detail.hash, line.hash],
    [detail.after, line.previousHash],
  ];
  return (
    <dl className="mb-2 grid animate-arrive grid-cols-[6rem_minmax(0,1fr)] gap-x-4 gap-y-0.5 border-l-2 border-rule-2 py-1 pl-4 text-xs">
      {rows.map(([name, value]) =>
        value === null ? null : (
          <div key={name} className="contents">
            <dt className="text-ink-3">{name}</dt>
            <dd className={`break-words text-ink-2 tabular ${name === detail.hash || name === detail.after || name === detail.facts ? "font-mono text-2xs" : ""}`}>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
