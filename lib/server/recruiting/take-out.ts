/**
 * @file What others keep of a person whose résumé goes: equal-opportunity records, answers and cards in chats, ratings, lists as
 * they were shown. Goes with the résumé on every way out: erasure with a receipt, deletion among the documents, retention.
 */
import { findDocument } from "../../../db/queries/documents";
import { listApplicationsOf } from "../../../db/queries/recruiting/applications";
import { deleteRecords } from "../../../db/queries/recruiting/equal-opportunity";
import { takeOutOfOthers } from "../../../db/queries/recruiting/traces";
import type { Database } from "../../../db/client";
import { systemScope } from "../../core/scope";
import type { DocumentId } from "../../core/types";
import { nameForms } from "../../people/terms/name-forms";
import { opportunityKey, subjectOf } from "./equal-opportunity";
import { forgetPool } from "./pool";

const scope = systemScope("erasure");
const SAID = "An answer stood here that showed a person whose data was erased since. · 此处的答案曾展示某位候选人，其数据已被抹除。";

/** The full name as a chat may have it: each script by itself, either order. A single word is no full name. */
export function fullNames(name: string | null): string[] {
  if (name === null) return [];
  const { runs, wholes } = nameForms(name);
  return [...new Set([...runs, ...wholes.flatMap((words) => [words.join(" "), `${words[0]}, ${words.slice(1).join(" ")}`]), ...(name.trim().includes(" ") ? [name.trim()] : [])])];
}

/** While the résumé is still there: its applications are found by it. */
export async function takeOutPerson(db: Database, documentId: DocumentId): Promise<void> {
  const applications = await listApplicationsOf(db, scope, documentId);
  const key = await opportunityKey(db);
  await db.transaction(async (tx) => {
    await deleteRecords(tx, scope, applications.map(({ code }) => subjectOf(key, code)));
    await takeOutOfOthers(tx, scope, { documentId, applicationIds: applications.map(({ id }) => id), names: fullNames((await findDocument(tx, scope, documentId))?.personName ?? null), said: SAID });
  });
  forgetPool(db);
}
