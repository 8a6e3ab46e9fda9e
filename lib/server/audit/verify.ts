/**
 * @file Verification of the audit log: walks the whole chain and says which lines were changed, moved, removed, cut off at
 * the end or added. Reads in pages and holds no transaction; lines that arrive meanwhile are left to the next run.
 * It cannot see that the whole log was rewritten with a new head: for that keep a head elsewhere and pass it as expected.
 */
import type { Database } from "../../../db/client";
import { findAuditHead, findAuditLinesOutside, scanAuditLines } from "../../../db/queries/audit";
import type { AuditFault, AuditLine, AuditVerification } from "../../contracts/audit";
import { GENESIS_HASH, hashAuditLine } from "../../core/audit-chain";
import { findMoved, type Suspect } from "./moved-lines";
import { rangesOf } from "./ranges";

const PAGE = 1_000;
/** Faults that are listed; the rest is counted. */
const MAX_FAULTS = 100;
/** Suspicious lines that are kept for a closer look. */
const MAX_SUSPECTS = 20_000;

export interface ExpectedHead {
  readonly seq: number;
  readonly hash: string;
}

/** What the walk has found, in sequence numbers. */
interface Findings {
  lines: number;
  /** Numbers without a line. */
  readonly missing: number[];
  /** Lines whose own hash does not fit what they say. */
  readonly suspects: Suspect[];
  /** Whole in themselves, but not what the next line was written after. */
  readonly rewritten: number[];
  /** Hash of the last line, as stored. */
  lastHash: string;
  lastSeq: number;
  expectedHash: string | null;
}

/** @param expected a head noted earlier; null when there is none */
export async function verifyAuditLog(db: Database, expected: ExpectedHead | null = null): Promise<AuditVerification> {
  const head = await findAuditHead(db);
  const last = head?.seq ?? Number.MAX_SAFE_INTEGER;
  const found = await walk(db, last, expected);
  const outside = head ? await findAuditLinesOutside(db, MAX_FAULTS) : [];
  const faults = [...faultsOf(found, head), ...outside.map((seq) => fault("added", seq, seq, `line ${seq} stands outside of the chain: the head does not know it`)), ...unexpected(found, expected)];
  faults.sort((a, b) => a.first - b.first);
  return { ok: faults.length === 0, lines: found.lines, head, faults: faults.slice(0, MAX_FAULTS), more: Math.max(0, faults.length - MAX_FAULTS) };
}

async function walk(db: Database, last: number, expected: ExpectedHead | null): Promise<Findings> {
  const found: Findings = { lines: 0, missing: [], suspects: [], rewritten: [], lastHash: GENESIS_HASH, lastSeq: 0, expectedHash: expected?.seq === 0 ? GENESIS_HASH : null };
  let before: { stored: string; computed: string } = { stored: GENESIS_HASH, computed: GENESIS_HASH };
  for (;;) {
    const page = await scanAuditLines(db, { after: found.lastSeq, last, limit: PAGE });
    for (const line of page) {
      before = examine(line, before, found);
      if (line.seq === expected?.seq) found.expectedHash = before.computed;
    }
    if (page.length < PAGE) break;
  }
  if (last !== Number.MAX_SAFE_INTEGER) pushRange(found.missing, found.lastSeq + 1, last);
  return found;
}

/** @returns this line's stored and computed hash, for the next one */
function examine(line: AuditLine, before: { stored: string; computed: string }, found: Findings): { stored: string; computed: string } {
  const computed = hashAuditLine(line);
  const follows = line.seq === found.lastSeq + 1;
  if (!follows) pushRange(found.missing, found.lastSeq + 1, line.seq - 1);
  if (computed !== line.hash) {
    if (found.suspects.length < MAX_SUSPECTS) found.suspects.push({ seq: line.seq, line });
  } else if (follows && before.stored === before.computed && line.previousHash !== before.stored) {
    // Both lines are whole, so the one before was exchanged after this one was written.
    found.rewritten.push(line.seq - 1);
  }
  found.lines += 1;
  found.lastSeq = line.seq;
  found.lastHash = line.hash;
  return { stored: line.hash, computed };
}

function faultsOf(found: Findings, head: ExpectedHead | null): AuditFault[] {
  const faults: AuditFault[] = [];
  if (head === null) faults.push(fault("head", 0, 0, "the head row is missing: nothing says where the log ended"));
  const moved = findMoved(found.suspects, found.missing);
  const origins = new Set(moved.map((each) => each.from));
  const slots = new Set(moved.map((each) => each.to));
  for (const { from, to } of moved) faults.push(fault("moved", to, to, `line ${to} was written as line ${from}`));
  for (const { seq } of found.suspects) if (!slots.has(seq)) faults.push(fault("changed", seq, seq, `line ${seq} was changed: its content does not fit its hash`));
  for (const seq of found.rewritten) faults.push(seq === 0 ? fault("removed", 0, 0, "what stood before line 1 is gone") : fault("changed", seq, seq, `line ${seq} was rewritten: the next line was written after another one`));
  const gone = [...found.missing, ...slots].filter((seq) => !origins.has(seq)).sort((a, b) => a - b);
  for (const [first, last] of rangesOf(gone)) {
    const truncated = first > found.lastSeq;
    const which = first === last ? `line ${first} is` : `lines ${first}–${last} are`;
    faults.push(fault(truncated ? "truncated" : "removed", first, last, `${which} missing${truncated ? " at the end" : ""}`));
  }
  const whole = head !== null && found.lastSeq === head.seq && !found.suspects.some((each) => each.seq === head.seq);
  if (whole && found.lastHash !== head.hash) {
    faults.push(head.seq === 0 ? fault("head", 0, 0, "the head of an empty log has a foreign hash") : fault("changed", head.seq, head.seq, `line ${head.seq} was rewritten: the head was set after another one`));
  }
  return faults;
}

function unexpected(found: Findings, expected: ExpectedHead | null): AuditFault[] {
  if (expected === null || found.expectedHash === expected.hash) return [];
  const message = found.expectedHash === null ? `line ${expected.seq}, which was expected, is not there` : `line ${expected.seq} is not the one that was expected: the log was rewritten up to there`;
  return [fault("not-as-expected", expected.seq, expected.seq, message)];
}

const fault = (kind: AuditFault["kind"], first: number, last: number, message: string): AuditFault => ({ kind, first, last, message });

function pushRange(list: number[], first: number, last: number): void {
  for (let seq = first; seq <= last && list.length < MAX_SUSPECTS; seq++) list.push(seq);
}
