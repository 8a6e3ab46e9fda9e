/** @file Suggested weights: read by who recruits; learned, promoted and rolled back by an HR lead. */
import { weightsRequest } from "@/lib/contracts/weights";
import { promoteWeights, proposeWeights, serveWeights, weightsPageOf } from "@/lib/server/recruiting/weights";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "openings:recruit" }, async () => weightsPageOf(await services()));

export const POST = route({ action: "models:manage", input: weightsRequest }, async ({ actor, input }) => {
  const all = await services();
  if (input.do === "propose") return proposeWeights(all, actor);
  return input.do === "promote" ? promoteWeights(all, actor, input.reason) : serveWeights(all, actor, input.version);
});
