/**
 * @file subjectOfProfile: a résumé with the profile that was read from it → what the matcher sees. The profile's name,
 * contact data and personal facts are used for one thing only: to take them out.
 */
import type { Span } from "../../core/types";
import type { ExtractedDocument } from "../../knowledge/types";
import { readProfile } from "../profile/read-profile";
import type { Profile } from "../profile/types";
import type { Taxonomy } from "../taxonomy/types";
import { readSubject } from "./read-subject";
import type { MatchSubject } from "./types";

/** Name, contact data, personal facts: nothing that these touch is evidence. */
export function identitySpans(profile: Pick<Profile, "name" | "contacts" | "personal">): Span[] {
  return [...profile.contacts, ...profile.personal, ...(profile.name ? [profile.name] : [])].map(({ span }) => span);
}

/**
 * @param document the text that the profile was read from
 * @param called   the person's name from elsewhere, used where the text gives none
 */
export function subjectOfProfile(document: ExtractedDocument, profile: Profile, { taxonomy, called = null }: { readonly taxonomy: Taxonomy; readonly called?: string | null }): MatchSubject {
  return readSubject(document, { taxonomy, identity: { name: profile.name?.value ?? called }, masked: identitySpans(profile), asOf: profile.asOf });
}

/** For a résumé that has no stored profile. @param asOf month for "present", ISO `YYYY-MM` */
export function subjectOfDocument(document: ExtractedDocument, { taxonomy, asOf }: { readonly taxonomy: Taxonomy; readonly asOf: string }): MatchSubject {
  return subjectOfProfile(document, readProfile(document, { source: "", asOf, taxonomy }), { taxonomy });
}
