/**
 * @file Who mentors, as far as they opted in, and who of them fits one person: by their card, else by what their goal still
 * lacks. Whom somebody would not want is read here and shown to nobody.
 */
import { listCards, listEveryPair, type CardOfPerson } from "../../../db/queries/growth-mentoring";
import { findProfile, listColleagues, requireOwnEntry, type GrowthPerson } from "../../../db/queries/growth-people";
import type { Database } from "../../../db/client";
import type { MentorChoice } from "../../contracts/growth-network";
import type { Clock } from "../../core/clock";
import { dayOf } from "../../core/document-terms";
import { systemScope, type ActorScope } from "../../core/scope";
import { rankMentors } from "../../growth/network/assign-mentors";
import { barrier, commonHours } from "../../growth/network/mentor-fit";
import type { MentorMatch, MentorOffer, MentorWish } from "../../growth/network-types";
import { interestReason } from "../../growth/interests";
import { STUDY_LANGUAGES, type StudyLanguage, type Words } from "../../growth/types";
import { ownInterests } from "./own-interests";
import { studyLanguages } from "./profile";
import { timeZoneOf } from "./sites";
import { growthTaxonomy, nameOf } from "./taxonomy";

export const cards = systemScope("mentoring cards, for finding each other");
const SHOWN_MENTORS = 20;
/** Between mentors who fit about as well, an interest of the reader decides. */
const INTEREST_SHARE = 0.05;
/** Evidence of a mentor's offer when their profile does not say more: whoever offers it can do it alone. */
const OFFERED_LEVEL = 3;

export const studied = (languages: readonly string[]): StudyLanguage[] => STUDY_LANGUAGES.filter((language) => languages.includes(language));

/** Everyone above, nearest first: mentors stand outside the reporting line. */
function managersOf(person: GrowthPerson, people: ReadonlyMap<string, GrowthPerson>): string[] {
  const chain: string[] = [];
  for (let id = person.managerId; id !== null && !chain.includes(id); id = people.get(id)?.managerId ?? null) chain.push(id);
  return chain;
}

export interface Market {
  readonly people: ReadonlyMap<string, GrowthPerson>;
  readonly all: readonly CardOfPerson[];
  readonly offers: readonly MentorOffer[];
  /** Everyone's, however they stand. */
  readonly pairs: Awaited<ReturnType<typeof listEveryPair>>;
}

export async function marketOf(db: Database): Promise<Market> {
  const people = new Map((await listColleagues(db, cards)).map((person) => [person.id, person]));
  const heads = new Set([...people.values()].flatMap(({ managerId }) => managerId ?? []));
  const all = await listCards(db, cards);
  const pairs = await listEveryPair(db, cards);
  const taken = (id: string) => pairs.filter(({ mentorId, status }) => mentorId === id && status === "accepted").length;
  const offers = all.filter(({ asMentor }) => asMentor).map((card): MentorOffer => ({
    employeeId: card.employeeId, skills: card.offers.map((skillId) => ({ skillId, level: OFFERED_LEVEL })), languages: studied(card.languages), site: card.person.site, timeZone: timeZoneOf(card.person.site),
    department: card.person.department, capacity: Math.max(0, card.capacity - taken(card.employeeId)), managers: managersOf(card.person, people), managesPeople: heads.has(card.employeeId),
  }));
  return { people, all, offers, pairs };
}

export const wishOf = (card: Pick<CardOfPerson, "employeeId" | "wants" | "languages" | "avoid">, person: GrowthPerson, people: ReadonlyMap<string, GrowthPerson>): MentorWish => ({
  employeeId: card.employeeId, skillIds: card.wants, languages: studied(card.languages), site: person.site, timeZone: timeZoneOf(person.site), department: person.department, managers: managersOf(person, people), notWith: card.avoid,
});

/** Who would not want this person. */
export const refusedBy = (id: string, all: Market["all"]): string[] => all.filter(({ avoid }) => avoid.includes(id)).map(({ employeeId }) => employeeId);

/** What the reader wants to learn, with their languages, place, and whom it cannot be. */
export async function ownWish(db: Database, scope: ActorScope, skillIds: readonly string[], { people, all }: Market): Promise<MentorWish> {
  const me = await requireOwnEntry(db, scope);
  const card = all.find(({ employeeId }) => employeeId === me.id);
  const languages = card?.languages ?? studyLanguages(await findProfile(db, scope, me.id), me);
  const avoid = [...(card?.avoid ?? []), ...refusedBy(me.id, all)];
  return wishOf({ employeeId: me.id, wants: [...skillIds], languages: [...languages], avoid }, me, people);
}

function withInterest(reason: Words, met: Words | null): Words {
  const said = met && interestReason(met);
  return said ? { en: `${reason.en} ${said.en}`, zh: `${reason.zh}${said.zh}` } : reason;
}

/** Who may mentor the reader at all; those who know something of the skills first, best first. */
export async function mentorsFor(db: Database, scope: ActorScope, skillIds: readonly string[], clock: Clock, known?: Market): Promise<MentorChoice[]> {
  const market = known ?? (await marketOf(db));
  const { all, offers } = market;
  const wish = await ownWish(db, scope, skillIds, market);
  const on = dayOf(clock.now());
  const interests = await ownInterests(db, scope);
  const interestOf = (id: string) => interests({ title: { en: "", zh: "" }, skillIds: offers.find(({ employeeId }) => employeeId === id)?.skills.map(({ skillId }) => skillId) ?? [] });
  const liked = (match: MentorMatch) => match.total + (interestOf(match.mentorId) ? INTEREST_SHARE : 0);
  const fitting = rankMentors(wish, offers, { taxonomy: growthTaxonomy(), on }).sort((a, b) => liked(b) - liked(a));
  const others = offers.filter((offer) => barrier(wish, offer) === null && !fitting.some(({ mentorId }) => mentorId === offer.employeeId));
  const view = (mentorId: string, match: MentorMatch | null): MentorChoice[] => {
    const mentor = all.find(({ employeeId }) => employeeId === mentorId);
    if (!mentor) return [];
    const { person } = mentor;
    return [{ id: mentorId, name: person.name, title: person.title, site: person.site, department: person.department, languages: studied(mentor.languages), offers: mentor.offers.map((id) => ({ id, name: nameOf(id) })), note: mentor.note, fits: match !== null, commonHours: match?.commonHours ?? commonHours(wish.timeZone, timeZoneOf(person.site), on), reason: match && withInterest(match.reason, interestOf(mentorId)) }];
  };
  return [...fitting.flatMap((match) => view(match.mentorId, match)), ...others.flatMap(({ employeeId }) => view(employeeId, null))].slice(0, SHOWN_MENTORS);
}
