/** @file /api/sensitive-topics: the company's list; an HR lead edits it. */
import { sensitiveTopicsChange } from "@/lib/contracts/sensitive-topics";
import { route } from "@/lib/server/route";
import { sensitiveTopicsOf } from "@/lib/server/sensitive-topics/sensitive";
import { editTopics } from "@/lib/server/sensitive-topics/edit";
import { services } from "@/lib/server/services";

export const GET = route({ action: "topics:edit" }, async () => sensitiveTopicsOf((await services()).db));
export const PATCH = route({ action: "topics:edit", input: sensitiveTopicsChange }, async ({ actor, input }) => editTopics((await services()).db, actor, input.topics));
