/**
 * @file profileOf: the profile of one stored résumé, as it is kept: read with the taxonomy and the models that this company uses, with
 * the keys by which the same person is found again.
 */
import type { NewProfile } from "../../../db/queries/profiles";
import { profileOutput } from "../../contracts/profile";
import { systemClock, type Clock } from "../../core/clock";
import type { ExtractedDocument } from "../../knowledge/types";
import { personKeys } from "../../people/profile/person-keys";
import { profileVersion, readProfile } from "../../people/profile/read-profile";
import type { Taxonomy } from "../../people/taxonomy/types";
import { companyTaxonomy } from "../company-taxonomy";
import { profileModels } from "./profile-models";

export interface ProfileOptions {
  readonly source: string;
  readonly taxonomy?: Taxonomy;
  readonly clock?: Clock;
}

/** The version that a profile read now would have. */
export async function currentProfileVersion(taxonomy: Taxonomy = companyTaxonomy()): Promise<string> {
  return profileVersion(taxonomy, await profileModels());
}

export async function profileOf(document: ExtractedDocument, { source, taxonomy = companyTaxonomy(), clock = systemClock }: ProfileOptions): Promise<NewProfile> {
  const asOf = new Date(clock.now()).toISOString().slice(0, 7);
  const models = await profileModels();
  const profile = readProfile(document, { source, asOf, taxonomy, ...(models ? { models } : {}) });
  return { version: profile.version, profile: profileOutput.parse(profile), keys: personKeys(profile) };
}
