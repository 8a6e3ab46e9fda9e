/**
 * @file sameReasons: why two résumés may be one person's, each reason with its place in both. It decides nothing: a
 * human says whether they are.
 */
import type { Span } from "../../core/types";
import { fromIsoMonth } from "./dates";
import { nameKey, phoneKey } from "./person-keys";
import type { ExperienceEntry, Fact, Profile } from "./types";

export interface SameReason {
  readonly kind: "email" | "phone" | "name-and-job";
  /** Place in the first and in the second résumé. */
  readonly here: Span;
  readonly there: Span;
}

type Told = Pick<Profile, "contacts" | "name" | "experience">;

/** Empty: nothing shows it. The same name alone is no reason; with a shared job (organisation and overlapping time) it is. */
export function sameReasons(here: Told, there: Told): SameReason[] {
  const reasons: SameReason[] = [];
  for (const one of here.contacts) {
    const other = there.contacts.find((contact) => contact.kind === one.kind && contactKey(contact) !== "" && contactKey(contact) === contactKey(one));
    if (other && (one.kind === "email" || one.kind === "phone") && !reasons.some((reason) => reason.kind === one.kind)) reasons.push({ kind: one.kind, here: one.span, there: other.span });
  }
  if (here.name && there.name && nameKey(here.name.value) !== "" && nameKey(here.name.value) === nameKey(there.name.value)) {
    const shared = sharedJob(here.experience, there.experience);
    if (shared) reasons.push({ kind: "name-and-job", here: shared.here.span, there: shared.there.span });
  }
  return reasons;
}

function contactKey({ kind, value }: { kind: string; value: string }): string {
  if (kind === "email") return value.normalize("NFKC").toLowerCase();
  return kind === "phone" ? phoneKey(value) : "";
}

function sharedJob(here: readonly ExperienceEntry[], there: readonly ExperienceEntry[]): { here: ExperienceEntry; there: ExperienceEntry } | null {
  for (const one of here) {
    const other = there.find((job) => sameText(one.organisation, job.organisation) && overlap(one, job));
    if (other) return { here: one, there: other };
  }
  return null;
}

function sameText(a: Fact | null, b: Fact | null): boolean {
  const fold = (fact: Fact | null) => fact?.value.normalize("NFKC").toLowerCase().replace(/\b(?:ltd|limited|inc|gmbh|plc|llc|co|company|bv|corp)\b\.?|有限责任公司|有限公司/g, "").replace(/[^\p{L}\d]/gu, "") ?? "";
  return fold(a) !== "" && fold(a) === fold(b);
}

function overlap(a: ExperienceEntry, b: ExperienceEntry): boolean {
  if (!a.start || !b.start) return false;
  const end = (job: ExperienceEntry) => fromIsoMonth((job.end ?? job.start)?.value ?? "0000-01");
  return fromIsoMonth(a.start.value) <= end(b) && fromIsoMonth(b.start.value) <= end(a);
}
