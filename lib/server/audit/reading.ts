/**
 * @file Whose reading is recorded. Looking into a résumé, or into a document that not every employee may read, leaves a
 * line. Reading what is open to all does not: who looked up the burn-out or the pregnancy policy is nobody's business,
 * and a list of it would tell what no one has sent.
 */
import type { DocumentKind, Principal } from "../../core/types";

/** Changing, deleting and adding are recorded for every document; this is about opening and downloading only. */
export function isReadingRecorded(document: { readonly kind: DocumentKind; readonly acl: readonly Principal[] }): boolean {
  return document.kind === "resume" || !document.acl.includes("role:employee");
}
