/** @file The interests that the asker's own profile names, as lib/growth/interests.ts reads them. Nobody else's are read for anything. */
import { findProfile, requireOwnEntry } from "../../../db/queries/growth-people";
import type { Database } from "../../../db/client";
import type { ActorScope } from "../../core/scope";
import { readInterests, type Interests, type Topic } from "../../growth/interests";
import type { Course, Words } from "../../growth/types";
import { growthTaxonomy } from "./taxonomy";

export async function ownInterests(db: Database, scope: ActorScope): Promise<Interests> {
  const me = await requireOwnEntry(db, scope);
  return readInterests((await findProfile(db, scope, me.id))?.interests ?? "", growthTaxonomy());
}

export const topicOf = ({ title, teaches }: Pick<Course, "title" | "teaches">): Topic => ({ title, skillIds: teaches.map(({ skillId }) => skillId) });

/** Course id → the interest that it meets. */
export const interestingOf = (courses: readonly Course[], interests: Interests): Record<string, Words> => Object.fromEntries(courses.flatMap((course) => {
  const met = interests(topicOf(course));
  return met ? [[course.id, met] as const] : [];
}));
