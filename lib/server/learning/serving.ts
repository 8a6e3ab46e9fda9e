/**
 * @file Serving: which learned version answers, as the database says it. Each question asks once and keeps what it got, so
 * that none mixes two versions; promotion and rollback are one row, so that a crash leaves the old or the new. A version that
 * cannot be applied (another encoder, damaged bytes) is reported once and answers are ranked as shipped.
 */
import type { Database } from "../../../db/client";
import { readArtefact as readStored, readServing, type ServingRow } from "../../../db/queries/model-versions";
import { AppError, toAppError } from "../../core/errors";
import { sha256 } from "../../core/hash";
import { systemScope } from "../../core/scope";
import type { EncoderVersion, ModelVersionId } from "../../core/types";
import { checkLearned, type LearnedRanking } from "../../knowledge/retrieval/learned-ranking";
import { readArtefact } from "./artefact";

const scope = systemScope("learned version");

/** What one question is answered with, from beginning to end. */
export interface ServedVersion {
  /** Null: as shipped. */
  readonly id: ModelVersionId | null;
  readonly learned: LearnedRanking | null;
}

export interface Serving {
  /** For one question: take it once, pass it on. */
  current(): Promise<ServedVersion>;
  /** The last one taken, for callers without a question of their own. */
  latest(): LearnedRanking | null;
  /** Any version, applied to nothing yet; null: as shipped. @throws AppError "registry/unusable", "request/not-found" */
  versionOf(id: ModelVersionId | null): Promise<LearnedRanking | null>;
}

/** Versions kept in memory: the one that serves, the one before, one that is looked at. */
const KEPT = 4;

export function createServing({ db, encoder }: { db: Database; encoder: { version: EncoderVersion; dimension: number } }): Serving {
  const kept = new Map<ModelVersionId, Promise<LearnedRanking>>();
  let last: ServedVersion = { id: null, learned: null };
  let complained: ModelVersionId | null = null;

  const load = (id: ModelVersionId): Promise<LearnedRanking> => {
    const known = kept.get(id);
    if (known) return known;
    const loading = loadVersion(db, id).then((ranking) => checkLearned(ranking, encoder));
    kept.set(id, loading);
    loading.catch(() => kept.delete(id));
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return loading;
  };

  const resolve = async ({ versionId }: ServingRow): Promise<ServedVersion> => {
    if (versionId === null) return { id: null, learned: null };
    try {
      return { id: versionId, learned: await load(versionId) };
    } catch (thrown) {
      const error = toAppError(thrown);
      if (error.code !== "registry/unusable") throw error;
      if (complained !== versionId) console.error(`version ${versionId} is not applied: ${error.message}`);
      complained = versionId;
      return { id: null, learned: null };
    }
  };

  return {
    async current() {
      last = await resolve(await readServing(db, scope));
      return last;
    },
    latest: () => last.learned,
    versionOf: async (id) => (id === null ? null : load(id)),
  };
}

async function loadVersion(db: Database, id: ModelVersionId): Promise<LearnedRanking> {
  const stored = await readStored(db, scope, id);
  if (!stored) throw new AppError("request/not-found", `there is no model version ${id}`);
  if (sha256(stored.bytes) !== stored.sha256) throw new AppError("registry/unusable", `version ${stored.number} is damaged: its bytes do not have its hash`);
  return readArtefact(stored.bytes);
}
