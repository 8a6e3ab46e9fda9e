/** @file What goes to the browser before a CV is checked there: the same for every CV, so it tells nothing of one. */
import { listSkills, requireOwnEntry } from "../../../db/queries/growth-people";
import type { Database } from "../../../db/client";
import type { CvCheckData } from "../../contracts/growth-cv";
import { scopeOf } from "../../core/scope";
import type { Actor } from "../../core/types";
import type { NeededSkill } from "../../growth/types";
import { authorise } from "../policy";
import { occupations } from "./occupations";
import { listTargets, resolveTarget } from "./targets";
import { growthTaxonomy } from "./taxonomy";

const needOf = ({ any, importance }: NeededSkill) => ({ any: [...any], importance });

export async function cvCheckDataFor(db: Database, actor: Actor): Promise<CvCheckData> {
  authorise(actor, "growth:own");
  const scope = scopeOf(actor);
  const me = await requireOwnEntry(db, scope);
  const roles: CvCheckData["roles"] = [];
  for (const { ref, title } of await listTargets(db, scope, [])) {
    const { needs } = await resolveTarget(db, scope, ref);
    if (needs.length > 0) roles.push({ ref, title: { ...title }, needs: needs.map(needOf) });
  }
  const own = new Set(roles.flatMap(({ title }) => [title.en.toLowerCase(), title.zh]));
  const shown = occupations().all.filter(({ title }) => !own.has(title.en.toLowerCase()) && !own.has(title.zh)).map(({ id, title, needs }) => ({ ref: { kind: "occupation" as const, id, text: "" }, title: { ...title }, needs: needs.map(needOf) }));
  const idsOf = (targets: CvCheckData["roles"]) => new Set(targets.flatMap(({ needs }) => needs.flatMap(({ any }) => any)));
  const [asked, elsewhere] = [idsOf(roles), idsOf(shown)];
  const skills = growthTaxonomy().skills.filter(({ id }) => asked.has(id) || elsewhere.has(id)).map(({ id, name, aliases }) => ({ id, name: { ...name }, also: [...aliases.en, ...aliases.zh], namedOnly: !asked.has(id) }));
  return { roles, occupations: shown, skills, held: (await listSkills(db, scope, me.id)).map(({ skillId }) => skillId) };
}
