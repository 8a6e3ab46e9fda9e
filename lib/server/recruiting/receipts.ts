/**
 * @file Receipts of erasures, read again: HR leads read every one, also those that the retention clock wrote; a recruiter
 * reads those of what they erased themselves. Each is checked against the fingerprint that it was kept with. They stay readable
 * while candidates are switched off: who answers a request of a data subject needs them then, too.
 */
import { countErasures, listErasures } from "../../../db/queries/recruiting/erasures";
import type { ErasuresPage, ErasuresQuery } from "../../contracts/erasures";
import { canonicalJson } from "../../core/canonical-json";
import { scopeOf } from "../../core/scope";
import { sha256 } from "../../core/hash";
import type { Actor } from "../../core/types";
import { authorise, can } from "../policy";
import type { Services } from "../services";

/** @throws AppError "policy/forbidden" for whoever may neither erase nor read receipts */
export async function readReceipts({ db }: Pick<Services, "db">, actor: Actor, { before, limit }: ErasuresQuery): Promise<ErasuresPage> {
  const every = can(actor, "erasures:read");
  if (!every) authorise(actor, "documents:delete:resume");
  const byId = every ? undefined : actor.userId;
  const rows = await listErasures(db, scopeOf(actor), { limit: limit + 1, before, byId });
  const shown = rows.slice(0, limit);
  return {
    shows: every ? "every" : "own",
    ...(await countErasures(db, scopeOf(actor), byId)),
    receipts: shown.map(({ id, receipt, sha256: kept, by }) => ({ receipt: { ...receipt, id, sha256: kept }, by, intact: sha256(canonicalJson(receipt)) === kept })),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}
