/** @file The directory from a CSV file, for HR leads: a preview, and with its digest the import itself. */
import { importRequest } from "@/lib/contracts/directory";
import { importDirectory } from "@/lib/server/directory/import-directory";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "people:manage", input: importRequest }, async ({ actor, input }) => {
  const { db } = await services();
  return importDirectory(db, actor, input);
});
