/**
 * @file Which of the assistant's tools a person may use, from the same predicates that guard the screens.
 */
import type { Capability } from "../../assistant/types";
import type { Actor } from "../../core/types";
import { can } from "../policy";

export function capabilitiesOf(actor: Actor): ReadonlySet<Capability> {
  return new Set<Capability>(["policies", ...(can(actor, "insights:read") ? (["insights"] as const) : []), ...(can(actor, "growth:own") ? (["growth"] as const) : []), ...(can(actor, "candidates:search") ? (["candidates"] as const) : []), ...(can(actor, "openings:recruit") ? (["recruiting"] as const) : [])]);
}
