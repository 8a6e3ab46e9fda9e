/**
 * @file Everything that is held about a candidate, for them, as one zip: the original file and all rows about them. Where
 * names are hidden from who exports, the application is left out: its code beside a name would tell whose it is.
 */
import { readFile } from "node:fs/promises";
import { strToU8, zipSync, type Zippable } from "fflate";
import { findDocument, findDocumentText, type DocumentRow } from "../../../db/queries/documents";
import { listApplicationsOf, listEvents, listNotes, type ApplicationRow } from "../../../db/queries/recruiting/applications";
import { listWork } from "../../../db/queries/recruiting/openings";
import { listScoresOf } from "../../../db/queries/recruiting/score-runs";
import { listOpinions } from "../../../db/queries/recruiting/shortlists";
import { AppError } from "../../core/errors";
import { scopeOf, type Scope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { record } from "../audit/record";
import type { Services } from "../services";
import { isMasked, requireApplication } from "./access";
import { keptTerms } from "./kept-until";
import { readResume, resumeOf } from "./scorer";

/** No clock gets in: equal data give equal bytes. */
const FIXED_DATE = new Date(1980, 0, 1);

/** @throws AppError "request/not-found"; "policy/forbidden" while the name is hidden from anyone but an HR lead */
export async function exportCandidate(services: Pick<Services, "db" | "files">, actor: Actor, applicationId: string): Promise<{ name: string; bytes: Uint8Array }> {
  const { db } = services;
  const isLead = actor.roles.includes("hr_lead");
  const { application, opening } = await requireApplication(db, actor, applicationId);
  if (isMasked(opening, application.stage) && !isLead) {
    throw new AppError("policy/forbidden", "names are hidden", { userMessage: "Names are hidden at this stage. An HR lead can export this person’s data for them." });
  }
  const row = await findDocument(db, scopeOf(actor), application.documentId);
  if (!row) throw new AppError("request/not-found", "no such résumé");
  return exportHeld(services, actor, row, application);
}

/**
 * The zip of a résumé that the actor may export: of which that is, the callers decide.
 * @param application its month is what "present" means; without one the month in which the résumé was added
 */
export async function exportHeld({ db, files }: Pick<Services, "db" | "files">, actor: Actor, row: DocumentRow, application: Pick<ApplicationRow, "documentId" | "appliedAt" | "resume" | "code"> | null = null): Promise<{ name: string; bytes: Uint8Array }> {
  const own = scopeOf(actor);
  const isLead = actor.roles.includes("hr_lead");
  const text = await findDocumentText(db, own, row.id);
  await record(db, actor, { action: "candidate.exported", object: { kind: "document", id: row.id }, facts: {} });
  const openings = new Map((await listWork(db, own)).map((one) => [one.documentId, one]));
  const applications = [];
  for (const one of await listApplicationsOf(db, own, row.id)) {
    const appliedFor = openings.get(one.openingId);
    if (appliedFor && (isLead || !isMasked(appliedFor, one.stage))) applications.push(await heldOf(db, own, one, appliedFor.title));
  }
  const resume = await readResume(db, own, application ?? resumeOf(row, row.createdAt));
  const content = {
    holds: isLead ? "Every application." : "The applications that the exporter works on and whose names are open to them. An HR lead's export holds every one.",
    heldApart: "What the person said for equal-opportunity figures is kept apart from recruiting and is in no export; erasure takes it.",
    source: row.source, addedAt: row.createdAt, sha256: row.sha256, name: row.personName, title: row.personTitle, location: row.personLocation, years: row.personYears,
    keptUntil: (await keptTerms(db, [row])).get(row.id) ?? null, readers: row.acl,
    profile: resume?.profile ?? null, applications, text: text?.text ?? null,
  };
  const parts: Zippable = { "everything.json": [strToU8(`${JSON.stringify(content, null, 2)}\n`), { mtime: FIXED_DATE }] };
  parts[fileName(row.source)] = [new Uint8Array(await readFile(files.pathOf(row.sha256))), { mtime: FIXED_DATE }];
  return { name: `candidate-${application?.code ?? row.id.slice(-8)}.zip`, bytes: zipSync(parts) };
}

/** The original under its own name, which must not be that of what is beside it. */
function fileName(source: string): string {
  const name = source.replace(/^.*\//, "");
  return name === "everything.json" ? `original-${name}` : name;
}

async function heldOf(db: Services["db"], own: Scope, row: ApplicationRow, opening: string) {
  const { code, stage, channel, consent, keepUntil, appliedAt, reason, startsOn, id } = row;
  const [events, notes] = [await listEvents(db, own, [id]), await listNotes(db, own, id)];
  const [scores, opinions] = [await listScoresOf(db, own, id), await listOpinions(db, own, id)];
  return {
    opening, code, stage, channel, consent, keepUntil, appliedAt, reason, startsOn,
    history: events.map(({ fromStage, toStage, reason: why, at }) => ({ fromStage, toStage, why, at })),
    notes: notes.map(({ text: note, at }) => ({ note, at })),
    shortlists: opinions.lists,
    opinions: opinions.answers,
    scores,
  };
}
