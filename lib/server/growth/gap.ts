/** @file My gap: what a target asks for against one's own skills, with reasons. Only ever of the person who asks. */
import { listSkills, requireOwnEntry } from "../../../db/queries/growth-people";
import type { Database } from "../../../db/client";
import type { GapView, TargetRef } from "../../contracts/growth";
import { scopeOf, type ActorScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { findGap } from "../../growth/gap/find-gap";
import type { Gap, ProfileSkill } from "../../growth/types";
import { authorise } from "../policy";
import { heldOf } from "./held";
import { shortlist } from "./occupations";
import { resolveTarget, type ResolvedTarget } from "./targets";
import { growthTaxonomy, namesOf } from "./taxonomy";

export interface OwnGap {
  readonly resolved: ResolvedTarget;
  readonly gap: Gap;
  readonly held: readonly ProfileSkill[];
  readonly employeeId: string;
}

/** @throws AppError "request/not-found" */
export async function gapOf(db: Database, scope: ActorScope, ref: TargetRef): Promise<OwnGap> {
  const me = await requireOwnEntry(db, scope);
  const held = heldOf(await listSkills(db, scope, me.id));
  const found = await resolveTarget(db, scope, ref);
  const resolved = { ...found, meant: found.meant && shortlist(found.meant, held) };
  return { resolved, held, employeeId: me.id, gap: findGap(resolved.target, resolved.needs, { held, taxonomy: growthTaxonomy() }) };
}

export async function ownGap(db: Database, actor: Actor, ref: TargetRef): Promise<GapView> {
  authorise(actor, "growth:own");
  const { gap, resolved } = await gapOf(db, scopeOf(actor), ref);
  return gapView(gap, resolved);
}

export function gapView(gap: Gap, { ref, target, documentId, unclear, meant }: ResolvedTarget): GapView {
  const items = gap.items.map((item) => ({ ...item, any: [...item.any], evidence: item.evidence.map(({ kind, text, on }) => ({ kind, text, on })) }));
  return { target: { ref, title: target.title, documentId }, items, coverage: gap.coverage, names: namesOf(items.flatMap(({ skillId, any, near }) => [skillId, ...any, ...(near ? [near.skillId] : [])])), unclear, meant };
}
