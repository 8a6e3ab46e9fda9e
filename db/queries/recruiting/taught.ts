/** @file Corrections of every opening that one works on, and in how many texts that one may read a name stands: what names for the company's skills, and words for reading openings, are proposed from. */
import { and, asc, count, desc, eq, gt, inArray, sql, type SQL } from "drizzle-orm";
import type { RequirementChange, RequirementView } from "../../../lib/contracts/recruiting";
import type { Scope } from "../../../lib/core/scope";
import type { DocumentId, UserId } from "../../../lib/core/types";
import type { Database } from "../../client";
import { documents, documentTexts, openings, requirementCorrections } from "../../schema";
import { readableDocuments, retrievableDocuments } from "../readable";
import { workedOn } from "./access";

export interface OpeningCorrection {
  readonly openingId: DocumentId;
  /** Null: an account that is gone. */
  readonly byId: UserId | null;
  readonly change: RequirementChange;
}

/** In the order in which they were made. */
export async function listCorrectionsWorkedOn(db: Database, scope: Scope): Promise<OpeningCorrection[]> {
  return db
    .select({ openingId: requirementCorrections.openingId, byId: requirementCorrections.byId, change: requirementCorrections.change })
    .from(requirementCorrections)
    .innerJoin(openings, eq(openings.documentId, requirementCorrections.openingId))
    .innerJoin(documents, eq(documents.id, openings.documentId))
    .where(and(workedOn(scope), readableDocuments(scope)))
    .orderBy(asc(requirementCorrections.openingId), asc(requirementCorrections.revision), asc(requirementCorrections.id));
}

export interface CorrectedOpeningRow {
  readonly id: DocumentId;
  readonly title: string;
  readonly text: string;
  readonly suggested: RequirementView[];
  readonly requirements: RequirementView[];
}

/** Openings that one works on and somebody has corrected, the newest first, with their text as it is now. */
export async function listCorrectedOpenings(db: Database, scope: Scope, limit: number): Promise<CorrectedOpeningRow[]> {
  return db
    .select({ id: openings.documentId, title: documents.title, text: documentTexts.text, suggested: openings.suggested, requirements: openings.requirements })
    .from(openings)
    .innerJoin(documents, eq(documents.id, openings.documentId))
    .innerJoin(documentTexts, eq(documentTexts.documentId, documents.id))
    .where(and(gt(openings.revision, 1), workedOn(scope), readableDocuments(scope)))
    .orderBy(desc(openings.openedAt), asc(openings.documentId))
    .limit(limit);
}

export interface TextsNaming {
  readonly openings: number;
  readonly resumes: number;
}

/** Case does not matter; Latin words count whole, Chinese ones wherever they stand. */
export async function countTextsNaming(db: Database, scope: Scope, words: string): Promise<TextsNaming> {
  const rows = await db
    .select({ kind: documents.kind, n: count() })
    .from(documents)
    .innerJoin(documentTexts, eq(documentTexts.documentId, documents.id))
    .where(and(retrievableDocuments(scope), inArray(documents.kind, ["job", "resume"]), names(words.toLowerCase())))
    .groupBy(documents.kind);
  const of = (kind: "job" | "resume"): number => rows.find((row) => row.kind === kind)?.n ?? 0;
  return { openings: of("job"), resumes: of("resume") };
}

function names(words: string): SQL {
  const text = sql`lower(${documentTexts.text})`;
  const found = sql`strpos(${text}, ${words}) > 0`;
  if (/\p{Script=Han}/u.test(words)) return found;
  const pattern = `(^|[^[:alnum:]])${words.replace(/[^\p{L}\p{N}\s]/gu, "\\$&").replace(/\s+/g, "\\s+")}($|[^[:alnum:]])`;
  return sql`${text} ~ ${pattern}`;
}
