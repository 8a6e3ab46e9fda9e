/** @file What is worth opening Cadre for on a Monday: the next steps, what waits for one's answer, where one could go. */
import { listCourses } from "../../../db/queries/growth-catalogue";
import { listPairs } from "../../../db/queries/growth-mentoring";
import { listAskedOf, listSkills, requireOwnEntry } from "../../../db/queries/growth-people";
import { listApprovals, listPlans } from "../../../db/queries/growth-plans";
import type { Database } from "../../../db/client";
import type { GrowthHome, TargetChoice } from "../../contracts/growth";
import { systemClock, type Clock } from "../../core/clock";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { authorise } from "../policy";
import { heldOf } from "./held";
import { ownProfile } from "./profile";
import { storedViews } from "./plans";
import { listProgrammes } from "./programmes";
import { listTargets } from "./targets";

const names = systemScope("what waits for this person");
const SUGGESTED = 4;

export async function growthHome(db: Database, actor: Actor, clock: Clock = systemClock): Promise<GrowthHome> {
  authorise(actor, "growth:own");
  const scope = scopeOf(actor);
  const me = await requireOwnEntry(db, scope);
  const profile = await ownProfile(db, actor);
  const rows = (await listPlans(db, scope, { employeeId: me.id })).filter(({ status }) => status !== "dropped");
  const pairs = await listPairs(db, scope);
  const isMine = (pair: (typeof pairs)[number]) => pair.status === "asked" && (pair.origin === "request" ? pair.mentorId : pair.menteeId) === me.id;
  const targets = await listTargets(db, scope, heldOf(await listSkills(db, scope, me.id)));
  return {
    name: me.name,
    profile: { skills: profile.skills.length, confirmed: profile.skills.filter(({ evidence }) => evidence.some(({ kind, asked }) => !asked && (kind === "manager" || kind === "peer"))).length, hoursPerWeek: profile.hoursPerWeek, shared: profile.skills.filter(({ shared }) => shared).length },
    plans: await storedViews(db, scope, rows, clock),
    programmes: await listProgrammes(db, await listCourses(db, scope)),
    suggestions: within(targets),
    asked: (await listAskedOf(db, names, me.id)).length,
    mentorRequests: pairs.filter(isMine).length,
    approvals: (await listApprovals(db, scope)).length,
  };
}

/** Near, but not there already: more than nine tenths would be standing still, less than a quarter another life. */
function within(targets: readonly TargetChoice[]): TargetChoice[] {
  return targets.filter(({ coverage }) => coverage !== null && coverage >= 0.25 && coverage < 0.9).slice(0, SUGGESTED);
}
