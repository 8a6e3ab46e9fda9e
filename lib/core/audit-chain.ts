/**
 * @file The audit log's chain: the hash of one line, over everything it says and the hash of the line before it.
 * Appending is db/queries/audit.ts, verification lib/server/audit/verify.ts; this is what the two must agree on.
 */
import { canonicalJson, type CanonicalValue } from "./canonical-json";
import { sha256 } from "./hash";

/** What the first line follows. */
export const GENESIS_HASH = "0".repeat(64);

/** A line without its own hash; the whole of it is hashed. */
export interface ChainedLine {
  readonly seq: number;
  /** ISO 8601, UTC, milliseconds. */
  readonly at: string;
  readonly actor: { readonly type: string; readonly id: string | null; readonly roles: readonly string[] };
  readonly action: string;
  readonly object: { readonly kind: string; readonly id: string | null };
  readonly facts: { readonly [name: string]: CanonicalValue };
  readonly address: string | null;
  readonly previousHash: string;
}

/** SHA-256 of the line's canonical JSON, 64 lower-case hex digits. A `hash` that the object carries is left out. */
export function hashAuditLine(line: ChainedLine): string {
  const { seq, at, actor, action, object, facts, address, previousHash } = line;
  return sha256(
    canonicalJson({
      seq,
      at,
      actor: { type: actor.type, id: actor.id, roles: actor.roles },
      action,
      object: { kind: object.kind, id: object.id },
      facts,
      address,
      previousHash,
    }),
  );
}
