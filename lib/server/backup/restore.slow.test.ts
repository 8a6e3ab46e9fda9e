/**
 * @file The restored company answers as the old one did: a part of the demo company, 50 of its questions, the shipped
 * encoder; backed up while it serves, restored into another folder and onto PostgreSQL. Quotes, documents, confidence
 * and the whole retrieved list with its scores must be equal.
 */
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { generateDemoFiles } from "../../../db/seed";
import { readQuestions } from "../../../db/seed/questions/check";
import { parseEnv } from "../../config/env";
import { dataPaths } from "../../config/paths";
import type { Answer } from "../../contracts/evidence";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor, UserId } from "../../core/types";
import { findTestPostgres, openTestDatabase } from "../../testing/postgres";
import { capabilitiesOf } from "../chat/capabilities";
import { fileOf, type IncomingFile } from "../ingest/accept";
import { ingestFiles } from "../ingest/ingest-files";
import { openServices } from "../open-services";
import type { Services } from "../services";
import { createBackup } from "./create-backup";
import { restoreBackup } from "./restore-backup";
import { makeBare } from "./transfer.contract";

/** A minute of work, more on a busy machine. */
vi.setConfig({ testTimeout: 1_200_000, hookTimeout: 1_200_000 });

const DOCUMENTS = 14;
const QUESTIONS = 50;
const silent = () => undefined;
const employee: Actor = { userId: "user-employee" as UserId, roles: ["employee"], name: "Employee" };
const server = await findTestPostgres();

let folder = "";
let questions: string[] = [];
let services: Services;
let backup = "";
let before: unknown[] = [];

const settingsFor = (dataDir: string, databaseUrl = "") => parseEnv({ NODE_ENV: "test", CADRE_DATA_DIR: dataDir, DATABASE_URL: databaseUrl, CADRE_DEVICE: "cpu" });

/** Answer and ranking of every question. Ids of documents stay the same through a restore. */
async function askAll(asked: Services): Promise<unknown[]> {
  const mayRead = asked.readSide.mayRead(scopeOf(employee));
  const replies: unknown[] = [];
  for (const question of questions) {
    const { answer } = await asked.assistant.ask({ question, history: [], capabilities: capabilitiesOf(employee), mayRead });
    const { passages } = await asked.readSide.knowledge.retrieve(question, { k: 20, filter: mayRead });
    replies.push({ question, answer, ranking: passages.map((hit) => [hit.passage.documentId, hit.passage.ordinal, hit.score]) });
  }
  return replies;
}

async function pickFiles(): Promise<IncomingFile[]> {
  const files: IncomingFile[] = [];
  for await (const file of generateDemoFiles(["policy"])) {
    files.push(fileOf(file.path, file.bytes));
    if (files.length === DOCUMENTS) break;
  }
  return files;
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "cadre-restore-"));
  questions = readQuestions().policies.map((line) => line.question).filter((_question, i) => i % 5 === 0).slice(0, QUESTIONS);
  services = await openServices(settingsFor(path.join(folder, "data")));
  await ingestFiles(services, systemScope("test"), await pickFiles(), { kind: "policy", acl: ["role:employee"], onDuplicate: "skip", onNote: silent });
  before = await askAll(services);
  const output = await createBackup({ paths: services.paths, databaseUrl: undefined, target: path.join(folder, "b.tar"), at: new Date(), note: silent });
  expect(output).toMatchObject({ whileServing: true, documents: DOCUMENTS, originals: DOCUMENTS, warnings: [] });
  backup = output.file;
});
afterAll(async () => {
  await services.close();
  if (!("missing" in server)) server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function sameAnswersIn(dataDir: string, databaseUrl?: string): Promise<void> {
  await restoreBackup({ file: backup, paths: dataPaths(dataDir), databaseUrl, note: silent });
  const restored = await openServices(settingsFor(dataDir, databaseUrl));
  try {
    expect(await askAll(restored)).toEqual(before);
  } finally {
    await restored.close();
  }
  for (const name of await readdir(services.paths.files)) expect(await readFile(path.join(dataDir, "files", name))).toEqual(await readFile(services.files.pathOf(name)));
}

test(`${QUESTIONS} questions are worth asking: most find something, some do not`, () => {
  expect(questions).toHaveLength(QUESTIONS);
  const outcomes = before.map((reply) => (reply as { answer: Answer }).answer.outcome);
  expect(outcomes.filter((outcome) => outcome === "answered").length).toBeGreaterThan(5);
  expect(outcomes.some((outcome) => outcome !== "answered")).toBe(true);
  expect(before.every((reply) => (reply as { ranking: unknown[] }).ranking.length === 20)).toBe(true);
});

test("equal answers and rankings from another folder", () => sameAnswersIn(path.join(folder, "elsewhere")));

if ("missing" in server) test.skip(`PostgreSQL: ${server.missing}`);
else
  test("equal answers and rankings from PostgreSQL", async () => {
    const database = await openTestDatabase(server);
    try {
      await makeBare(database.db);
      await sameAnswersIn(path.join(folder, "on-postgres"), database.url);
    } finally {
      await database.close();
    }
  });
