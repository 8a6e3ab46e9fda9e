/**
 * @file What others see of a person's growth now, line by line: by a consent, and by what somebody did (asked, joined, filled in a
 * card). Of the person's own rows, at every look. Which query shows which line where: sharing-places.ts.
 */
import { countAuditLines, listAuditLines } from "../../../db/queries/audit";
import { listEntries } from "../../../db/queries/growth-catalogue";
import { findCard, listInterviews, listPairs } from "../../../db/queries/growth-mentoring";
import { countConfirmedBy, type GrowthPerson, type ProfileRow, type SkillRow } from "../../../db/queries/growth-people";
import { listPlans, ownRatings } from "../../../db/queries/growth-plans";
import type { Database } from "../../../db/client";
import { SHARING_KINDS, type SharedNow, type Sharing } from "../../contracts/growth-sharing";
import { systemScope, type ActorScope } from "../../core/scope";
import { isNetworkOn } from "./network";

const own = systemScope("what others see of this person");
/** More openings than anybody is interested in. */
const MOST_LINES = 200;

export interface OwnProfile {
  readonly person: GrowthPerson;
  readonly profile: ProfileRow | null;
  readonly skills: readonly SkillRow[];
}

type Count = number | null;

/** @returns what is shared now, in the order of the list of kinds; what is not shared has no line */
export async function sharedNowOf(db: Database, scope: ActorScope, { person, profile, skills }: OwnProfile): Promise<SharedNow[]> {
  const consents = profile?.consentedAt ? profile : null;
  const plans = await listPlans(db, scope, { employeeId: person.id });
  const card = await findCard(db, scope);
  const isMine = (pair: { readonly employeeId: string }) => pair.employeeId === person.id;
  const lines = { person: scope.userId, action: "growth" };
  const counts: Readonly<Record<Sharing, Count>> = {
    skills: consents?.shareManager ? skills.length : null,
    plan: consents?.shareManager ? plans.filter(({ status }) => status !== "dropped").length : null,
    approval: some(plans.filter(({ status, approval }) => status === "active" && approval === "asked")),
    interview: some((await listInterviews(db, scope)).filter(isMine)),
    confirmation: some(skills.flatMap(({ evidence }) => evidence.filter(({ asked }) => asked === true))),
    pair: some(await listPairs(db, scope)),
    findable: consents?.shareExperts ? some(skills.filter(({ shared }) => shared)) : null,
    wish: card?.asMentee && card.shownToMentors ? 1 : null,
    "mentor-card": card?.asMentor ? 1 : null,
    picture: consents?.shareGraph && (await isNetworkOn(db)) ? 1 : null,
    community: some((await listEntries(db, scope)).filter(({ joined }) => joined)),
    confirmed: (await countConfirmedBy(db, own, person.id)) || null,
    ratings: (await ownRatings(db, scope)).size || null,
    interest: new Set((await listAuditLines(db, own, { ...lines, action: "growth.interest-shown" }, { limit: MOST_LINES })).map(({ object }) => object.id)).size || null,
    round: card ? 1 : null,
    groups: consents?.shareGroups ? 1 : null,
    log: (await countAuditLines(db, own, lines)) || null,
  };
  return SHARING_KINDS.flatMap((what) => (counts[what] === null ? [] : [{ what, count: counts[what] }]));
}

const some = (rows: readonly unknown[]): Count => rows.length || null;
