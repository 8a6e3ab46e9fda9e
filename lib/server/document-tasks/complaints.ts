/** @file Which thumbs down are a document's owner's business, and which of the cited documents they are about. */
import type { Citation } from "../../contracts/evidence";

/** Reasons of a thumb down that a document's owner can do something about. */
export const OWNERS_REASONS: ReadonlySet<string> = new Set(["wrong", "outdated", "incomplete", "wrong_source"]);

interface Rated {
  readonly targetType: string;
  readonly targetId: string;
  readonly citations: readonly Citation[];
}

export const isForOwner = ({ reasons }: { readonly reasons: readonly string[] }): boolean => reasons.some((reason) => OWNERS_REASONS.has(reason));

/** A rating of one source is about that one only. */
export const isTarget = (rating: Rated, citation: Citation): boolean => rating.targetType !== "citation" || rating.targetId === String(citation.number);

export const isAboutDocument = (rating: Rated, documentId: string): boolean => rating.citations.some((citation) => citation.documentId === documentId && isTarget(rating, citation));
