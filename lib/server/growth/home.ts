/** @file What is worth opening Cadre for on a Monday: the next steps, what waits for one's answer, where one could go. */
import { listCourses, listRoles } from "../../../db/queries/growth-catalogue";
import { listPairs } from "../../../db/queries/growth-mentoring";
import { listAskedOf, listSkills, requireOwnEntry } from "../../../db/queries/growth-people";
import { listApprovals, listPlans } from "../../../db/queries/growth-plans";
import type { Database } from "../../../db/client";
import type { GrowthHome, TargetChoice } from "../../contracts/growth";
import { systemClock, type Clock } from "../../core/clock";
import { scopeOf, systemScope, type ActorScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { covers, isConfirmation } from "../../growth/evidence";
import { interestReason } from "../../growth/interests";
import { authorise } from "../policy";
import { heldOf } from "./held";
import { ownInterests } from "./own-interests";
import { ownProfile } from "./profile";
import { storedViews } from "./plans";
import { listProgrammes } from "./programmes";
import { listTargets } from "./targets";

const names = systemScope("what waits for this person");
const SUGGESTED = 4;
/** So much nearer an interest makes a target. */
const INTEREST_SHARE = 0.05;

export async function growthHome(db: Database, actor: Actor, clock: Clock = systemClock): Promise<GrowthHome> {
  authorise(actor, "growth:own");
  const scope = scopeOf(actor);
  const me = await requireOwnEntry(db, scope);
  const profile = await ownProfile(db, actor);
  const rows = (await listPlans(db, scope, { employeeId: me.id })).filter(({ status }) => status !== "dropped");
  const pairs = await listPairs(db, scope);
  const isMine = (pair: (typeof pairs)[number]) => pair.status === "asked" && (pair.origin === "request" ? pair.mentorId : pair.menteeId) === me.id;
  const targets = await byInterest(db, scope, await listTargets(db, scope, heldOf(await listSkills(db, scope, me.id))));
  return {
    name: me.name,
    profile: { skills: profile.skills.length, confirmed: profile.skills.filter(({ evidence, level }) => evidence.some((item) => !item.asked && isConfirmation(item) && covers(item, level))).length, hoursPerWeek: profile.hoursPerWeek, shared: profile.skills.filter(({ shared }) => shared).length },
    plans: await storedViews(db, scope, rows, clock),
    programmes: await listProgrammes(db, await listCourses(db, scope)),
    suggestions: within(targets),
    asked: (await listAskedOf(db, names, me.id)).length,
    mentorRequests: pairs.filter(isMine).length,
    approvals: (await listApprovals(db, scope)).length,
  };
}

/** Of targets about as near, those that meet an interest first; it is said beside them. */
async function byInterest(db: Database, scope: ActorScope, targets: readonly TargetChoice[]): Promise<TargetChoice[]> {
  const interests = await ownInterests(db, scope);
  const needs = new Map((await listRoles(db, scope)).map((role) => [role.id, role.needs.flatMap(({ any }) => any)]));
  const weighed = targets.map((choice) => {
    const met = interests({ title: choice.title, skillIds: choice.ref.kind === "role" ? (needs.get(choice.ref.id ?? "") ?? []) : [] });
    const said = met && interestReason(met);
    return { near: (choice.coverage ?? -1) + (met ? INTEREST_SHARE : 0), choice: said ? { ...choice, about: { en: `${choice.about.en} · ${said.en.replace(/\.$/, "")}`, zh: `${choice.about.zh} · ${said.zh.replace(/。$/, "")}` } } : choice };
  });
  return weighed.sort((a, b) => b.near - a.near).map(({ choice }) => choice);
}

/** Near, but not there already: more than nine tenths would be standing still, less than a quarter another life. */
function within(targets: readonly TargetChoice[]): TargetChoice[] {
  return targets.filter(({ coverage }) => coverage !== null && coverage >= 0.25 && coverage < 0.9).slice(0, SUGGESTED);
}
