/**
 * @file The terms of documents as one reader sees them: other documents are named only where they may be read as well, and
 * the state is the one that answers to this reader go by.
 */
import type { DocumentRow } from "../../../db/queries/documents";
import { profileOf, standingOf } from "../../assistant/applicability/standing";
import type { DocumentTermsView } from "../../contracts/documents";
import type { Actor } from "../../core/types";
import type { Services } from "../services";
import { applicabilityOf } from "./applicability";

/** @returns a function from row to terms; null where a document has none and nothing takes its place */
export async function termsViewer(services: Services, actor: Actor): Promise<(row: DocumentRow) => DocumentTermsView | null> {
  const { asker, today, terms } = await applicabilityOf(services, actor);
  const profile = profileOf(asker);
  const titled = (id: string | null) => {
    const title = id === null ? undefined : services.readSide.factsOf(id)?.title;
    return id === null || title === undefined ? null : { id, title };
  };
  const successors = new Map([...terms].flatMap(([id, { supersedes, validFrom }]) => (supersedes === null ? [] : [[supersedes, { id, from: validFrom }] as const])));
  return (row) => {
    const own = row.terms;
    const successor = successors.get(row.id);
    const next = titled(successor?.id ?? null);
    if (own === null && next === null) return null;
    return {
      owner: row.ownerName === null ? null : { id: own?.ownerId ?? null, name: row.ownerName },
      validFrom: own?.validFrom ?? null,
      validUntil: own?.validUntil ?? null,
      supersedes: titled(terms.get(row.id)?.supersedes ?? null),
      supersededBy: next && { ...next, from: successor?.from ?? null },
      sites: own?.sites ?? [],
      contracts: own?.contracts ?? [],
      audience: own?.audience ?? [],
      languages: own?.languages ?? [],
      reviewMonths: own?.reviewMonths ?? null,
      reviewedOn: own?.reviewedOn ?? null,
      state: standingOf(row.id, { terms, profile, isAsker: true, day: today })?.state ?? "applies",
    };
  };
}
