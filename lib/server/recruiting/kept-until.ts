/**
 * @file Until when people are kept: the term agreed with them (of their applications, or of their own where they applied for
 * nothing) or the company's term for résumés, whichever ends first. The retention clock acts on both.
 */
import { findDocument } from "../../../db/queries/documents";
import { listApplicationsOf } from "../../../db/queries/recruiting/applications";
import { listAgreedTerms, putOwnTerm } from "../../../db/queries/recruiting/held-back";
import type { Database } from "../../../db/client";
import type { KeptTerm } from "../../contracts/people";
import { addMonths, dayOf } from "../../core/document-terms";
import { AppError } from "../../core/errors";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor, DocumentId } from "../../core/types";
import { record } from "../audit/record";
import { retentionSettings } from "../retention/settings";

const scope = systemScope("terms of candidates");

/** @returns of each résumé until when it is kept and by what term; null: no term holds */
export async function keptTerms(db: Database, rows: readonly { readonly id: DocumentId; readonly createdAt: Date }[]): Promise<Map<string, KeptTerm | null>> {
  const [agreed, { resumes }] = [await listAgreedTerms(db, scope, rows.map(({ id }) => id)), await retentionSettings(db)];
  return new Map(rows.map(({ id, createdAt }) => [id, sooner(agreed.get(id) ?? null, resumes === null ? null : new Date(`${addMonths(dayOf(createdAt.getTime()), resumes)}T00:00:00Z`))]));
}

function sooner(agreed: Date | null, company: Date | null): KeptTerm | null {
  if (agreed !== null && (company === null || agreed <= company)) return { until: agreed.toISOString(), by: "agreed" };
  return company === null ? null : { until: company.toISOString(), by: "company" };
}

/**
 * Says until when somebody who applied for nothing is kept.
 * @param until last day, ISO; null: no term of their own
 * @throws AppError "request/not-found"; "request/conflict" for somebody with applications, whose terms those are
 */
export async function keepPerson(db: Database, actor: Actor, id: string, until: string | null): Promise<KeptTerm | null> {
  const row = await findDocument(db, scopeOf(actor), id);
  if (row?.kind !== "resume") throw new AppError("request/not-found", `no résumé ${id}`);
  if ((await listApplicationsOf(db, scope, row.id)).length > 0) throw new AppError("request/conflict", "the person has applications", { userMessage: "This person has applied: how long they are kept is set with each application." });
  const keepUntil = until === null ? null : new Date(`${until}T23:59:59.999Z`);
  await db.transaction(async (tx) => {
    await putOwnTerm(tx, scope, row.id, keepUntil);
    await record(tx, actor, { action: "candidate.kept", object: { kind: "document", id: row.id }, facts: { until: keepUntil?.toISOString() ?? null } });
  });
  return (await keptTerms(db, [row])).get(row.id) ?? null;
}
