/** @file Who may be named as a reader of a document: people with an account, and for kinds that not every role may hold, only those who have such a role. */
import { listPossibleReaders } from "../../../db/queries/document-terms";
import type { Database } from "../../../db/client";
import type { PossibleReaders } from "../../contracts/documents";
import { KIND_READERS, scopeOf } from "../../core/scope";
import type { Actor, DocumentKind } from "../../core/types";
import { authorise } from "../policy";

/** By name. @throws AppError "policy/forbidden" for whoever may not write access lists of this kind */
export async function possibleReaders(db: Database, actor: Actor, kind: DocumentKind): Promise<PossibleReaders> {
  authorise(actor, `documents:manage:${kind}`);
  const roles = KIND_READERS[kind];
  return { people: await listPossibleReaders(db, scopeOf(actor), roles === "everyone" ? null : roles) };
}
