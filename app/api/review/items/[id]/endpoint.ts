/** @file GET /api/review/items/:id: one rated question with its answer and passages, without who asked. */
import { openItem } from "@/lib/server/review/item";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "review:judge" }, async ({ actor, params }) => openItem((await services()).db, actor, params.id ?? ""));
