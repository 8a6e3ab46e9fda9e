/** @file One line unfolded: everything that is stored and hashed, ids and hashes to the letter. */
import { ROLE } from "@/app/_components/words";
import type { AuditLine, AuditPage } from "@/lib/contracts/audit";
import { factsText, personText, shortId } from "./audit-words";

export function AuditDetail({ line, names }: { line: AuditLine; names: AuditPage["names"] }) {
  const { actor, object, facts } = line;
  const listed = Array.isArray(facts["documents"]) ? facts["documents"] : [];
  const rows: [string, string | null][] = [
    ["Line", String(line.seq)],
    ["Time", line.at],
    ["Person", actor.type === "person" && actor.id ? `${personText(actor.id, names)} (${actor.id})` : (actor.id ?? "nobody signed in")],
    ["Roles then", actor.roles.map((role) => (Object.hasOwn(ROLE, role) ? ROLE[role as keyof typeof ROLE] : role)).join(", ") || null],
    ["Action", line.action],
    ["On", object.id === null ? object.kind : `${object.kind} ${object.id}`],
    ["What", factsText(line, names) || null],
    ["Shown", listed.length > 0 ? listed.map((id) => names.documents[id] ?? `gone or not open to you (${shortId(id)})`).join(", ") : null],
    ["Facts", JSON.stringify(facts)],
    ["From", line.address],
    ["Hash", line.hash],
    ["After", line.previousHash],
  ];
  return (
    <dl className="mb-2 grid animate-arrive grid-cols-[6rem_minmax(0,1fr)] gap-x-4 gap-y-0.5 border-l-2 border-rule-2 py-1 pl-4 text-xs">
      {rows.map(([name, value]) =>
        value === null ? null : (
          <div key={name} className="contents">
            <dt className="text-ink-3">{name}</dt>
            <dd className={`break-words text-ink-2 tabular ${name === "Hash" || name === "After" || name === "Facts" ? "font-mono text-2xs" : ""}`}>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
