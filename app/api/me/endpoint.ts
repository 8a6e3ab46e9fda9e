/** @file The signed-in person, and what they may do. */
import { describeMe } from "@/lib/server/people";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({}, async (call) => {
  const { db } = await services();
  return describeMe(db, call);
});
