/** @file GET /api/review/reviewers: who may judge, for giving them items. */
import { reviewers } from "@/lib/server/review/decide";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "review:manage" }, async () => ({ reviewers: (await reviewers((await services()).db)).map(({ id, name }) => ({ id, name })) }));
