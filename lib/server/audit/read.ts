/**
 * @file Reading the audit log: a page of lines for the screen, the whole of them (or of a filter) as a file. Names are
 * looked up at reading time, so that someone who was erased is nothing but an id in lines of any age.
 */
import { countAuditLines, findAuditHead, findDocumentsTitled, listAuditLines, listAuditLinesForward, listAuditPeople, resolveAuditNames, type AuditFilter } from "../../../db/queries/audit";
import type { Database } from "../../../db/client";
import type { AuditExportQuery, AuditLine, AuditPage, AuditQuery } from "../../contracts/audit";
import { scopeOf, type ActorScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { can } from "../policy";
import { CSV_HEAD, csvRow } from "./csv";
import { record } from "./record";

/** Documents whose titles fit the words of a filter. */
const MAX_TITLED = 200;
const OWN_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const EXPORT_PAGE = 1_000;

type FilterQuery = Pick<AuditQuery, "person" | "action" | "document" | "from" | "until">;

/** Newest first. @throws AppError "policy/forbidden" for who is neither hr_lead nor admin */
export async function readAuditPage(db: Database, actor: Actor, query: AuditQuery): Promise<AuditPage> {
  const scope = scopeOf(actor);
  const filter = await filterOf(db, scope, query);
  const found = await listAuditLines(db, scope, filter, { before: query.before, limit: query.limit + 1 });
  const lines = found.slice(0, query.limit);
  const people = query.before === undefined ? await listAuditPeople(db, scope) : null;
  return {
    lines,
    next: found.length > query.limit ? (lines.at(-1)?.seq ?? null) : null,
    length: can(actor, "audit:read") ? ((await findAuditHead(db))?.seq ?? 0) : await countAuditLines(db, scope),
    names: await namesFor(db, scope, lines, people ?? []),
    people,
  };
}

/**
 * The lines as a file, oldest first, streamed. That it was taken is a line of its own, written before the first byte
 * leaves; the file ends before that line. JSON lines carry exactly what is hashed, ids only; CSV has names for reading.
 *
 * @throws AppError "policy/forbidden"; "data/unavailable" when the export cannot be recorded
 */
export async function exportAuditLog(db: Database, actor: Actor, query: AuditExportQuery): Promise<Response> {
  const scope = scopeOf(actor);
  const filter = await filterOf(db, scope, query);
  const last = (await findAuditHead(db))?.seq ?? 0;
  const facts = {
    format: query.format,
    lines: await countAuditLines(db, scope, filter),
    person: query.person ?? null,
    action: query.action ?? null,
    byDocument: filter.documents !== undefined,
    from: filter.from?.toISOString() ?? null,
    until: filter.until?.toISOString() ?? null,
  };
  await record(db, actor, { action: "audit.exported", object: { kind: "log", id: null }, facts });
  const isCsv = query.format === "csv";
  return new Response(streamLines({ db, scope, filter, last }, isCsv), {
    headers: {
      "content-type": isCsv ? "text/csv; charset=utf-8" : "application/jsonl; charset=utf-8",
      "content-disposition": `attachment; filename="cadre-audit-${new Date().toISOString().slice(0, 10)}.${query.format}"`,
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}

interface Selection {
  readonly db: Database;
  readonly scope: ActorScope;
  readonly filter: AuditFilter;
  readonly last: number;
}

function streamLines({ db, scope, filter, last }: Selection, isCsv: boolean): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let after = 0;
  return new ReadableStream({
    start(controller) {
      // A byte order mark: without it spreadsheets read UTF-8 as something else.
      if (isCsv) controller.enqueue(encoder.encode(`\uFEFF${CSV_HEAD}`));
    },
    async pull(controller) {
      const lines = await listAuditLinesForward(db, scope, filter, { after, last, limit: EXPORT_PAGE });
      const names = isCsv ? await namesFor(db, scope, lines, []) : null;
      if (lines.length > 0) controller.enqueue(encoder.encode(lines.map((line) => (names ? csvRow(line, names) : `${JSON.stringify(line)}\n`)).join("")));
      after = lines.at(-1)?.seq ?? after;
      if (lines.length < EXPORT_PAGE) controller.close();
    },
  });
}

async function filterOf(db: Database, scope: ActorScope, query: FilterQuery): Promise<AuditFilter> {
  const words = query.document ?? "";
  const ids = words === "" ? undefined : OWN_ID.test(words) ? [words] : await findDocumentsTitled(db, scope, words, MAX_TITLED);
  return {
    person: query.person,
    action: query.action,
    documents: ids,
    from: query.from === undefined ? undefined : new Date(query.from),
    until: query.until === undefined ? undefined : new Date(query.until),
  };
}

function namesFor(db: Database, scope: ActorScope, lines: readonly AuditLine[], people: readonly string[]): Promise<AuditPage["names"]> {
  const accounts = new Set(people);
  const documents = new Set<string>();
  for (const line of lines) {
    if (line.actor.type === "person" && line.actor.id) accounts.add(line.actor.id);
    if (line.object.kind === "account" && line.object.id) accounts.add(line.object.id);
    if (line.object.kind === "document" && line.object.id) documents.add(line.object.id);
    const { documents: listed, readersBefore, readersAfter, person } = line.facts;
    if (Array.isArray(listed)) for (const id of listed) documents.add(id);
    for (const readers of [readersBefore, readersAfter]) if (Array.isArray(readers)) for (const name of readers) if (name.startsWith("user:")) accounts.add(name.slice(5));
    if (typeof person === "string") accounts.add(person);
  }
  return resolveAuditNames(db, scope, { accounts: [...accounts], documents: [...documents] });
}
