/**
 * @file May this scope read this document? The same rule as db/queries/readable.ts, on objects; the database's
 * contract suite checks that the two never disagree.
 */
import type { Scope } from "../../core/scope";
import type { DocumentKind, Principal } from "../../core/types";

/**
 * True when the kind is open to the scope's roles and the access list names the scope, or it is a résumé that names an
 * opening which the scope is hiring manager of. An empty list names nobody.
 */
export function canReadDocument(scope: Scope, document: { readonly kind: DocumentKind; readonly acl: readonly Principal[] }): boolean {
  if (scope.type === "system") return true;
  if (scope.kinds.includes(document.kind) && document.acl.some((principal) => scope.principals.includes(principal))) return true;
  return document.kind === "resume" && document.acl.some((principal) => scope.openings.includes(principal));
}
