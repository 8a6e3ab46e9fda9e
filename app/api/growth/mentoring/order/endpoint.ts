/** @file POST /api/growth/mentoring/order: a mentor puts would-be mentees in order, for the next round. */
import { menteeOrder } from "@/lib/contracts/growth-network";
import { orderMentees } from "@/lib/server/growth/mentor-orders";
import { mentoringOf } from "@/lib/server/growth/mentoring";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "growth:own", input: menteeOrder }, async ({ actor, input }) => {
  const { db } = await services();
  await orderMentees(db, actor, input);
  return mentoringOf(db, actor);
});
