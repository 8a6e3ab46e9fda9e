/**
 * @file Profiles that are missing or of an older version are read again from the stored text: after a start in the
 * background, and at once for a résumé that somebody opens. Nothing is extracted again. While candidates are switched off
 * nothing is read; it goes on soon after they are switched on.
 */
import { findDocument, findDocumentText } from "../../../db/queries/documents";
import { findProfile, listStale, putProfile, type StoredResume } from "../../../db/queries/profiles";
import type { Database } from "../../../db/client";
import type { ProfileOutput } from "../../contracts/profile";
import { detectLanguage } from "../../core/language";
import { systemScope, type Scope } from "../../core/scope";
import type { DocumentId } from "../../core/types";
import { logIncident } from "../http";
import { isModuleOn } from "../modules/state";
import { currentProfileVersion, profileOf } from "./profile-of";

const scope = systemScope("profiles of résumés");
const AT_ONCE = 20;
/** Pause between two batches, ms: requests come first. */
const PAUSE_MS = 50;
/** How often is looked for stale ones, ms. */
const LOOK_MS = 60_000;

/** @param failed those that could not be read, left out and added to  @returns how many were read again */
export async function refreshProfiles(db: Database, isStopped: () => boolean = () => false, failed = new Set<DocumentId>()): Promise<number> {
  let done = 0;
  for (;;) {
    const stale = (await listStale(db, scope, await currentProfileVersion(), AT_ONCE + failed.size)).filter((row) => !failed.has(row.id));
    if (stale.length === 0 || isStopped()) return done;
    for (const row of stale) {
      if (isStopped() || !(await isModuleOn(db, "candidates"))) return done;
      try {
        await putProfile(db, scope, row.id, await profileOf(documentOf(row), { source: row.source }));
        done++;
      } catch (error) {
        // One résumé that cannot be read must not keep the others from it; it is tried again at the next start.
        failed.add(row.id);
        logIncident(error);
      }
      await new Promise((resume) => setTimeout(resume, PAUSE_MS / AT_ONCE));
    }
    await new Promise((resume) => setTimeout(resume, PAUSE_MS));
  }
}

/** Reads stale profiles in the background. @returns stops it and waits for the résumé under way */
export function startRefreshing(db: Database, lookMs = LOOK_MS): () => Promise<void> {
  let stopped = false;
  let running: Promise<unknown> | null = null;
  const failed = new Set<DocumentId>();
  const look = (): void => {
    running ??= refreshProfiles(db, () => stopped, failed)
      .catch((error: unknown) => void logIncident(error))
      .finally(() => (running = null));
  };
  const timer = setInterval(look, lookMs);
  timer.unref();
  look();
  return async () => {
    stopped = true;
    clearInterval(timer);
    await running;
  };
}

/** The current profile of a résumé that the scope may read; read now when it is missing, old, or of another month. Null: no such résumé, or no text yet. */
export async function currentProfile(db: Database, reader: Scope, id: string): Promise<ProfileOutput | null> {
  const stored = await findProfile(db, reader, id);
  if (stored && stored.version === (await currentProfileVersion()) && stored.profile.asOf === new Date().toISOString().slice(0, 7)) return stored.profile;
  const row = await findDocument(db, reader, id);
  const text = row?.kind === "resume" && row.status === "ready" ? await findDocumentText(db, reader, id) : null;
  if (!row || !text) return null;
  const read = await profileOf(documentOf({ ...row, ...text }), { source: row.source });
  await putProfile(db, scope, row.id, read);
  return read.profile;
}

function documentOf(row: Omit<StoredResume, "id">) {
  return { text: row.text, pages: row.pages, blocks: row.blocks, warnings: row.warnings, language: row.language ?? detectLanguage(row.text), title: null };
}
