/** @file What goes to the browser before a CV is checked there: the same for every CV, so it tells nothing of one. */
import { listSkills, requireOwnEntry } from "../../../db/queries/growth-people";
import type { Database } from "../../../db/client";
import type { CvCheckData } from "../../contracts/growth-cv";
import { scopeOf } from "../../core/scope";
import type { Actor } from "../../core/types";
import { authorise } from "../policy";
import { listTargets, resolveTarget } from "./targets";
import { growthTaxonomy } from "./taxonomy";

export async function cvCheckDataFor(db: Database, actor: Actor): Promise<CvCheckData> {
  authorise(actor, "growth:own");
  const scope = scopeOf(actor);
  const me = await requireOwnEntry(db, scope);
  const roles: CvCheckData["roles"] = [];
  for (const { ref, title } of await listTargets(db, scope, [])) {
    const { needs } = await resolveTarget(db, scope, ref);
    if (needs.length > 0) roles.push({ ref, title: { ...title }, needs: needs.map(({ any, importance }) => ({ any: [...any], importance })) });
  }
  const asked = new Set(roles.flatMap(({ needs }) => needs.flatMap(({ any }) => any)));
  const skills = growthTaxonomy().skills.filter(({ id }) => asked.has(id)).map(({ id, name, aliases }) => ({ id, name: { ...name }, also: [...aliases.en, ...aliases.zh] }));
  return { roles, skills, held: (await listSkills(db, scope, me.id)).map(({ skillId }) => skillId) };
}
