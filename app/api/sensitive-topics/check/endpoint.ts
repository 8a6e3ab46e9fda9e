/** @file /api/sensitive-topics/check: tries a question against a list that need not be saved. */
import { sensitiveCheckRequest } from "@/lib/contracts/sensitive-topics";
import { route } from "@/lib/server/route";
import { checkTopics } from "@/lib/server/sensitive-topics/edit";

export const POST = route({ action: "topics:edit", input: sensitiveCheckRequest }, async ({ input }) => Promise.resolve(checkTopics(input)));
