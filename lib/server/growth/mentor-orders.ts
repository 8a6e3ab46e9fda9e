/**
 * @file Who waits for a mentor, what a mentor sees of them, and the order in which this mentor would have them. A round reads it;
 * nobody else does, neither L&D nor the mentees. It counts for those who show their wish, and only while they do.
 */
import { putMenteeOrder, type CardOfPerson } from "../../../db/queries/growth-mentoring";
import { requireOwnEntry } from "../../../db/queries/growth-people";
import type { Database } from "../../../db/client";
import type { MenteeOrder, WouldBeMentees } from "../../contracts/growth-network";
import { systemClock, type Clock } from "../../core/clock";
import { dayOf } from "../../core/document-terms";
import { scopeOf } from "../../core/scope";
import type { Actor } from "../../core/types";
import { worthToMentor, type OwnOrders } from "../../growth/network/assign-mentors";
import { mentorFit } from "../../growth/network/mentor-fit";
import type { MentorWish } from "../../growth/network-types";
import { authorise } from "../policy";
import { marketOf, refusedBy, studied, wishOf, type Market } from "./mentor-market";
import { growthTaxonomy, nameOf } from "./taxonomy";

export interface Waiting {
  readonly card: CardOfPerson;
  readonly wish: MentorWish;
}

/** Everybody with a wish and no mentor, asked or agreed. Who declined or ended it with somebody is not proposed to them again. */
export function waitingOf({ people, all, pairs }: Market): Waiting[] {
  const isOpen = ({ status }: Market["pairs"][number]) => status === "asked" || status === "accepted";
  const own = (id: string) => pairs.filter(({ menteeId }) => menteeId === id);
  const waiting = all.filter(({ asMentee, employeeId }) => asMentee && !own(employeeId).some(isOpen));
  return waiting.map((card) => {
    const over = own(card.employeeId).map(({ mentorId }) => mentorId);
    return { card, wish: { ...wishOf(card, card.person, people), notWith: [...card.avoid, ...refusedBy(card.employeeId, all), ...over] } };
  });
}

/** What a round assigns: the wishes, less whom a mentor would rather not have, and the mentors' own orders. */
export function roundOf(market: Market): { readonly wishes: MentorWish[]; readonly orders: OwnOrders } {
  const waiting = waitingOf(market);
  const shown = new Set(waiting.filter(({ card }) => card.shownToMentors).map(({ card }) => card.employeeId));
  const mentors = market.all.filter(({ asMentor }) => asMentor);
  // Reads like any other barrier: whom somebody would not want is never said.
  const ratherNot = (id: string) => (shown.has(id) ? mentors.filter((mentor) => mentor.ratherNot.includes(id)).map(({ employeeId }) => employeeId) : []);
  return {
    wishes: waiting.map(({ wish }) => ({ ...wish, notWith: [...wish.notWith, ...ratherNot(wish.employeeId)] })),
    orders: { mentors: new Map(mentors.map(({ employeeId, menteeOrder }) => [employeeId, menteeOrder.filter((id) => shown.has(id))])) },
  };
}

/** Those who show their wish and could be proposed to this mentor, in the order in which the round would place them by itself. */
function visibleTo(mentorId: string, market: Market, clock: Clock) {
  const offer = market.offers.find(({ employeeId }) => employeeId === mentorId);
  if (!offer) return [];
  const context = { taxonomy: growthTaxonomy(), on: dayOf(clock.now()) };
  const seen = waitingOf(market).flatMap(({ card, wish }) => {
    const match = card.shownToMentors ? mentorFit(wish, offer, context) : null;
    return match ? [{ card, match }] : [];
  });
  return seen.sort((a, b) => worthToMentor(b.match) - worthToMentor(a.match) || (a.card.employeeId < b.card.employeeId ? -1 : 1));
}

/** Null for whoever does not mentor. In the mentor's own order; then, by fit, whom they have not placed; at the end whom they would rather not. */
export function wouldBeMentees(mentorId: string, market: Market, clock: Clock): WouldBeMentees | null {
  const own = market.all.find(({ employeeId, asMentor }) => asMentor && employeeId === mentorId);
  const offer = market.offers.find(({ employeeId }) => employeeId === mentorId);
  if (!own || !offer) return null;
  const standing = (id: string) => (own.ratherNot.includes(id) ? ("rather-not" as const) : own.menteeOrder.includes(id) ? ("placed" as const) : ("open" as const));
  const people = visibleTo(mentorId, market, clock).map(({ card, match }) => {
    const { employeeId: id, person, note } = card;
    return { id, name: person.name, title: person.title, site: person.site, department: person.department, languages: studied(card.languages), wants: card.wants.map((skillId) => ({ id: skillId, name: nameOf(skillId) })), note, commonHours: match.commonHours, standing: standing(id) };
  });
  const place = ({ id, standing: stands }: (typeof people)[number]) => (stands === "placed" ? own.menteeOrder.indexOf(id) : stands === "open" ? own.menteeOrder.length : own.menteeOrder.length + 1);
  return { full: offer.capacity < 1, people: people.sort((a, b) => place(a) - place(b)) };
}

/** Keeps the reader's order; whoever cannot be seen by them (any more) is left out of it. @throws AppError "request/conflict" for somebody who does not mentor */
export async function orderMentees(db: Database, actor: Actor, { order, ratherNot }: MenteeOrder, clock: Clock = systemClock): Promise<void> {
  authorise(actor, "growth:own");
  const scope = scopeOf(actor);
  const me = await requireOwnEntry(db, scope);
  const visible = new Set(visibleTo(me.id, await marketOf(db), clock).map(({ card }) => card.employeeId));
  const kept = (ids: readonly string[]) => [...new Set(ids)].filter((id) => visible.has(id));
  const refused = kept(ratherNot);
  await putMenteeOrder(db, scope, { menteeOrder: kept(order).filter((id) => !refused.includes(id)), ratherNot: refused });
}
