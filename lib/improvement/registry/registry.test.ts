/** @file Registry: versions come whole, promotion and rollback move one file, the gate's no needs a reason, damage and half-written runs never serve. */
import { mkdir, mkdtemp, readdir, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { GateVerdict } from "../../contracts/gate";
import type { ModelVersion } from "../../contracts/models";
import { createManualClock } from "../../core/clock";
import type { LearnedRanking } from "../../knowledge/retrieval/learned-ranking";
import { judgeChallenger } from "../gate/gate";
import { listVersions } from "./list-versions";
import { openRegistry, sweepRegistry, type Registry } from "./registry";

let folder: string;
let registry: Registry;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "registry-"));
  registry = openRegistry(path.join(folder, "registry"), createManualClock(Date.UTC(2026, 10, 22)));
});
afterEach(() => rm(folder, { recursive: true }));

const ranking: LearnedRanking = {
  version: "run", encoderVersion: "e1", familiarity: { low: 0.3, high: 0.4 },
  weights: { dense: 0.6, passageMemory: 0.4, documentMemory: -0.1, popularity: 0.05 },
  adapter: { rank: 1, down: Float32Array.of(0.5, -0.25), up: Float32Array.of(1, 2) },
  memory: [{ query: Float32Array.of(1, 0), passage: Float32Array.of(0, 1), document: "leave", relevance: 0.75 }, { query: Float32Array.of(0, 1), passage: Float32Array.of(1, 0), document: null, relevance: -0.5 }],
};
const figures = { questions: 0, hit1: 0, hit5: 0, mrr: 0 };
const version = (verdict: GateVerdict): Omit<ModelVersion, "id"> => ({
  createdAt: "2026-11-22T00:00:00.000Z", parent: null, encoder: "e1", data: "d1", labels: 10, recipe: { seed: 1 },
  metrics: { before: figures, after: figures }, gate: { ...judgeChallenger({ own: [], general: [] }), verdict }, card: "# card", erased: null,
});
const add = (verdict: GateVerdict = "better"): Promise<ModelVersion> => registry.add(version(verdict), ranking);

describe("versions", () => {
  it("gives back what it was given, numbers as they were", async () => {
    const { id } = await add();
    expect(await registry.ranking(id)).toEqual({ ...ranking, version: "v1" });
    expect((await add()).id).toBe("v2");
  });

  it("starts as shipped, with nothing to go back to", async () => {
    expect([await registry.current(), await registry.versions()]).toEqual([null, []]);
    await expect(registry.rollback("anna")).rejects.toMatchObject({ code: "request/conflict" });
    await expect(registry.promote({ id: "v9", by: "anna" })).rejects.toMatchObject({ code: "request/not-found" });
  });
});

describe("promotion", () => {
  it("moves forward and back, one step at a time, and keeps the history", async () => {
    await add();
    await add("provisional");
    await registry.promote({ id: "v1", by: "anna" });
    await registry.promote({ id: "v2", by: "anna" });
    expect((await listVersions(registry)).versions.map(({ status }) => status)).toEqual(["retired", "trial"]);
    expect((await registry.rollback("ben")).current).toBe("v1");
    expect((await registry.current())?.version).toBe("v1");
    const { current, history } = await registry.rollback("ben");
    expect([current, history.map(({ action }) => action)]).toEqual([null, ["promote", "trial", "rollback", "rollback"]]);
    await expect(registry.rollback("ben")).rejects.toMatchObject({ code: "request/conflict" });
  });

  it("takes a refused version only with a written reason, which stays", async () => {
    await add("refused");
    await expect(registry.promote({ id: "v1", by: "anna", reason: "  " })).rejects.toMatchObject({ code: "registry/refused" });
    expect((await registry.state()).current).toBeNull();
    const { history } = await registry.promote({ id: "v1", by: "anna", reason: "The test is older than the new policy." });
    expect(history.at(-1)).toMatchObject({ action: "override", by: "anna", reason: "The test is older than the new policy." });
  });

  it("never lets damaged files serve, and leaves the champion", async () => {
    await add();
    await add();
    await registry.promote({ id: "v1", by: "anna" });
    await truncate(path.join(folder, "registry/v2/ranking.safetensors"), 40);
    await expect(registry.promote({ id: "v2", by: "anna" })).rejects.toMatchObject({ code: "registry/unusable" });
    expect((await registry.current())?.version).toBe("v1");
  });

  it("refuses a version whose data was erased", async () => {
    await add();
    expect(await registry.markErased("d1", 3)).toEqual(["v1"]);
    await expect(registry.promote({ id: "v1", by: "anna" })).rejects.toThrow(/3 rows of the data of v1 were deleted/);
    expect((await listVersions(registry)).versions[0]?.isErased).toBe(true);
  });
});

describe("a run that was killed", () => {
  it("leaves a folder that is no version, whose number is not used twice, and which is swept", async () => {
    await mkdir(path.join(folder, "registry/v1"), { recursive: true });
    await writeFile(path.join(folder, "registry/v1/ranking.safetensors.1.part"), "half");
    expect(await registry.versions()).toEqual([]);
    expect((await add()).id).toBe("v2");
    expect(await sweepRegistry(path.join(folder, "registry"))).toEqual(["v1"]);
    expect(await readdir(path.join(folder, "registry"))).toEqual(["v2"]);
  });
});
