/**
 * @file Dataset snapshot: the labels that a model was trained and judged on, immutable and named by the hash of their
 * content. Deleting a person or a document takes rows out and marks the snapshot; its name stays, its content says so.
 */
import type { LabelLine } from "../../contracts/labels";
import { canonicalJson, type CanonicalValue } from "../../core/canonical-json";
import { sha256 } from "../../core/hash";
import type { Split } from "./split";

export interface SnapshotRow extends LabelLine {
  readonly split: Split;
  /** Name of its question group. */
  readonly group: string;
}

export interface Erasure {
  /** ISO time. */
  readonly at: string;
  readonly rows: number;
  readonly reason: "person" | "document";
}

export interface Snapshot {
  /** SHA-256 of the rows as they were when it was made: never changes. */
  readonly id: string;
  readonly rows: readonly SnapshotRow[];
  readonly erasures: readonly Erasure[];
}

/** Rows in any order give the same id. */
export function createSnapshot(rows: readonly SnapshotRow[]): Snapshot {
  const sorted = [...rows].sort((a, b) => (contentOf(a) < contentOf(b) ? -1 : 1));
  return { id: sha256(sorted.map(contentOf).join("\n")), rows: sorted, erasures: [] };
}

/** What counts of a row. Fractions differ between machines' texts: weights are kept in thousandths. */
function contentOf({ query, passage, relevance, weight = 1, split, group, user, source, document }: SnapshotRow): string {
  const content: CanonicalValue = { query, passage, relevance, weight: Math.round(weight * 1000), split, group, user: user ?? null, source: source ?? null, document: document ?? null };
  return canonicalJson(content);
}

/** True while the rows are those that the id names. False after an erasure, or when somebody changed the file. */
export function isIntact(snapshot: Snapshot): boolean {
  return createSnapshot(snapshot.rows).id === snapshot.id;
}

/**
 * Takes out what belongs to a person or a document.
 *
 * @returns the snapshot itself when nothing does
 */
export function eraseFromSnapshot(snapshot: Snapshot, what: { readonly user: string } | { readonly document: string }, at: Date): Snapshot {
  const goes = (row: SnapshotRow): boolean => ("user" in what ? row.user === what.user : row.document === what.document);
  const rows = snapshot.rows.filter((row) => !goes(row));
  const removed = snapshot.rows.length - rows.length;
  if (removed === 0) return snapshot;
  return { ...snapshot, rows, erasures: [...snapshot.erasures, { at: at.toISOString(), rows: removed, reason: "user" in what ? "person" : "document" }] };
}

export function countRows({ rows }: Snapshot): Record<Split, { labels: number; groups: number }> {
  const of = (split: Split) => {
    const own = rows.filter((row) => row.split === split);
    return { labels: own.length, groups: new Set(own.map((row) => row.group)).size };
  };
  return { train: of("train"), dev: of("dev"), test: of("test") };
}
