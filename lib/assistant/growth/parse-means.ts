/** @file Online only, and what matters most. */
import type { PlanConstraints } from "../../contracts/growth";

const AIMS: readonly (readonly [PlanConstraints["aim"], RegExp])[] = [
  ["fastest", /\b(?:fastest|quickest|as (?:fast|quick(?:ly)?|soon) as possible|asap|in the shortest time|in a hurry|soonest)\b|最快|尽快|最短时间|越快越好|尽早|抓紧/i],
  ["cheapest", /\b(?:cheapest|least expensive|lowest cost|as cheap(?:ly)? as possible|spend as little|as little money as possible|for the least money|lowest price)\b|最便宜|最省钱|花钱最少|越便宜越好|尽量(?:省钱|便宜|少花钱)/i],
  ["deepest", /\b(?:deepest|most thorough(?:ly)?|in depth|in-depth|as deep(?:ly)? as possible|really thorough|properly)\b|最深入|最扎实|最系统|学(?:得)?(?:扎实|深入|透)/i],
];

export const parseAim = (question: string): PlanConstraints["aim"] | null => AIMS.find(([, form]) => form.test(question))?.[0] ?? null;

/** "only online", "online courses only", "nothing in person", "只上网课", "不要线下". */
const ONLINE = /\b(?:only|just|purely|exclusively|all|everything|entirely|fully|completely|100 ?%)\s+(?:do |take |want |through )?(?:online|remote(?:ly)?|virtual|e-?learning|from home)\b|\b(?:online|remote(?:ly)?|virtual|e-?learning|from home)(?:\s+(?:courses?|classes|things|stuff|learning|training|lessons|ones|sessions))?[ ,]+(?:only|please|exclusively)\b|\b(?:must|has to|have to|should|needs? to|can only) be (?:online|remote|virtual)\b|\b(?:nothing|no(?:t)?(?: courses?| classes| sessions)?)\s+(?:in[- ]person|on[- ]site|face[- ]to[- ]face|in a classroom)\b|(?:只|仅|全部?|都)(?:能|要|想|愿意|可以|接受|用|在)?(?:上|学|参加|选|通过)?(?:网课|线上|网上|在线|远程)|(?:网课|线上|在线|远程)(?:的)?(?:课程?)?(?:就行|就好|即可|为主)|(?:不要|不想|不能|不参加|不接受|别)(?:去|上|安排|参加)?(?:线下|面授|现场课?|到场)/i;

/** @returns true where only what is online counts; null when nothing is said of it */
export const parseOnline = (question: string): true | null => (ONLINE.test(question) ? true : null);
