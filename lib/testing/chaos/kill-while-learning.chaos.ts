/**
 * @file The loop under force. Twenty chats at once while a version is trained, promoted and rolled back again and again: no
 * failed question, and every answer is word for word what its one version answers alone. Then training and promotion are
 * killed without a word, again and again: what serves is the old or the new, and training resumes or says that it failed.
 * Real: PGlite on disk, the shipped encoder, the training process. CADRE_CHAOS_ROUNDS sets the kills (default 3).
 */
import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ownMessage } from "../../../db/queries/chat";
import { findVersion } from "../../../db/queries/model-versions";
import { findRun } from "../../../db/queries/training-runs";
import { parseEnv } from "../../config/env";
import { modelsListOutput, trainRunOutput } from "../../contracts/models";
import { createRng } from "../../core/rng";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor, MessageId, ModelVersionId } from "../../core/types";
import { promote, rollBack } from "../../server/learning/promote";
import { startTrainingRun } from "../../server/learning/start";
import { openServices } from "../../server/open-services";
import type { Services } from "../../server/services";
import { ask, foundLearningCompany, type LearningCompany } from "./learning-company";
import { runCadre } from "./server-process";

const ROUNDS = Number(process.env["CADRE_CHAOS_ROUNDS"] ?? 3);
const CHATS = 20;
const CHANGES = 12;
const scope = systemScope("test");
const REASON = "Tried by a test, whatever the gate says.";
let dataDir = "";
let settings: Record<string, string> = {};
let company: LearningCompany;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "cadre-learning-"));
  settings = { CADRE_DATA_DIR: dataDir, CADRE_DEMO: "0", NODE_ENV: "test" };
  const services = await openServices(parseEnv(settings));
  company = await foundLearningCompany(services);
  await services.close();
});

afterAll(() => rm(dataDir, { recursive: true, force: true }));

interface Given {
  readonly question: string;
  readonly version: ModelVersionId | null;
  readonly text: string;
}

/** Asks one question after the other until told to stop. */
async function chatting(services: Services, actor: Actor, { from, isOver }: { from: number; isOver: () => boolean }): Promise<Given[]> {
  const given: Given[] = [];
  for (let at = from; !isOver(); at++) {
    const question = company.questions[at % company.questions.length] ?? "";
    const { messageId, answer } = await ask(services, actor, question);
    const { modelVersion } = await ownMessage(services.db, scopeOf(actor), messageId as MessageId);
    given.push({ question, version: modelVersion, text: answer.text });
  }
  return given;
}

async function trained(services: Services): Promise<ModelVersionId> {
  const id = await startTrainingRun(services, company.lead);
  for (;;) {
    const run = await findRun(services.db, scope, id);
    if (run?.state === "done" && run.versionId) return run.versionId;
    if (run?.state === "failed" || run?.state === "cancelled") throw new Error(`training ${run.state}: ${run.failure?.message ?? ""}`);
    await sleep(300);
  }
}

test(`${CHATS} chats at once while a version is trained, promoted and rolled back: nothing fails, nothing mixes`, async () => {
  const services = await openServices(parseEnv(settings));
  try {
    let isOver = false;
    const chats = Array.from({ length: CHATS }, (_, i) => chatting(services, company.askers[i % company.askers.length] as Actor, { from: 5 * i, isOver: () => isOver }));
    const work = (async () => {
      const version = await trained(services);
      for (let i = 0; i < CHANGES; i++) {
        await promote(services, company.lead, { id: version, reason: REASON });
        await sleep(150);
        await rollBack(services.db, company.lead);
        await sleep(150);
      }
      return version;
    })();
    // Whatever fails, the chats end.
    const version = await work.finally(() => (isOver = true));
    const given = (await Promise.all(chats)).flat();
    const by = (which: ModelVersionId | null) => given.filter((one) => one.version === which);
    expect(by(null).length + by(version).length).toBe(given.length);
    expect(Math.min(by(null).length, by(version).length)).toBeGreaterThan(CHATS / 2);
    const alone = await answersAlone(services, version);
    expect(given.filter(({ question, version: by, text }) => alone.get(`${by ?? ""} ${question}`) !== text)).toEqual([]);
    // Otherwise the comparison would say nothing.
    expect(company.questions.filter((question) => alone.get(` ${question}`) !== alone.get(`${version} ${question}`)).length).toBeGreaterThan(10);
    const { verdict, gate } = (await findVersion(services.db, scope, version)) ?? {};
    process.stderr.write(`  ${given.length} questions, ${by(version).length} by version ${version}; gate: ${verdict ?? "?"}, first ${gate?.own.hit1.before.toFixed(2) ?? "?"} → ${gate?.own.hit1.after.toFixed(2) ?? "?"}\n`);
  } finally {
    await services.close();
  }
});

/** What each version answers when nothing changes. */
async function answersAlone(services: Services, version: ModelVersionId): Promise<ReadonlyMap<string, string>> {
  const [asker] = company.askers;
  const texts = new Map<string, string>();
  if (!asker) return texts;
  for (const which of [null, version]) {
    if (which) await promote(services, company.lead, { id: which, reason: REASON });
    for (const question of company.questions) texts.set(`${which ?? ""} ${question}`, (await ask(services, asker, question)).answer.text);
    if (which) await rollBack(services.db, company.lead);
  }
  return texts;
}

/** Starts a command and kills it, with all that it has started, after a while. @returns true when it had ended by itself */
async function killed(args: readonly string[], afterMs: number): Promise<boolean> {
  const root = path.resolve(import.meta.dirname, "../../..");
  const child = spawn(process.execPath, [path.join(root, "node_modules/tsx/dist/cli.mjs"), "lib/cli/main.ts", ...args], { cwd: root, detached: true, env: { ...process.env, ...settings }, stdio: "ignore" });
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let hasEnded = false;
  await Promise.race([gone.then(() => (hasEnded = true)), sleep(afterMs)]);
  if (!hasEnded && child.pid) process.kill(-child.pid, "SIGKILL");
  await gone;
  return hasEnded;
}

async function listed() {
  const { code, stdout, stderr } = await runCadre(["models", "list", "--json"], settings);
  expect(code, stderr).toBe(0);
  return modelsListOutput.parse(JSON.parse(stdout));
}

test(`training and promotion killed ${ROUNDS} times: what serves is the old or the new, no input is left behind`, async () => {
  const random = createRng(20261122);
  let serving = (await listed()).current;
  for (let round = 0; round < ROUNDS; round++) {
    await killed(["train"], 2_000 + random() * 30_000);
    expect((await listed()).current).toBe(serving);
    // No server runs now: what a killed training was given lies no longer about.
    expect((await readdir(path.join(dataDir, "training"))).filter((name) => name.endsWith(".input") || name.endsWith(".part"))).toEqual([]);
    const change = serving === null ? ["models", "promote", "v1", "--reason", REASON] : ["models", "rollback"];
    await killed(change, 500 + random() * 6_000);
    const { current } = await listed();
    expect([null, "v1"]).toContain(current);
    serving = current;
  }
  // A run that was cut off too often has said so; the next one is whole.
  await runCadre(["train", "--json"], settings);
  const { code, stdout, stderr } = await runCadre(["train", "--json"], settings);
  expect(code, stderr).toBe(0);
  const { version } = trainRunOutput.parse(JSON.parse(stdout));
  expect((await listed()).versions.map(({ id }) => id)).toContain(version);
});
