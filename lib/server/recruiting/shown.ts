/**
 * @file What of an application its reader may see. While names are hidden: the code instead of the name, no document, no
 * place, no file name, and every quotation from the covered text. One function makes all views, so that none can forget.
 */
import { findDocument } from "../../../db/queries/documents";
import type { ApplicationRow } from "../../../db/queries/recruiting/applications";
import type { OpeningRow } from "../../../db/queries/recruiting/openings";
import type { ApplicationView, PersonInWork, ScorecardView } from "../../contracts/recruiting";
import type { Clock } from "../../core/clock";
import { systemScope, type Scope } from "../../core/scope";
import { coverWords, maskText } from "../../people/blind/mask-text";
import type { Services } from "../services";
import { isMasked, isTermOver } from "./access";
import { readResume } from "./scorer";

const scope = systemScope("recruiting");

export interface Placed {
  readonly rank: number | null;
  readonly card: ScorecardView | null;
}

export interface ToShow {
  readonly opening: Pick<OpeningRow, "blindUntil">;
  readonly row: ApplicationRow;
  readonly placed: Placed;
  readonly clock: Clock;
  /** Hide names whatever the stage: for a hiring manager's masked link. */
  readonly force?: boolean;
}

export async function showApplication(db: Services["db"], scope: Scope, { opening, row, placed, clock, force = false }: ToShow): Promise<ApplicationView> {
  const masked = force || isMasked(opening, row.stage);
  const card = masked && placed.card ? await coverCard(db, scope, row, placed.card) : placed.card;
  return {
    id: row.id,
    code: row.code,
    person: showPerson(row, masked),
    stage: row.stage,
    channel: row.channel,
    consent: row.consent,
    keepUntil: row.keepUntil?.toISOString() ?? null,
    termOver: isTermOver(row, clock),
    appliedAt: row.appliedAt.toISOString(),
    stageSince: row.stageSince.toISOString(),
    reason: masked && row.reason !== "" ? coverWords(row.reason, await namesOf(db, row)) : row.reason,
    startsOn: row.startsOn,
    rank: placed.rank,
    card,
    notes: row.notes,
    remindAt: row.remindAt?.toISOString() ?? null,
    shortlisted: row.shortlisted,
  };
}

export function showPerson(row: ApplicationRow, masked: boolean): PersonInWork {
  const { resume } = row;
  if (masked) return { name: row.code, masked: true, documentId: null, title: resume.personTitle && coverWords(resume.personTitle, resume.name ? [resume.name] : []), location: null, years: resume.years };
  return { name: resume.name ?? resume.source, masked: false, documentId: row.documentId, title: resume.personTitle, location: resume.location, years: resume.years };
}

/** Of the file as it was read in, and of the profile. What stands in quotation marks may name the person. */
export async function warningsFor(db: Services["db"], row: ApplicationRow, masked: boolean): Promise<string[]> {
  const [document, resume] = [await findDocument(db, scope, row.documentId), await readResume(db, scope, row)];
  const warnings = [...(document?.warnings ?? []), ...(resume?.profile.warnings ?? [])];
  return masked ? warnings.map((warning) => warning.replace(/“[\s\S]*”/g, "“…”")) : warnings;
}

/** The résumé's text with the person covered; null while it is being read in. */
export async function coveredText(db: Services["db"], scope: Scope, row: ApplicationRow): Promise<string | null> {
  const resume = await readResume(db, scope, row);
  return resume && maskText(resume.text, resume.profile, row.resume.name);
}

/** As the list of candidates has it and as the résumé does: for covering what people wrote about them. */
export async function namesOf(db: Services["db"], row: ApplicationRow): Promise<string[]> {
  const resume = await readResume(db, scope, row);
  return [...new Set([row.resume.name, resume?.profile.name?.value].flatMap((name) => name ?? []))];
}

async function coverCard(db: Services["db"], scope: Scope, row: ApplicationRow, card: ScorecardView): Promise<ScorecardView | null> {
  const text = await coveredText(db, scope, row);
  if (text === null) return null;
  const cover = <Quote extends { start: number; end: number; text: string }>(quotes: readonly Quote[]) => quotes.map((quote) => ({ ...quote, text: text.slice(quote.start, quote.end) }));
  return { ...card, mustHaves: card.mustHaves.map((one) => ({ ...one, evidence: cover(one.evidence) })), parts: card.parts.map((part) => ({ ...part, evidence: cover(part.evidence) })) };
}
