/**
 * @file Serving: which learned version answers, as the database says it. Each question asks once and keeps what it got, so
 * that none mixes two versions; promotion and rollback are one row, so that a crash leaves the old or the new. A version that
 * cannot be applied (another encoder, damaged bytes) is reported once and answers are ranked as shipped. A version with an
 * encoder of its own comes with its index (spaces.ts): one question, one version, one space.
 */
import type { Database } from "../../../db/client";
import { findVersion, readArtefact as readStored, readServing, type ServingRow } from "../../../db/queries/model-versions";
import { AppError, toAppError } from "../../core/errors";
import { sha256 } from "../../core/hash";
import { systemScope } from "../../core/scope";
import type { EncoderVersion, ModelVersionId } from "../../core/types";
import { checkLearned, type LearnedRanking, type LearnedSpace } from "../../knowledge/retrieval/learned-ranking";
import { readArtefact } from "./artefact";

const scope = systemScope("learned version");

/** What one question is answered with, from beginning to end. */
export interface ServedVersion {
  /** Null: as shipped. */
  readonly id: ModelVersionId | null;
  readonly learned: LearnedRanking | null;
}

/** A version as it is stored: what was learned, and whose vectors it ranks. */
export interface VersionParts {
  readonly learned: LearnedRanking | null;
  /** The version that brought the encoder; null: the shipped one. */
  readonly spaceId: ModelVersionId | null;
}

export interface Serving {
  /** For one question: take it once, pass it on. */
  current(): Promise<ServedVersion>;
  /** The last one taken, for callers without a question of their own. */
  latest(): LearnedRanking | null;
  /** Any version, with the index it ranks with; null: as shipped. @throws AppError "registry/unusable" also when its index is not complete; "request/not-found" */
  versionOf(id: ModelVersionId | null): Promise<LearnedRanking | null>;
  /** Any version without its index. @throws AppError "registry/unusable", "request/not-found" */
  partsOf(id: ModelVersionId | null): Promise<VersionParts>;
}

/** The second indexes, as far as serving needs them. */
export interface ServedSpaces {
  open(id: ModelVersionId): Promise<LearnedSpace>;
  missing(id: ModelVersionId): Promise<number>;
  keep(ids: readonly ModelVersionId[]): void;
}

/** Versions kept in memory: the one that serves, the one before, one that is looked at. */
const KEPT = 4;

export interface ServingParts {
  readonly db: Database;
  /** The shipped one. */
  readonly encoder: { readonly version: EncoderVersion; readonly dimension: number };
  readonly spaces: ServedSpaces;
}

interface Loaded extends VersionParts {
  readonly learned: LearnedRanking;
}

export function createServing({ db, encoder, spaces }: ServingParts): Serving {
  const kept = new Map<ModelVersionId, Promise<Loaded>>();
  let last: ServedVersion = { id: null, learned: null };
  let complained: ModelVersionId | null = null;
  let seen = "";

  const load = (id: ModelVersionId): Promise<Loaded> => {
    const known = kept.get(id);
    if (known) return known;
    const loading = loadVersion(db, id, encoder);
    kept.set(id, loading);
    loading.catch(() => kept.delete(id));
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return loading;
  };
  const partsOf = async (id: ModelVersionId | null): Promise<VersionParts> => (id === null ? { learned: null, spaceId: null } : load(id));
  const whole = async ({ learned, spaceId }: Loaded): Promise<LearnedRanking> => (spaceId === null ? learned : { ...learned, space: await spaces.open(spaceId) });

  const resolve = async (row: ServingRow): Promise<ServedVersion> => {
    await keepSpaces(row);
    const { versionId } = row;
    if (versionId === null) return { id: null, learned: null };
    try {
      return { id: versionId, learned: await whole(await load(versionId)) };
    } catch (thrown) {
      const error = toAppError(thrown);
      if (error.code !== "registry/unusable") throw error;
      if (complained !== versionId) console.error(`version ${versionId} is not applied: ${error.message}`);
      complained = versionId;
      return { id: null, learned: null };
    }
  };
  /** What serves and what one click goes back to; looked at when that has changed. */
  const keepSpaces = async ({ versionId, previousId }: ServingRow): Promise<void> => {
    const now = `${versionId ?? ""} ${previousId ?? ""}`;
    if (now === seen) return;
    seen = now;
    const parts = await Promise.allSettled([partsOf(versionId), partsOf(previousId)]);
    spaces.keep([...new Set(parts.flatMap((one) => (one.status === "fulfilled" ? (one.value.spaceId ?? []) : [])))]);
  };

  return {
    async current() {
      last = await resolve(await readServing(db, scope));
      return last;
    },
    latest: () => last.learned,
    partsOf,
    async versionOf(id) {
      if (id === null) return null;
      const version = await load(id);
      if (version.spaceId !== null && (await spaces.missing(version.spaceId)) > 0) {
        throw new AppError("registry/unusable", `the index of version ${id} is not complete`, { userMessage: "Not all documents are embedded with the encoder of this version yet. Its index is built when it is promoted." });
      }
      return whole(version);
    },
  };
}

async function loadVersion(db: Database, id: ModelVersionId, shipped: Pick<ServingParts["encoder"], "version" | "dimension">): Promise<Loaded> {
  const stored = await readStored(db, scope, id);
  const row = await findVersion(db, scope, id);
  if (!stored || !row) throw new AppError("request/not-found", `there is no model version ${id}`);
  if (sha256(stored.bytes) !== stored.sha256) throw new AppError("registry/unusable", `version ${stored.number} is damaged: its bytes do not have its hash`);
  checkLearned({ version: `version ${stored.number}`, encoderVersion: row.encoderVersion }, shipped);
  const learned = checkLearned(readArtefact(stored.bytes), { version: row.spaceVersion ?? shipped.version });
  return { learned, spaceId: row.spaceId };
}
