/** @file Learning and development for groups, for HR leads: named, ended. */
import { learningPartnerRequest } from "@/lib/contracts/directory";
import type { UserId } from "@/lib/core/types";
import { nameLearningPartner, stopLearningPartner } from "@/lib/server/directory/directory";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "people:manage", input: learningPartnerRequest }, async ({ actor, input }) => {
  const { db } = await services();
  await nameLearningPartner(db, actor, { userId: input.userId as UserId, group: { kind: input.kind, name: input.group } });
});

export const DELETE = route({ action: "people:manage", input: learningPartnerRequest }, async ({ actor, input }) => {
  const { db } = await services();
  await stopLearningPartner(db, actor, { userId: input.userId as UserId, group: { kind: input.kind, name: input.group } });
});
