/**
 * @file How well a mentor fits a mentee: skills that are wanted and there, a common language, hours of the day in
 * common, and the place. Rules of the company decide who may be paired at all.
 */
import type { Taxonomy } from "../../people/taxonomy/types";
import { skillName } from "../gap/find-gap";
import type { MentorMatch, MentorOffer, MentorWish } from "../network-types";
import type { Words } from "../types";

export interface FitContext {
  readonly taxonomy: Taxonomy;
  /** For the difference of time zones: summer time moves it. `YYYY-MM-DD` */
  readonly on: string;
}

const WEIGHTS = { skills: 0.6, language: 0.15, hours: 0.15, place: 0.1 } as const;
/** Below this (closeness × level ÷ 4, of the wanted skill they know best) a mentor has nothing to say to the wish. */
const LEAST_SKILL = 0.25;
/** Working hours of a day that may be used for a conversation. */
export const DAY_BEGINS = 8;
export const DAY_ENDS = 18;
const ENOUGH_HOURS = 4;

/** Minutes that a time zone is ahead of UTC at noon of a day. @throws RangeError for an unknown zone */
export function utcOffsetMinutes(timeZone: string, on: string): number {
  const noon = new Date(`${on}T12:00:00Z`);
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" }).formatToParts(noon);
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const local = Date.UTC(read("year"), read("month") - 1, read("day"), read("hour"), read("minute"));
  return Math.round((local - noon.getTime()) / 60_000);
}

/** Hours between 8 and 18 that two zones share. */
export function commonHours(a: string, b: string, on: string): number {
  const apart = Math.abs(utcOffsetMinutes(a, on) - utcOffsetMinutes(b, on)) / 60;
  return Math.max(0, DAY_ENDS - DAY_BEGINS - apart);
}

/**
 * Why a pair is out of the question; null when it is possible.
 * Not in one reporting line, not a manager for the own department, no language without each other's.
 */
export function barrier(wish: MentorWish, offer: MentorOffer): "self" | "unwanted" | "reporting-line" | "no-language" | "no-capacity" | null {
  if (wish.employeeId === offer.employeeId) return "self";
  if (wish.notWith.includes(offer.employeeId)) return "unwanted";
  if (wish.managers.includes(offer.employeeId) || offer.managers.includes(wish.employeeId)) return "reporting-line";
  if (offer.managesPeople === true && offer.department === wish.department) return "reporting-line";
  if (!wish.languages.some((language) => offer.languages.includes(language))) return "no-language";
  return offer.capacity < 1 ? "no-capacity" : null;
}

/** Null when the pair is not possible or the mentor knows nothing of what is wanted. */
export function mentorFit(wish: MentorWish, offer: MentorOffer, context: FitContext): MentorMatch | null {
  if (barrier(wish, offer) !== null) return null;
  const met = wish.skillIds.map((wanted) => Math.max(0, ...offer.skills.map(({ skillId, level }) => context.taxonomy.closeness(wanted, skillId) * (level / 4))));
  // One thing known well is enough: whoever has a long list of wishes is not turned away by its length.
  if (Math.max(0, ...met) < LEAST_SKILL) return null;
  const shared = wish.languages.filter((language) => offer.languages.includes(language));
  const common = commonHours(wish.timeZone, offer.timeZone, context.on);
  const parts = {
    skills: skillFit(met),
    language: shared.includes(wish.languages[0] ?? "en") ? 1 : 0.6,
    hours: Math.min(1, common / ENOUGH_HOURS),
    place: wish.site === offer.site ? 1 : 0.5,
  };
  const total = WEIGHTS.skills * parts.skills + WEIGHTS.language * parts.language + WEIGHTS.hours * parts.hours + WEIGHTS.place * parts.place;
  return { menteeId: wish.employeeId, mentorId: offer.employeeId, parts, total, commonHours: common, reason: reasonOf({ wish, offer, common, context }) };
}

/** Wanted skills, the first weighing most (1, ½, ⅓, …), by how near the mentor's are and how well they master them. */
function skillFit(met: readonly number[]): number {
  const total = met.reduce((sum, _, i) => sum + 1 / (i + 1), 0);
  return met.reduce((sum, value, i) => sum + value / (i + 1), 0) / total;
}

function reasonOf({ wish, offer, common, context }: { readonly wish: MentorWish; readonly offer: MentorOffer; readonly common: number; readonly context: FitContext }): Words {
  const hits = offer.skills.filter(({ skillId }) => wish.skillIds.some((wanted) => context.taxonomy.closeness(wanted, skillId) >= 0.6));
  const named = hits.map(({ skillId, level }) => ({ name: skillName(skillId, context.taxonomy), level }));
  const en = named.length > 0 ? named.map(({ name, level }) => `${name.en} at level ${level}`).join(", ") : "knows a neighbouring field";
  const zh = named.length > 0 ? named.map(({ name, level }) => `${name.zh} ${level} 级`).join("、") : "熟悉相近领域";
  const hours = Math.round(common);
  return {
    en: `${en}; ${wish.site === offer.site ? "same site" : `in ${offer.site}, ${hours} working hours in common`}.`,
    zh: `${zh}；${wish.site === offer.site ? "同一厂区" : `在${offer.site}，每天有 ${hours} 个共同工作小时`}。`,
  };
}
