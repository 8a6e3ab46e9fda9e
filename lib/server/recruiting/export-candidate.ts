/**
 * @file Everything that is held about a candidate, for them, as one zip: the original file and all rows about them. Where
 * names are hidden from who exports, the application is left out: its code beside a name would tell whose it is.
 */
import { readFile } from "node:fs/promises";
import { strToU8, zipSync, type Zippable } from "fflate";
import { findDocument, findDocumentText } from "../../../db/queries/documents";
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
import { readResume } from "./scorer";

/** No clock gets in: equal data give equal bytes. */
const FIXED_DATE = new Date(1980, 0, 1);

/** @throws AppError "request/not-found"; "policy/forbidden" while the name is hidden from anyone but an HR lead */
export async function exportCandidate(services: Pick<Services, "db" | "files">, actor: Actor, applicationId: string): Promise<{ name: string; bytes: Uint8Array }> {
  const { db, files } = services;
  const own = scopeOf(actor);
  const isLead = actor.roles.includes("hr_lead");
  const { application, opening } = await requireApplication(db, actor, applicationId);
  if (isMasked(opening, application.stage) && !isLead) {
    throw new AppError("policy/forbidden", "names are hidden", { userMessage: "Names are hidden at this stage. An HR lead can export this person’s data for them." });
  }
  const row = await findDocument(db, own, application.documentId);
  if (!row) throw new AppError("request/not-found", "no such résumé");
  const text = await findDocumentText(db, own, application.documentId);
  await record(db, actor, { action: "candidate.exported", object: { kind: "document", id: row.id }, facts: {} });
  const openings = new Map((await listWork(db, own)).map((one) => [one.documentId, one]));
  const applications = [];
  for (const one of await listApplicationsOf(db, own, row.id)) {
    const appliedFor = openings.get(one.openingId);
    if (appliedFor && (isLead || !isMasked(appliedFor, one.stage))) applications.push(await heldOf(db, own, one, appliedFor.title));
  }
  const resume = await readResume(db, own, application);
  const content = {
    holds: isLead ? "Every application." : "The applications that the exporter works on and whose names are open to them. An HR lead's export holds every one.",
    heldApart: "What the person said for equal-opportunity figures is kept apart from recruiting and is in no export; erasure takes it.",
    source: row.source, addedAt: row.createdAt, sha256: row.sha256, name: row.personName, title: row.personTitle, location: row.personLocation, years: row.personYears,
    profile: resume?.profile ?? null, applications, text: text?.text ?? null,
  };
  const parts: Zippable = { "everything.json": [strToU8(`${JSON.stringify(content, null, 2)}\n`), { mtime: FIXED_DATE }] };
  parts[row.source.replace(/^.*\//, "")] = [new Uint8Array(await readFile(files.pathOf(row.sha256))), { mtime: FIXED_DATE }];
  return { name: `candidate-${application.code}.zip`, bytes: zipSync(parts) };
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
