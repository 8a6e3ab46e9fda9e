/**
 * @file A requirement's id: its kind and what it asks, hashed, so that reading the same text again gives the same ids
 * and corrections and scorecards keep pointing at the right one.
 */
import { sha256 } from "../../core/hash";
import type { RequirementKind } from "./types";

/** @returns `<kind>-<10 hex digits>` */
export function requirementId(kind: RequirementKind, text: string, years?: number): string {
  const asked = text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  return `${kind}-${sha256(`${kind}\n${asked}\n${years ?? ""}`).slice(0, 10)}`;
}
