/**
 * @file Every way in which something of a person's growth reaches somebody else, and whom. The profile page has a line for each, and
 * lib/server/growth/sharing-places.ts says which query shows it where: neither compiles when one is missing.
 */
import { z } from "zod";

/** In the order of the page. partners: the other one of a mentoring pair, or mentors who could be · asked: colleagues whom one asks to confirm a skill. */
export const AUDIENCES = ["manager", "asked", "partners", "colleagues", "recruiters", "ld", "auditors"] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What is shared → with whom. */
export const SHARINGS = {
  /** Skills and their evidence. */
  skills: "manager",
  /** Running and finished plans, with their steps and how far they are. */
  plan: "manager",
  /** A plan that waits for a yes: titles and prices, also without any consent. */
  approval: "manager",
  /** Notes of a stay interview, waiting or kept. */
  interview: "manager",
  /** A confirmation that is asked for: name, skill, level. */
  confirmation: "asked",
  /** A mentoring request, proposal or pair: name, post, site, message, the next conversation. */
  pair: "partners",
  /** The wish on a mentoring card, to mentors who could be proposed, while nobody mentors: name, post, site, what one wants to learn. */
  wish: "partners",
  /** Skills that colleagues may find, in the experts finder. */
  findable: "colleagues",
  /** The card of somebody who mentors. */
  "mentor-card": "colleagues",
  /** The picture of who works with whom. */
  picture: "colleagues",
  /** A community that one joined: a number in steps of five. */
  community: "colleagues",
  /** One's name and words beside a colleague's skill that one confirmed. */
  confirmed: "colleagues",
  /** Ratings of courses: order them, without a name. */
  ratings: "colleagues",
  /** Interest in an opening: name, post, site. */
  interest: "recruiters",
  /** A round of mentoring: name beside a proposed pair, or why there is none. */
  round: "ld",
  /** Counted without a name in groups of five or more. */
  groups: "ld",
  /** Lines of the audit log: that one did something, never what was in it. */
  log: "auditors",
} as const satisfies Record<string, Audience>;
export type Sharing = keyof typeof SHARINGS;
export const SHARING_KINDS = Object.keys(SHARINGS) as [Sharing, ...Sharing[]];

/** What is shared now. `count`: how many skills, plans, pairs, …; what is shared as a whole counts 1. */
export const sharedNow = z.strictObject({ what: z.enum(SHARING_KINDS), count: z.number().int().nonnegative() });
export type SharedNow = z.infer<typeof sharedNow>;
