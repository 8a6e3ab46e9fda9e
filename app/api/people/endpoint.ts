/** @file The directory, as far as the person may see it, with relations. */
import { viewDirectory } from "@/lib/server/directory/directory";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "people:read" }, async ({ actor }) => {
  const { db } = await services();
  return viewDirectory(db, actor);
});
