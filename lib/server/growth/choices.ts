/** @file What the forms of growth choose from: skills by name, colleagues by name and post, targets. */
import { listColleagues, listSkills, requireOwnEntry } from "../../../db/queries/growth-people";
import type { Database } from "../../../db/client";
import type { GrowthChoices, TargetChoice } from "../../contracts/growth";
import { scopeOf, type ActorScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { authorise } from "../policy";
import { heldOf } from "./held";
import { occupationChoices } from "./occupations";
import { listTargets } from "./targets";
import { growthTaxonomy } from "./taxonomy";

export async function growthChoices(db: Database, scope: ActorScope): Promise<GrowthChoices> {
  const me = await requireOwnEntry(db, scope);
  const colleagues = (await listColleagues(db, scope)).filter(({ id }) => id !== me.id).map(({ id, name, title }) => ({ id, name, title }));
  const skills = growthTaxonomy().skills.map(({ id, name, aliases }) => ({ id, name: { ...name }, also: [...aliases.en, ...aliases.zh] }));
  return { skills, colleagues };
}

export async function ownTargets(db: Database, actor: Actor): Promise<{ targets: TargetChoice[] }> {
  authorise(actor, "growth:own");
  const scope = scopeOf(actor);
  const me = await requireOwnEntry(db, scope);
  const held = heldOf(await listSkills(db, scope, me.id));
  // The company's own first; an occupation of the same name says less.
  const own = await listTargets(db, scope, held);
  const names = new Set(own.flatMap(({ title }) => [title.en.toLowerCase(), title.zh]));
  return { targets: [...own, ...occupationChoices(held).filter(({ title }) => !names.has(title.en.toLowerCase()) && !names.has(title.zh))] };
}
