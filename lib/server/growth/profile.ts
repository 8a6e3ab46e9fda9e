/**
 * @file My profile: the employee owns it. They see who can see what, correct everything, and withdraw consent with effect
 * at the next request of anybody. A confirmation is asked of one colleague, given or refused by that colleague only, and can be taken back until then.
 */
import { deleteSkill, findProfile, listAskedOf, listSkills, peopleById, putEvidence, putProfile, putSkill, requireOwnEntry, type GrowthPerson, type ProfileRow } from "../../../db/queries/growth-people";
import type { Database } from "../../../db/client";
import type { Confirmation, GrowthProfileView, ProfileChange, SkillChange } from "../../contracts/growth";
import { systemClock, type Clock } from "../../core/clock";
import { dayOf } from "../../core/document-terms";
import { AppError } from "../../core/errors";
import { scopeOf, systemScope, type ActorScope } from "../../core/scope";
import type { Actor, UserId } from "../../core/types";
import { STUDY_LANGUAGES, type StudyLanguage } from "../../growth/types";
import { record } from "../audit/record";
import { notify, takeBackNotice } from "../notifications/notify";
import { authorise } from "../policy";
import { currencyAt } from "./company-budget";
import { evidenceViews, inOrder, levelOf } from "./held";
import { sharedNowOf } from "./sharing";
import { growthTaxonomy, nameOf } from "./taxonomy";

const names = systemScope("names beside a growth profile");

/** Hours a week, until a person says otherwise. */
const DEFAULT_HOURS = 3;

export async function ownProfile(db: Database, actor: Actor): Promise<GrowthProfileView> {
  authorise(actor, "growth:own");
  const scope = scopeOf(actor);
  return profileView(db, scope, await requireOwnEntry(db, scope));
}

async function profileView(db: Database, scope: ActorScope, person: GrowthPerson): Promise<GrowthProfileView> {
  const profile = await findProfile(db, scope, person.id);
  const skills = await listSkills(db, scope, person.id);
  const asked = await listAskedOf(db, names, person.id);
  const people = await peopleById(db, names, [person.managerId ?? "", ...skills.flatMap(({ evidence }) => evidence.flatMap(({ by }) => by ?? [])), ...asked.map(({ employeeId }) => employeeId)]);
  return {
    person: { id: person.id, name: person.name, title: person.title, department: person.department, site: person.site, manager: people.get(person.managerId ?? "")?.name ?? null },
    currency: await currencyAt(db, person.site),
    interests: profile?.interests ?? "",
    goals: profile?.goals ?? "",
    hoursPerWeek: profile?.hoursPerWeek ?? DEFAULT_HOURS,
    languages: studyLanguages(profile, person),
    projects: profile?.projects ?? [],
    share: { manager: profile?.shareManager ?? false, experts: profile?.shareExperts ?? false, groups: profile?.shareGroups ?? false, graph: profile?.shareGraph ?? false },
    consentedAt: profile?.consentedAt?.toISOString() ?? null,
    sharedNow: await sharedNowOf(db, scope, { person, profile, skills }),
    skills: inOrder(skills.map((row) => ({ skillId: row.skillId, name: nameOf(row.skillId), level: levelOf(row.level), shared: row.shared, evidence: evidenceViews(row.evidence, people) }))),
    asked: asked.map((row) => ({ employeeId: row.employeeId, name: people.get(row.employeeId)?.name ?? "", skillId: row.skillId, skill: nameOf(row.skillId), level: levelOf(row.level) })),
  };
}

/** What a person can learn in: as they say, else their working language. */
export function studyLanguages(profile: Pick<ProfileRow, "languages"> | null, person: Pick<GrowthPerson, "language">): StudyLanguage[] {
  const said = profile?.languages ?? [person.language];
  const known = STUDY_LANGUAGES.filter((language) => said.includes(language));
  return known.length > 0 ? known : ["en"];
}

/** Consents are recorded: when somebody asks later who could see what, the log says. */
export async function changeProfile(db: Database, actor: Actor, change: ProfileChange, clock: Clock = systemClock): Promise<GrowthProfileView> {
  authorise(actor, "growth:own");
  const scope = scopeOf(actor);
  const me = await requireOwnEntry(db, scope);
  const { share, ...rest } = change;
  const isOpen = share && (share.manager || share.experts || share.groups || share.graph);
  await db.transaction(async (tx) => {
    await putProfile(tx, scope, { ...rest, ...(share ? { shareManager: share.manager, shareExperts: share.experts, shareGroups: share.groups, shareGraph: share.graph, consentedAt: isOpen ? new Date(clock.now()) : null } : {}) });
    if (share) await record(tx, actor, { action: "growth.consent-changed", object: { kind: "growth", id: me.id }, facts: share });
  });
  return ownProfile(db, actor);
}

/** Writes a skill; confirmations that others gave stay. @throws AppError "request/invalid" for a skill that the taxonomy does not know */
export async function changeSkill(db: Database, actor: Actor, change: SkillChange): Promise<GrowthProfileView> {
  authorise(actor, "growth:own");
  const scope = scopeOf(actor);
  const me = await requireOwnEntry(db, scope);
  const skill = growthTaxonomy().byId(change.skillId) ?? growthTaxonomy().normalise(change.skillId);
  if (!skill) {
    throw new AppError("request/invalid", "a skill that the taxonomy does not know", { userMessage: `There is no skill “${change.skillId}” in the list. Choose one of the suggestions.` });
  }
  const before = (await listSkills(db, scope, me.id)).find(({ skillId }) => skillId === skill.id);
  const given = (before?.evidence ?? []).filter(({ kind }) => kind === "manager" || kind === "peer");
  const own = change.evidence.map((item) => ({ ...item, by: null }));
  await db.transaction(async (tx) => {
    if (!before) await putProfile(tx, scope, {});
    await putSkill(tx, scope, { skillId: skill.id, level: change.level, shared: change.shared, evidence: [...own, ...given] });
  });
  return ownProfile(db, actor);
}

export async function removeSkill(db: Database, actor: Actor, skillId: string): Promise<GrowthProfileView> {
  authorise(actor, "growth:own");
  await deleteSkill(db, scopeOf(actor), skillId);
  return ownProfile(db, actor);
}

/** @throws AppError "request/not-found"; "request/conflict" when this colleague was asked before, or has answered what is withdrawn */
export async function confirmSkill(db: Database, actor: Actor, request: Confirmation, clock: Clock = systemClock): Promise<GrowthProfileView> {
  authorise(actor, "growth:own");
  const scope = scopeOf(actor);
  const me = await requireOwnEntry(db, scope);
  if (request.do === "ask") await askFor(db, actor, me, request);
  else if (request.do === "withdraw") await withdraw(db, actor, me, request);
  else {
    const row = (await listAskedOf(db, names, me.id)).find(({ employeeId, skillId }) => employeeId === request.employeeId && skillId === request.skillId);
    if (!row) throw new AppError("request/not-found", "no confirmation is asked of this person", { userMessage: "This request has been answered or taken back." });
    const owner = (await peopleById(db, names, [row.employeeId])).get(row.employeeId);
    const kind = owner?.managerId === me.id ? ("manager" as const) : ("peer" as const);
    if (request.confirm && request.level !== row.level) throw new AppError("request/conflict", "the level was changed after it was looked at", { userMessage: "The level has been changed in the meantime. Look at it again, then answer." });
    const given = { kind, text: request.text, by: me.id, on: dayOf(clock.now()), level: row.level };
    // What this colleague said before, of another level, gives way to what they say now; "I can't say" leaves it.
    const evidence = row.evidence.flatMap((item) => (item.by !== me.id ? [item] : request.confirm ? (item.asked === true ? [given] : []) : item.asked === true ? [] : [item]));
    await db.transaction(async (tx) => {
      await putEvidence(tx, names, { employeeId: row.employeeId, skillId: row.skillId, evidence });
      if (!owner?.userId || !request.confirm) return;
      const skill = nameOf(row.skillId);
      await notify(tx, [{ userId: owner.userId, kind: "growth.confirmed", words: { en: `${me.name} confirmed your skill in ${skill.en} at level ${row.level}.`, zh: `${me.name}确认了您的“${skill.zh}”技能（${row.level} 级）。` }, href: "/growth/profile" }]);
    });
  }
  return ownProfile(db, actor);
}

async function askFor(db: Database, actor: Actor, me: GrowthPerson, { skillId, colleagueId }: { skillId: string; colleagueId: string }): Promise<void> {
  const scope = scopeOf(actor);
  const row = (await listSkills(db, scope, me.id)).find((skill) => skill.skillId === skillId);
  const colleague = (await peopleById(db, names, [colleagueId])).get(colleagueId);
  if (!row || !colleague || colleague.id === me.id) throw new AppError("request/not-found", "no such skill of one's own, or no such colleague");
  const theirs = row.evidence.filter(({ by }) => by === colleagueId);
  if (theirs.some(({ asked }) => asked === true)) throw new AppError("request/conflict", "this colleague was asked before", { userMessage: "You have asked this colleague already." });
  // Of a higher level than the one they spoke of they may be asked anew.
  if (theirs.some(({ level }) => (level ?? 0) >= row.level)) throw new AppError("request/conflict", "this colleague has confirmed this level", { userMessage: "This colleague has confirmed this level already." });
  const kind = me.managerId === colleagueId ? ("manager" as const) : ("peer" as const);
  await db.transaction(async (tx) => {
    await putSkill(tx, scope, { ...row, evidence: [...row.evidence, { kind, text: "", by: colleagueId, on: null, asked: true }] });
    if (colleague.userId) await notify(tx, [askedNotice(me, skillId, colleague.userId)]);
  });
}

const askedNotice = (me: GrowthPerson, skillId: string, userId: UserId) => {
  const skill = nameOf(skillId);
  return { userId, kind: "growth.asked", words: { en: `${me.name} asks you to confirm a skill: ${skill.en}.`, zh: `${me.name}请您确认一项技能：“${skill.zh}”。` }, href: "/growth/profile" };
};

/** What waits goes; what this colleague confirmed before, of another level, stays. */
async function withdraw(db: Database, actor: Actor, me: GrowthPerson, { skillId, colleagueId }: { skillId: string; colleagueId: string }): Promise<void> {
  const scope = scopeOf(actor);
  await db.transaction(async (tx) => {
    const row = (await listSkills(tx, scope, me.id)).find((skill) => skill.skillId === skillId);
    const evidence = (row?.evidence ?? []).filter(({ by, asked }) => !(by === colleagueId && asked === true));
    if (!row || evidence.length === row.evidence.length) throw new AppError("request/conflict", "nothing is asked of this colleague", { userMessage: "This request has been answered or taken back." });
    await putSkill(tx, scope, { ...row, evidence });
    const colleague = (await peopleById(tx, names, [colleagueId])).get(colleagueId);
    if (colleague?.userId) await takeBackNotice(tx, askedNotice(me, skillId, colleague.userId));
  });
}
