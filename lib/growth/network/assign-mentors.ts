/**
 * @file Mentors for everyone who asked for one, across sites, time zones and languages: preferences from the fit, or
 * the people's own, then a stable assignment. Only people who opted in are passed in.
 */
import type { MentorAssignment, MentorMatch, MentorOffer, MentorWish } from "../network-types";
import type { Words } from "../types";
import { barrier, mentorFit, type FitContext } from "./mentor-fit";
import { stableAssignment } from "./stable-assignment";

export interface OwnOrders {
  /** A mentee's or mentor's own order of names; who is not named comes after, by fit. */
  readonly mentees?: ReadonlyMap<string, readonly string[]>;
  readonly mentors?: ReadonlyMap<string, readonly string[]>;
}

/** All possible mentors of one wish, best fit first. */
export function rankMentors(wish: MentorWish, offers: readonly MentorOffer[], context: FitContext): MentorMatch[] {
  return offers.flatMap((offer) => mentorFit(wish, offer, context) ?? []).sort((a, b) => b.total - a.total || (a.mentorId < b.mentorId ? -1 : 1));
}

/** @returns a stable assignment and, for whoever got nobody, why */
export function assignMentors(wishes: readonly MentorWish[], offers: readonly MentorOffer[], context: FitContext & { readonly orders?: OwnOrders }): MentorAssignment {
  const matches = wishes.flatMap((wish) => rankMentors(wish, offers, context));
  const proposers = new Map(wishes.map(({ employeeId }) => [employeeId, ordered(matches, { by: "menteeId", id: employeeId, own: context.orders?.mentees?.get(employeeId) })]));
  const receivers = new Map(offers.map(({ employeeId }) => [employeeId, ordered(matches, { by: "mentorId", id: employeeId, own: context.orders?.mentors?.get(employeeId) })]));
  const capacity = new Map(offers.map((offer) => [offer.employeeId, offer.capacity]));
  const assigned = stableAssignment({ proposers, receivers, capacity });
  return {
    pairs: matches.filter(({ menteeId, mentorId }) => assigned.get(menteeId) === mentorId),
    unmatched: wishes.filter(({ employeeId }) => !assigned.has(employeeId)).map((wish) => ({ menteeId: wish.employeeId, reason: whyNobody(wish, offers, matches) })),
  };
}

/** A mentor's fit counts what they can give: the skills; between equals the hours in common. */
export const worthToMentor = ({ parts }: MentorMatch): number => parts.skills + parts.hours / 100;

/** The other side's ids in the person's own order, then by fit. */
function ordered(matches: readonly MentorMatch[], { by, id, own = [] }: { readonly by: "menteeId" | "mentorId"; readonly id: string; readonly own?: readonly string[] | undefined }): string[] {
  const other = by === "menteeId" ? "mentorId" : "menteeId";
  const place = (match: MentorMatch) => (own.includes(match[other]) ? own.indexOf(match[other]) : own.length);
  const worth = (match: MentorMatch) => (by === "menteeId" ? match.total : worthToMentor(match));
  return matches.filter((match) => match[by] === id).sort((a, b) => place(a) - place(b) || worth(b) - worth(a) || (a[other] < b[other] ? -1 : 1)).map((match) => match[other]);
}

function whyNobody(wish: MentorWish, offers: readonly MentorOffer[], matches: readonly MentorMatch[]): Words {
  if (matches.some(({ menteeId }) => menteeId === wish.employeeId)) {
    return { en: "Everyone who fits has all places taken.", zh: "合适的导师名额已满。" };
  }
  const possible = offers.filter((offer) => barrier(wish, offer) === null);
  if (possible.length > 0) return { en: "Nobody who offers mentoring knows what is wanted yet.", zh: "目前还没有导师掌握其想学的内容。" };
  const language = offers.length > 0 && offers.every((offer) => barrier(wish, offer) === "no-language");
  if (language) return { en: "Nobody who offers mentoring speaks a language of the card.", zh: "目前没有导师使用导师卡上的语言。" };
  return { en: "Everyone who offers mentoring is in the reporting line, full, or not to be paired with again.", zh: "提供辅导的人要么有汇报关系，要么名额已满，或不再与其配对。" };
}
