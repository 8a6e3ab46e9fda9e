/**
 * @file Moving inside the company: an employee tells those who recruit for an opening that they are interested. They learn name,
 * post and site, nothing of the growth profile; the manager is not told. Once per person and opening.
 */
import { findDocument } from "../../../db/queries/documents";
import { requireOwnEntry } from "../../../db/queries/growth-people";
import { wasTold } from "../../../db/queries/notifications";
import { listMembers, listNamable } from "../../../db/queries/recruiting/openings";
import { listAccounts } from "../../../db/queries/people";
import type { Database } from "../../../db/client";
import type { InterestTold } from "../../contracts/growth-offering";
import { AppError } from "../../core/errors";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor, DocumentId, UserId } from "../../core/types";
import { record } from "../audit/record";
import { notify } from "../notifications/notify";
import { authorise } from "../policy";

const scope = systemScope("who recruits for an opening");
const KIND = "growth.interest";

/** @throws AppError "request/not-found" unless it is an opening that the employee may read; "request/conflict" when it was said before */
export async function showInterest(db: Database, actor: Actor, { openingId }: { readonly openingId: string }): Promise<InterestTold> {
  authorise(actor, "growth:own");
  const own = scopeOf(actor);
  const me = await requireOwnEntry(db, own);
  const opening = await findDocument(db, own, openingId);
  if (opening?.kind !== "job") throw new AppError("request/not-found", "no such opening for this reader");
  const words = { en: `${me.name} (${me.title}, ${me.site}) is interested in an opening that you recruit for.`, zh: `${me.name}（${me.title}，${me.site}）对您负责招聘的职位感兴趣。` };
  const told = (await recruitersOf(db, opening.id)).filter((id) => id !== actor.userId);
  if (told.length === 0) throw new AppError("request/conflict", "nobody recruits here", { userMessage: "Nobody recruits in Cadre yet. Write to HR." });
  const item = { kind: KIND, words, href: `/jobs/${opening.id}` };
  if (await wasTold(db, scope, item)) throw new AppError("request/conflict", "said before", { userMessage: "They know already that you are interested." });
  await db.transaction(async (tx) => {
    await notify(tx, told.map((userId) => ({ ...item, userId })));
    await record(tx, actor, { action: "growth.interest-shown", object: { kind: "document", id: opening.id }, facts: { told: told.length } });
  });
  return { told: told.length };
}

/** Those who work on it; where nobody does yet, everyone who recruits; HR leads where nobody recruits at all. */
async function recruitersOf(db: Database, openingId: DocumentId): Promise<UserId[]> {
  const members = (await listMembers(db, scope, [openingId])).get(openingId) ?? [];
  if (members.length > 0) return members.map(({ userId }) => userId);
  const recruiters = await listNamable(db, scope, "recruiter");
  if (recruiters.length > 0) return recruiters.map(({ userId }) => userId);
  return (await listAccounts(db, scope)).filter(({ roles, disabled, removedAt }) => roles.includes("hr_lead") && !disabled && removedAt === null).map(({ id }) => id);
}
