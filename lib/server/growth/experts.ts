/** @file The experts finder: who knows a skill, from evidence that people chose to share. */
import { listSharedSkills, requireOwnEntry } from "../../../db/queries/growth-people";
import type { Database } from "../../../db/client";
import type { ExpertList } from "../../contracts/growth-network";
import { systemClock, type Clock } from "../../core/clock";
import { dayOf } from "../../core/document-terms";
import { scopeOf } from "../../core/scope";
import type { Actor } from "../../core/types";
import { rankExperts } from "../../growth/network/rank-experts";
import { authorise } from "../policy";
import { givenLevel, heldOf, levelOf } from "./held";
import { growthTaxonomy } from "./taxonomy";

const SHOWN_EXPERTS = 10;

/** @param skill an id or a name in either language */
export async function expertsIn(db: Database, actor: Actor, skill: string, clock: Clock = systemClock): Promise<ExpertList> {
  authorise(actor, "growth:own");
  const scope = scopeOf(actor);
  const me = await requireOwnEntry(db, scope);
  const found = growthTaxonomy().byId(skill) ?? growthTaxonomy().normalise(skill);
  if (!found) return { skill: null, experts: [] };
  const rows = (await listSharedSkills(db, scope, null)).filter(({ employeeId }) => employeeId !== me.id);
  const people = [...new Set(rows.map(({ employeeId }) => employeeId))].map((employeeId) => ({ employeeId, skills: heldOf(rows.filter((row) => row.employeeId === employeeId)) }));
  const ranked = rankExperts(found.id, people, { taxonomy: growthTaxonomy(), on: dayOf(clock.now()), limit: SHOWN_EXPERTS });
  return {
    skill: { ...found.name },
    experts: ranked.flatMap((expert) => {
      const person = rows.find(({ employeeId }) => employeeId === expert.employeeId)?.person;
      return person ? [{ id: person.id, name: person.name, title: person.title, site: person.site, level: levelOf(expert.level), reason: expert.reason, evidence: expert.evidence.slice(0, 2).map(({ kind, text, on, level }) => ({ kind, text, on, level: givenLevel(level) })) }] : [];
    }),
  };
}
