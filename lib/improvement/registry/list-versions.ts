/**
 * @file The registry as a list for people: each version with its status, newest last.
 */
import type { ModelsListOutput } from "../../contracts/models";
import type { Registry } from "./registry";

/** `retired`: it served once. `trial`: it serves although chance is not excluded. */
export async function listVersions(registry: Registry): Promise<ModelsListOutput> {
  const [versions, { current, history }] = [await registry.versions(), await registry.state()];
  const served = new Set(history.flatMap(({ to }) => to ?? []));
  const onTrial = history.findLast(({ to, action }) => to === current && action !== "rollback")?.action === "trial";
  return {
    current,
    versions: versions.map(({ id, createdAt, parent, gate, labels, metrics, erased }) => ({
      id, createdAt, parent, labels,
      status: id === current ? (onTrial ? "trial" : "promoted") : served.has(id) ? "retired" : "candidate",
      verdict: gate.verdict,
      hit1: { before: metrics.before.hit1, after: metrics.after.hit1 },
      isErased: erased !== null,
    })),
  };
}
