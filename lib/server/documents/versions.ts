/** @file Earlier texts of a document, each compared with the one that followed it, for whoever may read the document. */
import { findDocumentText } from "../../../db/queries/documents";
import { listVersions } from "../../../db/queries/document-versions";
import type { DocumentVersionList } from "../../contracts/documents";
import { scopeOf } from "../../core/scope";
import type { Actor } from "../../core/types";
import { isReadingRecorded } from "../audit/reading";
import { record } from "../audit/record";
import type { Services } from "../services";
import { compareTexts } from "./compare-texts";
import { getDocument } from "./manage";

/** @throws AppError "request/not-found"; "data/unavailable" without an audit line */
export async function documentVersions(services: Services, actor: Actor, id: string): Promise<DocumentVersionList> {
  const row = await getDocument(services, actor, id);
  const scope = scopeOf(actor);
  const earlier = await listVersions(services.db, scope, id);
  let next = await findDocumentText(services.db, scope, id);
  if (isReadingRecorded(row)) await record(services.db, actor, { action: "document.opened", object: { kind: "document", id: row.id }, facts: { kind: row.kind } });
  const versions = earlier.map((version) => {
    const compared = next ? compareTexts(version, next) : { changes: [], unchanged: 0 };
    next = { documentId: row.id, text: version.text, blocks: version.blocks, pages: [] };
    return { number: version.number, title: version.title, addedAt: version.addedAt.toISOString(), replacedAt: version.replacedAt.toISOString(), ...compared };
  });
  return { id: row.id, title: row.title, versions };
}
