/** @file The terms of the demo company's documents, with names turned into accounts and documents. */
import type { TermsChange } from "../../../db/queries/document-terms";
import type { DemoFile } from "../../../db/seed";
import type { DocumentId, UserId } from "../../core/types";

export interface DemoKnown {
  readonly accounts: readonly { readonly id: UserId; readonly name: string }[];
  /** Documents that are there, by source path; a predecessor comes before its successor. */
  readonly documents: ReadonlyMap<string, string>;
}

/** @returns undefined for a file without terms (a résumé) */
export function demoTerms({ owner, terms }: Pick<DemoFile, "owner" | "terms">, { accounts, documents }: DemoKnown): TermsChange | undefined {
  if (terms === null || owner === null) return undefined;
  const { supersedes, ...plain } = terms;
  const account = accounts.find(({ name }) => name === owner);
  const older = supersedes === null ? undefined : documents.get(supersedes);
  return { ...plain, ...(account ? { ownerId: account.id } : { ownerName: owner }), ...(older === undefined ? {} : { supersedesId: older as DocumentId }) };
}
