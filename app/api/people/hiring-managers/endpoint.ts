/** @file Hiring managers of openings, for whoever runs openings: named for a time, ended. */
import { endHiringManagerRequest, nameHiringManagerRequest } from "@/lib/contracts/directory";
import type { DocumentId, UserId } from "@/lib/core/types";
import { nameHiringManager, stopHiringManager } from "@/lib/server/directory/directory";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "openings:name-manager", input: nameHiringManagerRequest }, async ({ actor, input }) => {
  const { db } = await services();
  await nameHiringManager(db, actor, { openingId: input.openingId as DocumentId, userId: input.userId as UserId, until: input.until });
});

export const DELETE = route({ action: "openings:name-manager", input: endHiringManagerRequest }, async ({ actor, input }) => {
  const { db } = await services();
  await stopHiringManager(db, actor, { openingId: input.openingId as DocumentId, userId: input.userId as UserId });
});
