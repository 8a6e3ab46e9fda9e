/**
 * @file Mentoring: opt in with a card, ask a mentor, be answered, arrange a conversation. Names appear only on cards that
 * their owners filled in; mentor-market.ts says who fits, mentor-round.ts assigns many at once.
 */
import { addPair, answerPair, deleteCard, findCard, listPairs, putCard, setMeeting, type CardRow, type PairRow } from "../../../db/queries/growth-mentoring";
import { listColleagues, listSkills, peopleById, requireOwnEntry, type GrowthPerson } from "../../../db/queries/growth-people";
import type { Database } from "../../../db/client";
import type { MentoringCard, MentoringView, PairView } from "../../contracts/growth-network";
import { systemClock, type Clock } from "../../core/clock";
import { addDays, dayOf } from "../../core/document-terms";
import { AppError } from "../../core/errors";
import { scopeOf, type ActorScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { meetingTimes } from "../../growth/network/meeting-times";
import { mentorFit } from "../../growth/network/mentor-fit";
import { notify } from "../notifications/notify";
import { authorise, can } from "../policy";
import { gapOf } from "./gap";
import { cards, marketOf, mentorsFor, ownWish, studied } from "./mentor-market";
import { wouldBeMentees } from "./mentor-orders";
import { ownGoal } from "./own-goal";
import { timeZoneOf } from "./sites";
import { growthTaxonomy, nameOf } from "./taxonomy";

/** Times that are proposed for a conversation, from the day after tomorrow. */
const PROPOSED_TIMES = 3;
const MS_PER_DAY = 86_400_000;
/** A conversation in more than half a year is no plan. */
const MOST_DAYS_AHEAD = 183;

/** What mentors are ranked by: the card where there is one, else what the goal still lacks. */
async function wantedOf(db: Database, scope: ActorScope, card: CardRow | null): Promise<{ readonly by: MentoringView["rankedBy"]; readonly skillIds: readonly string[] }> {
  if (card?.asMentee) return { by: { kind: "card", title: null }, skillIds: card.wants };
  const goal = await ownGoal(db, scope);
  if (goal === null) return { by: { kind: "none", title: null }, skillIds: [] };
  const { gap, resolved } = await gapOf(db, scope, goal);
  return { by: { kind: "goal", title: resolved.target.title }, skillIds: gap.items.filter(({ state }) => state !== "have").map(({ skillId }) => skillId) };
}

export async function mentoringOf(db: Database, actor: Actor, clock: Clock = systemClock): Promise<MentoringView> {
  authorise(actor, "growth:own");
  const scope = scopeOf(actor);
  const me = await requireOwnEntry(db, scope);
  const card = await findCard(db, scope);
  const wanted = await wantedOf(db, scope, card);
  const market = await marketOf(db);
  const { all } = market;
  const skills = [...new Set([...all.flatMap(({ offers }) => offers), ...(card?.wants ?? []), ...(await listSkills(db, scope, me.id)).map(({ skillId }) => skillId)])].map((id) => ({ id, name: nameOf(id) })).sort((a, b) => (a.name.en < b.name.en ? -1 : 1));
  return {
    card: card && { asMentor: card.asMentor, asMentee: card.asMentee, capacity: card.capacity, offers: card.offers, wants: card.wants, languages: studied(card.languages), avoid: card.avoid, shownToMentors: card.shownToMentors, note: card.note },
    mentors: await mentorsFor(db, scope, wanted.skillIds, clock, market),
    wouldBe: wouldBeMentees(me.id, market, clock),
    rankedBy: wanted.by,
    pairs: await pairViews(db, me, await listPairs(db, scope), clock),
    skills,
    colleagues: (await listColleagues(db, scope)).filter(({ id }) => id !== me.id).map(({ id, name }) => ({ id, name })),
    round: can(actor, "growth:manage") ? { mentees: all.filter(({ asMentee }) => asMentee).length, mentors: all.filter(({ asMentor }) => asMentor).length } : null,
  };
}

async function pairViews(db: Database, me: GrowthPerson, pairs: readonly PairRow[], clock: Clock): Promise<PairView[]> {
  const people = await peopleById(db, cards, pairs.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]));
  const zone = timeZoneOf(me.site);
  return pairs.map((pair) => {
    const role = pair.mentorId === me.id ? ("mentor" as const) : ("mentee" as const);
    const other = people.get(role === "mentor" ? pair.menteeId : pair.mentorId);
    const answerer = pair.origin === "request" ? pair.mentorId : pair.menteeId;
    const theirZone = timeZoneOf(other?.site ?? "");
    return {
      id: pair.id, role, other: { id: other?.id ?? "", name: other?.name ?? "", title: other?.title ?? "", site: other?.site ?? "" }, origin: pair.origin, status: pair.status,
      skill: pair.skillId === null ? null : nameOf(pair.skillId), reason: pair.reason, message: pair.message, mayAnswer: pair.status === "asked" && answerer === me.id, createdAt: pair.createdAt.toISOString(),
      meeting: pair.status !== "accepted" ? null : { at: pair.meetsAt?.toISOString() ?? null, zone, theirZone, proposed: meetingTimes({ zones: [zone, theirZone], from: addDays(dayOf(clock.now()), 2), count: PROPOSED_TIMES }) },
    };
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
  const mentor = await requireMentor(db, scope, request, clock);
  const open = await listPairs(db, scope);
  if (open.some(({ mentorId, menteeId, status }) => mentorId === request.mentorId && menteeId === me.id && (status === "asked" || status === "accepted"))) throw new AppError("request/conflict", "asked before", { userMessage: "You have asked this mentor already." });
  await db.transaction(async (tx) => {
    await addPair(tx, scope, { mentorId: request.mentorId, menteeId: me.id, origin: "request", skillId: request.skillId, reason: mentor.reason, message: request.message });
    if (mentor.person.userId) await notify(tx, [{ userId: mentor.person.userId, kind: "growth.mentor", words: { en: `${me.name} asks you to be their mentor.`, zh: `${me.name}希望您担任导师。` }, href: "/growth/network" }]);
  });
  return mentoringOf(db, actor, clock);
}

/** Someone who may mentor the reader, with the reason why they fit. @throws AppError "request/not-found", "request/invalid", "request/conflict" */
async function requireMentor(db: Database, scope: ActorScope, { mentorId, skillId }: { readonly mentorId: string; readonly skillId: string | null }, clock: Clock) {
  const market = await marketOf(db);
  const card = market.all.find(({ employeeId, asMentor }) => asMentor && employeeId === mentorId);
  const offer = market.offers.find(({ employeeId }) => employeeId === mentorId);
  if (!card || !offer) throw new AppError("request/not-found", "no such mentor", { userMessage: "This colleague does not mentor any more." });
  if (skillId !== null && !card.offers.includes(skillId)) throw new AppError("request/invalid", "a skill that this mentor does not offer", { userMessage: `${card.person.name} does not offer this skill. Choose one of those on the card.` });
  const wish = await ownWish(db, scope, skillId === null ? card.offers : [skillId], market);
  // Who would not want whom is never said: the answer is the same.
  const fit = mentorFit(wish, { ...offer, capacity: 1 }, { taxonomy: growthTaxonomy(), on: dayOf(clock.now()) });
  if (!fit) throw new AppError("request/not-found", "no such mentor for this person", { userMessage: "This colleague cannot be your mentor: the rules for pairs (reporting line, department, language) do not allow it." });
  if (offer.capacity === 0) throw new AppError("request/conflict", "the mentor is full", { userMessage: `${card.person.name} has no place left now.` });
  return { person: card.person, reason: fit.reason };
}

/** @throws AppError "request/conflict" when the mentor has no place left, or it was answered before */
export async function answerRequest(db: Database, actor: Actor, id: string, answer: "accept" | "decline" | "end", clock: Clock = systemClock): Promise<MentoringView> {
  authorise(actor, "growth:own");
  const scope = scopeOf(actor);
  const me = await requireOwnEntry(db, scope);
  await db.transaction(async (tx) => {
    if (answer === "accept") await requirePlace(tx, scope, id);
    const pair = await answerPair(tx, scope, { id, answer });
    const other = (await peopleById(tx, cards, [pair.mentorId === me.id ? pair.menteeId : pair.mentorId])).values().next().value;
    // Who ends or declines need not say why, and the other one is told kindly.
    const words = answer === "accept" ? { en: `${me.name} said yes to mentoring.`, zh: `${me.name}同意了导师辅导。` } : { en: `Mentoring with ${me.name} will not go on for now.`, zh: `与${me.name}的导师辅导暂不进行。` };
    if (other?.userId) await notify(tx, [{ userId: other.userId, kind: "growth.mentor", words, href: "/growth/network" }]);
  });
  return mentoringOf(db, actor, clock);
}

/** A place may have been given away since the mentor was asked or proposed. */
async function requirePlace(db: Database, scope: ActorScope, id: string): Promise<void> {
  const pair = (await listPairs(db, scope)).find((each) => each.id === id);
  if (pair?.status !== "asked") return;
  const offer = (await marketOf(db)).offers.find(({ employeeId }) => employeeId === pair.mentorId);
  if (!offer) throw new AppError("request/conflict", "the mentor took their card back", { userMessage: "This colleague no longer mentors." });
  if (offer.capacity === 0) throw new AppError("request/conflict", "the mentor is full", { userMessage: "Every place is taken: end a running pair first, or raise the number on the mentoring card." });
}

/** Either of the two sets or moves their next conversation; the other one is told. @throws AppError "request/not-found", "request/invalid" */
export async function arrangeMeeting(db: Database, actor: Actor, { id, at }: { readonly id: string; readonly at: string }, clock: Clock = systemClock): Promise<MentoringView> {
  authorise(actor, "growth:own");
  const scope = scopeOf(actor);
  const me = await requireOwnEntry(db, scope);
  const when = new Date(at);
  const ahead = (when.getTime() - clock.now()) / MS_PER_DAY;
  if (!(ahead > 0 && ahead <= MOST_DAYS_AHEAD)) throw new AppError("request/invalid", "a conversation in the past, or too far ahead", { userMessage: "Choose a time within the next six months." });
  await db.transaction(async (tx) => {
    const pair = await setMeeting(tx, scope, { id, at: when });
    const other = (await peopleById(tx, cards, [pair.mentorId === me.id ? pair.menteeId : pair.mentorId])).values().next().value;
    if (!other?.userId) return;
    const said = (locale: string) => new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: timeZoneOf(other.site) }).format(when);
    await notify(tx, [{ userId: other.userId, kind: "growth.mentor", words: { en: `${me.name} arranged your mentoring conversation: ${said("en-GB")} (${other.site}).`, zh: `${me.name}约定了辅导谈话：${said("zh-CN")}（${other.site}）。` }, href: "/growth/network" }]);
  });
  return mentoringOf(db, actor, clock);
}
