/**
 * @file Mentoring: opt in with a card, ask a mentor, be answered; for L&D a round that assigns stably and proposes to both.
 * Names appear only on cards that their owners filled in. Whom somebody would not want is read here and shown to nobody.
 */
import { addPair, answerPair, deleteCard, findCard, listCards, listOpenPairs, listPairs, putCard, type CardOfPerson, type PairRow } from "../../../db/queries/growth-mentoring";
import { findProfile, listColleagues, listSharedSkills, listSkills, peopleById, requireOwnEntry, type GrowthPerson } from "../../../db/queries/growth-people";
import type { Database } from "../../../db/client";
import type { ExpertList, MentorChoice, MentoringCard, MentoringView, PairView, RoundView } from "../../contracts/growth-network";
import { systemClock, type Clock } from "../../core/clock";
import { dayOf } from "../../core/document-terms";
import { AppError } from "../../core/errors";
import { scopeOf, systemScope, type ActorScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { assignMentors, rankMentors } from "../../growth/network/assign-mentors";
import { rankExperts } from "../../growth/network/rank-experts";
import type { MentorOffer, MentorWish } from "../../growth/network-types";
import { STUDY_LANGUAGES, type StudyLanguage } from "../../growth/types";
import { record } from "../audit/record";
import { notify } from "../notifications/notify";
import { authorise, can } from "../policy";
import { heldOf, levelOf } from "./held";
import { studyLanguages } from "./profile";
import { timeZoneOf } from "./sites";
import { growthTaxonomy, nameOf } from "./taxonomy";

const cards = systemScope("mentoring cards, for finding each other");
const SHOWN_MENTORS = 12;
const SHOWN_EXPERTS = 10;
/** Evidence of a mentor's offer when their profile does not say more: whoever offers it can do it alone. */
const OFFERED_LEVEL = 3;

const studied = (languages: readonly string[]): StudyLanguage[] => STUDY_LANGUAGES.filter((language) => languages.includes(language));

/** Everyone above, nearest first: mentors stand outside the reporting line. */
function managersOf(person: GrowthPerson, people: ReadonlyMap<string, GrowthPerson>): string[] {
  const chain: string[] = [];
  for (let id = person.managerId; id !== null && !chain.includes(id); id = people.get(id)?.managerId ?? null) chain.push(id);
  return chain;
}

interface Market {
  readonly people: ReadonlyMap<string, GrowthPerson>;
  readonly all: readonly CardOfPerson[];
  readonly offers: readonly MentorOffer[];
}

async function marketOf(db: Database): Promise<Market> {
  const people = new Map((await listColleagues(db, cards)).map((person) => [person.id, person]));
  const all = await listCards(db, cards);
  const running = await listOpenPairs(db, cards);
  const taken = (id: string) => running.filter(({ mentorId, status }) => mentorId === id && status === "accepted").length;
  const offers = all.filter(({ asMentor }) => asMentor).map((card): MentorOffer => ({
    employeeId: card.employeeId, skills: card.offers.map((skillId) => ({ skillId, level: OFFERED_LEVEL })), languages: studied(card.languages), site: card.person.site, timeZone: timeZoneOf(card.person.site),
    department: card.person.department, capacity: Math.max(0, card.capacity - taken(card.employeeId)), managers: managersOf(card.person, people),
  }));
  return { people, all, offers };
}

const wishOf = (card: Pick<CardOfPerson, "employeeId" | "wants" | "languages" | "avoid">, person: GrowthPerson, people: ReadonlyMap<string, GrowthPerson>): MentorWish => ({
  employeeId: card.employeeId, skillIds: card.wants, languages: studied(card.languages), site: person.site, timeZone: timeZoneOf(person.site), department: person.department, managers: managersOf(person, people), notWith: card.avoid,
});

/** Mentors for what the reader wants, best first; `skillIds` instead of the card's, where given. */
export async function mentorsFor(db: Database, scope: ActorScope, skillIds: readonly string[] | null, clock: Clock): Promise<MentorChoice[]> {
  const me = await requireOwnEntry(db, scope);
  const { people, all, offers } = await marketOf(db);
  const card = all.find(({ employeeId }) => employeeId === me.id);
  const languages = card?.languages ?? studyLanguages(await findProfile(db, scope, me.id), me);
  const wants = skillIds ?? card?.wants ?? [];
  const refusedBy = new Set(all.filter(({ avoid }) => avoid.includes(me.id)).map(({ employeeId }) => employeeId));
  const wish = wishOf({ employeeId: me.id, wants: [...wants], languages: [...languages], avoid: card?.avoid ?? [] }, me, people);
  const matches = rankMentors(wish, offers.filter(({ employeeId }) => !refusedBy.has(employeeId)), { taxonomy: growthTaxonomy(), on: dayOf(clock.now()) });
  return matches.slice(0, SHOWN_MENTORS).flatMap((match) => {
    const mentor = all.find(({ employeeId }) => employeeId === match.mentorId);
    return mentor ? [{ id: mentor.employeeId, name: mentor.person.name, title: mentor.person.title, site: mentor.person.site, department: mentor.person.department, languages: studied(mentor.languages), offers: mentor.offers.map(nameOf), total: match.total, commonHours: match.commonHours, reason: match.reason }] : [];
  });
}

export async function mentoringOf(db: Database, actor: Actor, clock: Clock = systemClock): Promise<MentoringView> {
  authorise(actor, "growth:own");
  const scope = scopeOf(actor);
  const me = await requireOwnEntry(db, scope);
  const card = await findCard(db, scope);
  const all = await listCards(db, cards);
  const skills = [...new Set([...all.flatMap(({ offers }) => offers), ...(card?.wants ?? []), ...(await listSkills(db, scope, me.id)).map(({ skillId }) => skillId)])].map((id) => ({ id, name: nameOf(id) })).sort((a, b) => (a.name.en < b.name.en ? -1 : 1));
  return {
    card: card && { asMentor: card.asMentor, asMentee: card.asMentee, capacity: card.capacity, offers: card.offers, wants: card.wants, languages: studied(card.languages), avoid: card.avoid, note: card.note },
    mentors: await mentorsFor(db, scope, card?.asMentee ? null : all.filter(({ asMentor }) => asMentor).flatMap(({ offers }) => offers), clock),
    pairs: await pairViews(db, me.id, await listPairs(db, scope)),
    skills,
    colleagues: (await listColleagues(db, scope)).filter(({ id }) => id !== me.id).map(({ id, name }) => ({ id, name })),
    round: can(actor, "growth:manage") ? { mentees: all.filter(({ asMentee }) => asMentee).length, mentors: all.filter(({ asMentor }) => asMentor).length } : null,
  };
}

async function pairViews(db: Database, me: string, pairs: readonly PairRow[]): Promise<PairView[]> {
  const people = await peopleById(db, cards, pairs.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]));
  return pairs.map((pair) => {
    const role = pair.mentorId === me ? ("mentor" as const) : ("mentee" as const);
    const other = people.get(role === "mentor" ? pair.menteeId : pair.mentorId);
    const answerer = pair.origin === "request" ? pair.mentorId : pair.menteeId;
    return { id: pair.id, role, other: { id: other?.id ?? "", name: other?.name ?? "", title: other?.title ?? "", site: other?.site ?? "" }, origin: pair.origin, status: pair.status, skill: pair.skillId === null ? null : nameOf(pair.skillId), reason: pair.reason, message: pair.message, mayAnswer: pair.status === "asked" && answerer === me, createdAt: pair.createdAt.toISOString() };
  });
}

/** Null opts out. */
export async function changeCard(db: Database, actor: Actor, card: MentoringCard | null): Promise<MentoringView> {
  authorise(actor, "growth:own");
  if (card === null || (!card.asMentor && !card.asMentee)) await deleteCard(db, scopeOf(actor));
  else await putCard(db, scopeOf(actor), { ...card, offers: known(card.offers), wants: known(card.wants) });
  return mentoringOf(db, actor);
}

function known(ids: readonly string[]): string[] {
  const unknown = ids.filter((id) => growthTaxonomy().byId(id) === null);
  if (unknown.length > 0) throw new AppError("request/invalid", "a skill that the taxonomy does not know", { userMessage: `There is no skill “${unknown[0] ?? ""}” in the list. Choose one of the suggestions.` });
  return [...ids];
}

/** @throws AppError "request/not-found" unless the mentor is offered to this person; "request/conflict" when asked before or full */
export async function askMentor(db: Database, actor: Actor, request: { mentorId: string; skillId: string | null; message: string }, clock: Clock = systemClock): Promise<MentoringView> {
  authorise(actor, "growth:own");
  const scope = scopeOf(actor);
  const me = await requireOwnEntry(db, scope);
  const { all, offers } = await marketOf(db);
  const mentor = all.find(({ employeeId, asMentor }) => asMentor && employeeId === request.mentorId);
  const offered = mentor && (await mentorsFor(db, scope, mentor.offers, clock)).find(({ id }) => id === request.mentorId);
  if (!mentor || !offered) throw new AppError("request/not-found", "no such mentor for this person", { userMessage: "This colleague does not mentor, has no place left, or stands in your reporting line." });
  if ((offers.find(({ employeeId }) => employeeId === mentor.employeeId)?.capacity ?? 0) === 0) throw new AppError("request/conflict", "the mentor is full", { userMessage: `${mentor.person.name} has no place left now.` });
  const open = await listPairs(db, scope);
  if (open.some(({ mentorId, menteeId, status }) => mentorId === mentor.employeeId && menteeId === me.id && (status === "asked" || status === "accepted"))) throw new AppError("request/conflict", "asked before", { userMessage: "You have asked this mentor already." });
  await db.transaction(async (tx) => {
    await addPair(tx, scope, { mentorId: mentor.employeeId, menteeId: me.id, origin: "request", skillId: request.skillId, reason: offered.reason, message: request.message });
    if (mentor.person.userId) await notify(tx, [{ userId: mentor.person.userId, kind: "growth.mentor", words: { en: `${me.name} asks you to be their mentor.`, zh: `${me.name}希望您担任导师。` }, href: "/growth/network" }]);
  });
  return mentoringOf(db, actor, clock);
}

export async function answerRequest(db: Database, actor: Actor, id: string, answer: "accept" | "decline" | "end"): Promise<MentoringView> {
  authorise(actor, "growth:own");
  const scope = scopeOf(actor);
  const me = await requireOwnEntry(db, scope);
  await db.transaction(async (tx) => {
    const pair = await answerPair(tx, scope, { id, answer });
    const other = (await peopleById(tx, cards, [pair.mentorId === me.id ? pair.menteeId : pair.mentorId])).values().next().value;
    // Who ends or declines need not say why, and the other one is told kindly.
    const words = answer === "accept" ? { en: `${me.name} said yes to mentoring.`, zh: `${me.name}同意了导师辅导。` } : { en: `Mentoring with ${me.name} will not go on for now.`, zh: `与${me.name}的导师辅导暂不进行。` };
    if (other?.userId) await notify(tx, [{ userId: other.userId, kind: "growth.mentor", words, href: "/growth/network" }]);
  });
  return mentoringOf(db, actor);
}

/** A round by L&D: every mentee without a mentor, stably assigned; saved, it proposes each pair to the mentee. */
export async function mentoringRound(db: Database, actor: Actor, { save }: { save: boolean }, clock: Clock = systemClock): Promise<RoundView> {
  authorise(actor, "growth:manage");
  const { people, all, offers } = await marketOf(db);
  const open = await listOpenPairs(db, cards);
  const waiting = all.filter(({ asMentee, employeeId }) => asMentee && !open.some(({ menteeId }) => menteeId === employeeId));
  const wishes = waiting.map((card) => ({ ...wishOf(card, card.person, people), notWith: [...card.avoid, ...all.filter(({ avoid }) => avoid.includes(card.employeeId)).map(({ employeeId }) => employeeId)] }));
  const { pairs, unmatched } = assignMentors(wishes, offers, { taxonomy: growthTaxonomy(), on: dayOf(clock.now()) });
  const nameOfPerson = (id: string) => people.get(id)?.name ?? id;
  if (save && pairs.length > 0) {
    await db.transaction(async (tx) => {
      for (const pair of pairs) await addPair(tx, cards, { mentorId: pair.mentorId, menteeId: pair.menteeId, origin: "proposal", skillId: null, reason: pair.reason, message: "" });
      await notify(tx, pairs.flatMap(({ menteeId, mentorId }) => {
        const userId = people.get(menteeId)?.userId;
        return userId ? [{ userId, kind: "growth.mentor", words: { en: `A mentor is proposed to you: ${nameOfPerson(mentorId)}.`, zh: `为您推荐了一位导师：${nameOfPerson(mentorId)}。` }, href: "/growth/network" }] : [];
      }));
      await record(tx, actor, { action: "growth.mentor-round", object: { kind: "growth", id: null }, facts: { pairs: pairs.length, unmatched: unmatched.length } });
    });
  }
  return { saved: save, pairs: pairs.map(({ mentorId, menteeId, total, reason }) => ({ mentor: nameOfPerson(mentorId), mentee: nameOfPerson(menteeId), total, reason })), unmatched: unmatched.map(({ menteeId, reason }) => ({ mentee: nameOfPerson(menteeId), reason })) };
}

/** Who knows a skill, from evidence that people chose to share. @param skill an id or a name in either language */
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
      return person ? [{ id: person.id, name: person.name, title: person.title, site: person.site, level: levelOf(expert.level), reason: expert.reason, evidence: expert.evidence.slice(0, 2).map((item) => ({ ...item })) }] : [];
    }),
  };
}
