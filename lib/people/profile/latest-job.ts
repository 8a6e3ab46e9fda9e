/**
 * @file latestJob: the entry of the work history that went on longest; ties go to the one that began later, then to
 * the one that stands first.
 */
import type { ExperienceEntry, Profile } from "./types";

/** @returns null when no entry has a date */
export function latestJob(profile: Pick<Profile, "experience">): ExperienceEntry | null {
  let best: ExperienceEntry | null = null;
  for (const entry of profile.experience) {
    if (entry.start === null && entry.end === null) continue;
    if (entry.kind === "volunteering" || entry.kind === "project") continue;
    if (best === null || keyOf(entry) > keyOf(best)) best = entry;
  }
  return best;
}

function keyOf(entry: ExperienceEntry): string {
  return `${entry.end?.value ?? entry.start?.value ?? ""} ${entry.start?.value ?? ""}`;
}
