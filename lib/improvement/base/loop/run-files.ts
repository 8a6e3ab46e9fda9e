/**
 * @file The files of a run: <out>/checkpoint (weights, optimizer, state), <out>/best (weights), curve.json, curve.svg.
 * A checkpoint is written beside and moved into place, so a killed run keeps the one before.
 */
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { AppError } from "../../../core/errors";
import type { NamedTensors } from "../../../engine/named-tensors";
import type { TrainerState } from "../../../engine/train/encoder-trainer";
import { readSafetensors, writeSafetensors } from "../../../runtime/safetensors";
import { curveSvg, type MeasuredLoss } from "../card/curve-svg";
import type { LoopState } from "./run-training";

export interface Checkpoint {
  /** Weights, the optimizer's moments, updates done. */
  readonly trainer: TrainerState;
  readonly loop: LoopState;
  /** Of recipe, corpus and base weights; a run goes on only with the same. */
  readonly fingerprint: string;
}

const NAMES = { parameters: "parameters.safetensors", first: "moments-1.safetensors", second: "moments-2.safetensors", state: "state.json" };

export async function writeCheckpoint(out: string, checkpoint: Checkpoint): Promise<void> {
  const [target, fresh, old] = ["checkpoint", "checkpoint.new", "checkpoint.old"].map((name) => path.join(out, name)) as [string, string, string];
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  await writeSafetensors(path.join(fresh, NAMES.parameters), checkpoint.trainer.parameters, { dtype: "F32" });
  await writeSafetensors(path.join(fresh, NAMES.first), checkpoint.trainer.first, { dtype: "F32" });
  await writeSafetensors(path.join(fresh, NAMES.second), checkpoint.trainer.second, { dtype: "F32" });
  const { loop, fingerprint, trainer } = checkpoint;
  await writeFile(path.join(fresh, NAMES.state), JSON.stringify({ fingerprint, updates: trainer.updates, loop }));
  await rm(old, { recursive: true, force: true });
  await rename(target, old).catch(ignoreMissing);
  await rename(fresh, target);
  await rm(old, { recursive: true, force: true });
}

/** The last complete checkpoint, or null when there is none. @throws AppError "config/invalid" when it is of another run */
export async function readCheckpoint(out: string, fingerprint: string): Promise<Checkpoint | null> {
  const folder = (await hasState(path.join(out, "checkpoint"))) ? path.join(out, "checkpoint") : path.join(out, "checkpoint.old");
  if (!(await hasState(folder))) return null;
  const state = JSON.parse(await readFile(path.join(folder, NAMES.state), "utf8")) as Pick<Checkpoint, "loop" | "fingerprint"> & { updates: number };
  if (state.fingerprint !== fingerprint) {
    throw new AppError("config/invalid", `${folder} belongs to another run: recipe, corpus, questions or base weights differ. Give another --out, or leave out --resume.`);
  }
  const read = async (name: string): Promise<NamedTensors> => (await readSafetensors(path.join(folder, name))).tensors;
  const trainer = { updates: state.updates, parameters: await read(NAMES.parameters), first: await read(NAMES.first), second: await read(NAMES.second) };
  return { loop: state.loop, fingerprint: state.fingerprint, trainer };
}

/** Also true when a process was killed while it moved a new checkpoint into place. */
export async function hasCheckpoint(out: string): Promise<boolean> {
  return (await hasState(path.join(out, "checkpoint"))) || hasState(path.join(out, "checkpoint.old"));
}

export async function writeBest(out: string, parameters: NamedTensors, step: number): Promise<void> {
  await writeSafetensors(path.join(out, "best.safetensors"), parameters, { dtype: "F32", metadata: { format: "pt", step: String(step) } });
}

export async function readBest(out: string): Promise<NamedTensors> {
  return (await readSafetensors(path.join(out, "best.safetensors"))).tensors;
}

export async function writeCurves(out: string, { curve, dev }: Pick<LoopState, "curve" | "dev">, measured?: MeasuredLoss): Promise<void> {
  await writeFile(path.join(out, "curve.json"), JSON.stringify({ curve, dev, ...(measured ? { heldOut: measured.points } : {}) }));
  await writeFile(path.join(out, "curve.svg"), curveSvg(curve, dev, measured));
}

async function hasState(folder: string): Promise<boolean> {
  return readFile(path.join(folder, NAMES.state)).then(() => true, (cause: unknown) => {
    ignoreMissing(cause);
    return false;
  });
}

function ignoreMissing(cause: unknown): void {
  if (!(cause instanceof Error) || !("code" in cause) || cause.code !== "ENOENT") throw cause;
}
