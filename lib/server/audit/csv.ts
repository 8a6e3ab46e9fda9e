/**
 * @file The audit log as CSV, for people and spreadsheets: one row per line, names beside ids. RFC 4180 with CRLF; a cell
 * that a spreadsheet would run as a formula gets an apostrophe in front.
 */
import type { AuditLine, AuditPage } from "../../contracts/audit";

const COLUMNS = ["seq", "time", "person", "person_id", "roles", "action", "object", "object_name", "object_id", "facts", "address", "previous_hash", "hash"] as const;

export const CSV_HEAD = `${COLUMNS.join(",")}\r\n`;

/** @param names as of now; who or what has none is named as erased or gone */
export function csvRow(line: AuditLine, names: AuditPage["names"]): string {
  const { actor, object } = line;
  const person = actor.type === "person" ? (names.accounts[actor.id ?? ""] ?? "erased person") : actor.type === "system" ? `Cadre (${actor.id ?? ""})` : "nobody signed in";
  const cells: Record<(typeof COLUMNS)[number], string | number> = {
    seq: line.seq,
    time: line.at,
    person,
    person_id: actor.id ?? "",
    roles: actor.roles.join(" "),
    action: line.action,
    object: object.kind,
    object_name: nameOf(object, names),
    object_id: object.id ?? "",
    facts: JSON.stringify(line.facts),
    address: line.address ?? "",
    previous_hash: line.previousHash,
    hash: line.hash,
  };
  return `${COLUMNS.map((column) => csvCell(cells[column])).join(",")}\r\n`;
}

function nameOf(object: AuditLine["object"], names: AuditPage["names"]): string {
  if (object.id === null) return "";
  if (object.kind === "account") return names.accounts[object.id] ?? "erased person";
  return object.kind === "document" ? (names.documents[object.id] ?? "gone, or not open to you") : "";
}

/** One cell, quoted where it must be. */
export function csvCell(value: string | number): string {
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
