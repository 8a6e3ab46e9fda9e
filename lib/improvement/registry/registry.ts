/**
 * @file Registry: model versions as folders and one small file that says which one serves. Every write is whole or not at
 * all, so a killed process leaves the champion as it was; a version counts from the moment its version.json exists.
 */
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { modelVersion, registryState, type ModelVersion, type RegistryState } from "../../contracts/models";
import { AppError } from "../../core/errors";
import type { Clock } from "../../core/clock";
import type { LearnedRanking } from "../../knowledge/retrieval/learned-ranking";
import { writeWhole } from "../../runtime/write-whole";
import { readRankingFolder, writeRankingFolder } from "./ranking-folder";

const VERSION_FILE = "version.json";
const STATE_FILE = "current.json";
const CARD_FILE = "README.md";

const AS_SHIPPED: RegistryState = { current: null, history: [] };

export interface Promotion {
  readonly id: string;
  /** Who; an opaque id. */
  readonly by: string;
  /** Needed when the gate refused it. */
  readonly reason?: string;
}

export interface Registry {
  /** Versions that are whole, oldest first. */
  versions(): Promise<ModelVersion[]>;
  state(): Promise<RegistryState>;
  /** Keeps a new version; it serves nothing yet. @returns with its id */
  add(version: Omit<ModelVersion, "id">, ranking: LearnedRanking): Promise<ModelVersion>;
  /** @throws AppError "request/not-found", "registry/refused", "registry/unusable" (damaged; its data was erased) */
  promote(promotion: Promotion): Promise<RegistryState>;
  /** Back to what served before the last promotion. @throws AppError "request/conflict" when nothing was promoted */
  rollback(by: string): Promise<RegistryState>;
  /** The ranking that serves; null: as shipped. @throws AppError "registry/unusable" */
  current(): Promise<LearnedRanking | null>;
  ranking(id: string): Promise<LearnedRanking>;
  /** Marks every version that was trained on the snapshot. @returns their ids */
  markErased(snapshot: string, rows: number): Promise<string[]>;
}

/** @param folder `<data>/models/registry`; made when the first version comes. One process writes (the data folder's lock). */
export function openRegistry(folder: string, clock: Clock): Registry {
  const now = (): string => new Date(clock.now()).toISOString();
  const versionFile = (id: string): string => path.join(folder, id, VERSION_FILE);
  const writeJson = (file: string, value: unknown): Promise<void> => writeWhole(file, [Buffer.from(`${JSON.stringify(value, null, 1)}\n`)]);
  const state = async (): Promise<RegistryState> => registryState.parse(JSON.parse((await readOrNull(path.join(folder, STATE_FILE))) ?? JSON.stringify(AS_SHIPPED)));

  const versions = async (): Promise<ModelVersion[]> => {
    const names = (await listOrNone(folder)).filter((name) => /^v\d+$/.test(name)).sort((a, b) => numberOf(a) - numberOf(b));
    const read = await Promise.all(names.map(async (name) => readOrNull(versionFile(name))));
    return read.flatMap((text) => (text === null ? [] : [modelVersion.parse(JSON.parse(text))]));
  };

  const find = async (id: string): Promise<ModelVersion> => {
    const all = await versions();
    const found = all.find((version) => version.id === id);
    if (!found) throw new AppError("request/not-found", `There is no version "${id}". There ${all.length === 0 ? "is none yet: train one first" : `are ${all.map((one) => one.id).join(", ")}`}.`);
    return found;
  };

  const ranking = async (id: string): Promise<LearnedRanking> => (await readRankingFolder(path.join(folder, id))).ranking;

  const move = async (to: string | null, part: Pick<RegistryState["history"][number], "action" | "by" | "reason">): Promise<RegistryState> => {
    const before = await state();
    const next: RegistryState = { current: to, history: [...before.history, { at: now(), from: before.current, to, ...part }] };
    await writeJson(path.join(folder, STATE_FILE), next);
    return next;
  };

  return {
    versions,
    state,
    ranking,
    async add(version, learned) {
      const id = await nextId(folder);
      const complete = modelVersion.parse({ ...version, id });
      await writeRankingFolder(path.join(folder, id), { ...learned, version: id }, null);
      await writeWhole(path.join(folder, id, CARD_FILE), [Buffer.from(version.card)]);
      await writeJson(versionFile(id), complete);
      return complete;
    },
    async promote({ id, by, reason }) {
      const version = await find(id);
      if (version.erased) throw new AppError("registry/unusable", `${version.erased.rows} rows of the data of ${id} were deleted on ${version.erased.at.slice(0, 10)}. Train a new version from what is left.`);
      // Damaged files must not become the champion.
      await ranking(id);
      const { verdict } = version.gate;
      const why = reason?.trim() ? reason.trim() : null;
      if (verdict === "refused" && why === null) throw new AppError("registry/refused", `The gate refused ${id}: ${version.gate.reasons.filter((one) => one.isAgainst).map((one) => one.en).join(" ")} Give a written reason to override it.`);
      return move(id, { action: verdict === "refused" ? "override" : verdict === "provisional" ? "trial" : "promote", by, reason: verdict === "refused" ? why : null });
    },
    async rollback(by) {
      const { history, current } = await state();
      const target = beforeLast(history);
      if (target === undefined) throw new AppError("request/conflict", current === null ? "Nothing was promoted: the shipped ranking serves already." : `There is no version before ${current}.`);
      if (target !== null) await ranking(target);
      return move(target, { action: "rollback", by, reason: null });
    },
    async current() {
      const { current } = await state();
      return current === null ? null : ranking(current);
    },
    async markErased(snapshot, rows) {
      const touched = (await versions()).filter((version) => version.data === snapshot);
      for (const version of touched) await writeJson(versionFile(version.id), { ...version, erased: { at: now(), rows: rows + (version.erased?.rows ?? 0) } });
      return touched.map(({ id }) => id);
    },
  };
}

/** The next number, taken by making its folder: a run that was killed leaves an empty folder, never two runs one number. */
async function nextId(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (;;) {
    const taken = (await listOrNone(folder)).filter((name) => /^v\d+$/.test(name)).map(numberOf);
    const id = `v${Math.max(0, ...taken) + 1}`;
    try {
      await mkdir(path.join(folder, id));
      return id;
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
    }
  }
}

/** Removes folders of versions that never became whole. Call it at start, when no training runs. @returns their names */
export async function sweepRegistry(folder: string): Promise<string[]> {
  const names = (await listOrNone(folder)).filter((name) => /^v\d+$/.test(name));
  const whole = await Promise.all(names.map(async (name) => (await readOrNull(path.join(folder, name, VERSION_FILE))) !== null));
  const broken = names.filter((_, at) => !whole[at]);
  for (const name of broken) await rm(path.join(folder, name), { recursive: true, force: true });
  return broken;
}

/** What served before the last promotion that still stands; undefined: nothing stands. Rollbacks undo promotions one by one. */
function beforeLast(history: RegistryState["history"]): string | null | undefined {
  const standing: (string | null)[] = [];
  for (const { action, from } of history) {
    if (action === "rollback") standing.pop();
    else standing.push(from);
  }
  return standing.at(-1);
}

const numberOf = (id: string): number => Number(id.slice(1));

async function readOrNull(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw cause;
  }
}

async function listOrNone(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw cause;
  }
}
