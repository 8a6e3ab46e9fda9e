/**
 * @file Profiles that are missing or of an older version are read again from the stored text: after a start in the
 * background, and at once for a résumé that somebody opens. Nothing is extracted again.
 */
import { findDocument, findDocumentText } from "../../../db/queries/documents";
import { findProfile, listStale, putProfile, type StoredResume } from "../../../db/queries/profiles";
import type { Database } from "../../../db/client";
import type { ProfileOutput } from "../../contracts/profile";
import { detectLanguage } from "../../core/language";
import { systemScope, type Scope } from "../../core/scope";
import type { DocumentId } from "../../core/types";
import { logIncident } from "../http";
import { currentProfileVersion, profileOf } from "./profile-of";

const scope = systemScope("profiles of résumés");
const AT_ONCE = 20;
/** Pause between two batches, ms: requests come first. */
const PAUSE_MS = 50;

/** @returns how many were read again */
export async function refreshProfiles(db: Database, isStopped: () => boolean = () => false): Promise<number> {
  let done = 0;
  const failed = new Set<DocumentId>();
  for (;;) {
    const stale = (await listStale(db, scope, await currentProfileVersion(), AT_ONCE + failed.size)).filter((row) => !failed.has(row.id));
    if (stale.length === 0 || isStopped()) return done;
    for (const row of stale) {
      if (isStopped()) return done;
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
export function startRefreshing(db: Database): () => Promise<void> {
  let stopped = false;
  const running = refreshProfiles(db, () => stopped).catch((error: unknown) => void logIncident(error));
  return async () => {
    stopped = true;
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
