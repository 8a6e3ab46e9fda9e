/**
 * @file Second index: a build that is killed goes on where it was; what answers meanwhile, and after a rollback, is what it was to
 * the byte; documents that come or go reach both spaces; a question under one version never touches the other's vectors.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openMemoryDatabase, type OpenDatabase } from "../../../db/client";
import { commitDocument, deleteDocument, enqueueDocuments } from "../../../db/queries/documents";
import { insertVersion, readServing } from "../../../db/queries/model-versions";
import { listRuns } from "../../../db/queries/training-runs";
import { countEmbedded } from "../../../db/queries/vector-spaces";
import { emptyDatabase } from "../../../db/testing/database";
import type { GateReport } from "../../contracts/gate";
import { systemClock } from "../../core/clock";
import { AppError } from "../../core/errors";
import { sha256 } from "../../core/hash";
import { systemScope } from "../../core/scope";
import type { Actor, ChunkId, DocumentId, EncoderVersion, JobId, ModelVersionId, UserId } from "../../core/types";
import { createExactIndex } from "../../knowledge/index/exact-index";
import { createLexicalIndex } from "../../knowledge/lexical";
import { createKnowledgeBase } from "../../knowledge/retrieval/knowledge-base";
import { embeddingText } from "../../knowledge/retrieval/embedding-text";
import type { LocalEncoder } from "../../runtime/encoder";
import { createReadSide, type ReadSide } from "../read-side";
import { writeArtefact } from "./artefact";
import type { Embedder } from "./embedder";
import { rollBack } from "./promote";
import { promoteVersion } from "./promote-version";
import { createServing, type Serving } from "./serving";
import { createSpaces, type Spaces } from "./spaces";
import { SHIPPED_SALT, toyEncoder, toyVector, TRAINED_SALT } from "./toy-encoders.fixture";
import { switchModule } from "../modules/state";
import { createTrainer, type Trainer } from "./trainer";

const scope = systemScope("test");
const SHIPPED = "toy@0" as EncoderVersion;
const TRAINED = "trained-v1@1" as EncoderVersion;
const V1 = "v1" as ModelVersionId;
const DOCUMENTS = 24;
const BATCH = 4;
const result = { n: 0, mean: 0, low: 0, high: 0, p: 1, isExact: true, effectSize: 0, smallestDetectable: 0, neededN: null };
const gate: GateReport = { verdict: "better", margin: 0.01, own: { questions: 0, hit1: { before: 0, after: 0, result }, reciprocalRank: { before: 0, after: 0, result } }, slices: [], guards: [], reasons: [] };

let database: OpenDatabase;
/** Batches that an embedder lives for, and texts that all of them have embedded. */
let dieAfter = Infinity;
let embedded = 0;
let readSide: ReadSide;
let running: { spaces: Spaces; serving: Serving; trainer: Trainer };
/** What either encoder was asked for questions since the last look. */
const asked = { shipped: [] as string[], trained: [] as string[] };

beforeAll(async () => {
  database = await openMemoryDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await emptyDatabase(database.db);
  [dieAfter, embedded] = [Infinity, 0];
  readSide = createReadSide(createKnowledgeBase({ encoder: toyEncoder(SHIPPED, SHIPPED_SALT, (text) => asked.shipped.push(text)), vectors: createExactIndex(8), lexical: createLexicalIndex() }));
  for (let n = 0; n < DOCUMENTS; n++) await addDocument(n, `Rule ${WORDS[n % 12] ?? ""} ${WORDS[(n * 5) % 11] ?? ""} number ${n}.`);
  const ranking = { version: V1, encoderVersion: TRAINED, weights: { dense: 0.5, passageMemory: 0, documentMemory: 0, popularity: 0 }, familiarity: { low: 1, high: 2 }, adapter: null, memory: [] };
  const artefact = writeArtefact(ranking, 8);
  await insertVersion(database.db, scope, { id: V1, parentId: null, snapshotId: null, encoderVersion: SHIPPED, spaceId: V1, spaceVersion: TRAINED, layers: Uint8Array.of(1), verdict: "better", gate, recipe: {}, curve: [], artefact, sha256: sha256(artefact) }, []);
  running = start();
  return stop;
});

const WORDS = ["leave", "travel", "dog", "desk", "salary", "bicycle", "visa", "mentor", "pension", "kitchen", "badge", "night"];

async function addDocument(n: number, text: string): Promise<DocumentId> {
  const id = `d${n}` as DocumentId;
  const acl = ["role:employee"] as const;
  const facts = { id, title: `Paper ${n}`, source: `${n}.md`, kind: "policy" as const, language: "en" as const };
  const chunk = { id: `${id}.0` as ChunkId, ordinal: 0, start: 0, end: text.length, page: null, headings: [], text, vector: toyVector(embeddingText({ documentTitle: facts.title, headings: [], text }), SHIPPED_SALT) };
  const person = { name: null, title: null, location: null, years: null };
  await enqueueDocuments(database.db, scope, [{ ...facts, titleGiven: true, mediaType: "text/markdown", sha256: sha256(text), sizeBytes: text.length, acl, replacesId: null, uploadedBy: null, demo: false, jobId: `j${n}` as JobId }]);
  await commitDocument(database.db, scope, id, `j${n}`, { ...facts, text, pages: [], blocks: [], warnings: [], person, encoderVersion: SHIPPED, chunks: [chunk] });
  readSide.add({ ...facts, acl, person, pages: [], ocr: null, terms: null }, [chunk]);
  return id;
}

/** A server's second indexes and its trainer, over the same database. */
function start(): typeof running {
  const encoder = { version: SHIPPED, dimension: 8 } as LocalEncoder;
  const trained = { ...toyEncoder(TRAINED, TRAINED_SALT, (text) => asked.trained.push(text)), device: "cpu" as const, close: () => Promise.resolve() };
  const spaces = createSpaces({ db: database.db, readSide, encoder, folder: "", stageDelayMs: 0, batch: BATCH, startEmbedder: toyEmbedder, openEncoder: () => Promise.resolve(trained) });
  const serving = createServing({ db: database.db, encoder, spaces });
  const trainer = createTrainer({ db: database.db, encoder, readSide, serving, spaces, clock: systemClock, name: `p${Math.random()}`, process: { settings: { encoder: "", device: "cpu", modelsDir: "", stageDelayMs: 0 }, folder: "" } });
  return { spaces, serving, trainer };
}

async function stop(): Promise<void> {
  await running.trainer.close();
  await running.spaces.close();
}

/** Stands for the child: ends like a killed one after so many batches. */
function toyEmbedder(): Embedder {
  let batches = 0;
  let isClosed = false;
  return {
    async embed(texts) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (isClosed) throw new AppError("job/cancelled", "closed");
      if (batches++ >= dieAfter) throw new AppError("job/worker-died", "killed");
      embedded += texts.length;
      return texts.map((text) => toyVector(text, TRAINED_SALT));
    },
    close: () => (isClosed = true),
  };
}

const services = () => ({ db: database.db, encoder: { version: SHIPPED } as LocalEncoder, learning: { wake: () => running.trainer.wake() } as never });
const stored = async () => (await countEmbedded(database.db, scope, ["policy"])).embedded.get(TRAINED) ?? 0;
const states = async () => (await listRuns(database.db, scope, 5)).map(({ state }) => state);

async function until(what: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 400; i++) {
    if (await what()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`it did not happen: ${(await listRuns(database.db, scope, 3)).map((run) => `${run.state} ${run.failure?.message ?? ""}`).join("; ")}`);
}

/** One question as the chat asks it, by whatever serves. */
async function ask(question: string): Promise<{ version: string | null; ranking: string }> {
  const { id, learned } = await running.serving.current();
  const { passages } = await readSide.knowledge.retrieve(question, { learned, k: 8 });
  return { version: id, ranking: JSON.stringify(passages.map(({ passage, score, dense }) => [passage.id, score, dense])) };
}

async function promoted(): Promise<void> {
  await promoteVersion(services(), scope, { id: V1, reason: "" });
  await until(async () => (await readServing(database.db, scope)).versionId === V1);
}

describe("with the learning module off", () => {
  const admin = { userId: "u-admin" as UserId, name: "Admin", roles: ["admin"] } satisfies Actor;
  const switchLearning = (off: boolean) => switchModule(database.db, admin, { id: "learning", on: !off });

  it("nothing is begun, what runs goes back into the line, and it goes on when the module is on again", async () => {
    await switchLearning(true);
    await promoteVersion(services(), scope, { id: V1, reason: "" });
    // Closing waits for the look at the line that was under way.
    await stop();
    expect([await states(), await stored()]).toEqual([["queued"], 0]);
    running = start();
    await switchLearning(false);
    running.trainer.wake();
    await until(async () => (await stored()) > 0 || (await states())[0] === "running");
    await switchLearning(true);
    await running.trainer.look();
    await until(async () => (await states())[0] === "queued");
    expect((await readServing(database.db, scope)).versionId).toBeNull();
    await switchLearning(false);
    running.trainer.wake();
    await until(async () => (await readServing(database.db, scope)).versionId === V1);
  });
});

describe("building", () => {
  it("serves what served until all is embedded, then the version takes over; rolling back gives the bytes of before", async () => {
    const before = await ask("dog on a night bicycle");
    const { indexRun } = await promoteVersion(services(), scope, { id: V1, reason: "" });
    expect(indexRun).not.toBeNull();
    const seen = new Map<string | null, Set<string>>();
    await until(async () => {
      const { version, ranking } = await ask("dog on a night bicycle");
      seen.set(version, (seen.get(version) ?? new Set()).add(ranking));
      return seen.has(V1);
    });
    // One ranking before and one after, never anything between.
    expect([...seen.values()].map(({ size }) => size)).toEqual([1, 1]);
    expect([...(seen.get(null) ?? [])]).toEqual([before.ranking]);
    expect([...(seen.get(V1) ?? [])]).not.toEqual([before.ranking]);
    expect(await stored()).toBe(DOCUMENTS);
    await rollBack(database.db, scope);
    expect(await ask("dog on a night bicycle")).toEqual(before);
    // Its vectors are kept: it comes back at once.
    expect(await promoteVersion(services(), scope, { id: V1, reason: "" })).toMatchObject({ indexRun: null });
  });

  it("goes on where a killed build was, and never embeds a passage twice", async () => {
    dieAfter = 1;
    const { indexRun } = await promoteVersion(services(), scope, { id: V1, reason: "" });
    // Each child ends after one batch: six of them, where three tries that do not get on would end the run.
    await until(async () => (await readServing(database.db, scope)).versionId === V1);
    expect(embedded).toBe(DOCUMENTS);
    expect((await listRuns(database.db, scope, 1))[0]).toMatchObject({ id: indexRun, state: "done", kind: "index" });
  });

  it("is taken up by the next server when this one ends", async () => {
    await promoteVersion(services(), scope, { id: V1, reason: "" });
    await until(async () => (await stored()) >= BATCH);
    await stop();
    expect(await states()).toEqual(["queued"]);
    expect(await readServing(database.db, scope)).toMatchObject({ versionId: null });
    running = start();
    running.trainer.wake();
    await until(async () => (await readServing(database.db, scope)).versionId === V1);
    expect(embedded).toBeLessThanOrEqual(DOCUMENTS + BATCH);
  });

  it("ends as failed, with what serves untouched, when no try gets on", async () => {
    dieAfter = 0;
    await promoteVersion(services(), scope, { id: V1, reason: "" });
    await until(async () => (await states())[0] === "failed");
    expect(await ask("dog")).toMatchObject({ version: null });
  });
});

describe("documents meanwhile", () => {
  it("one that is deleted while the index is built is in neither space, one that comes is in both", async () => {
    const building = promoted();
    await until(async () => (await stored()) >= BATCH);
    const gone = "d3" as DocumentId;
    await deleteDocument(database.db, scope, gone);
    readSide.remove(gone);
    await addDocument(900, "Rule about giraffe transport.");
    await building;
    expect((await countEmbedded(database.db, scope, ["policy"])).embedded).toEqual(new Map([[SHIPPED, DOCUMENTS], [TRAINED, DOCUMENTS]]));
    const space = await running.spaces.open(V1);
    expect([space.vectorOf("d3.0" as ChunkId), space.vectors.size, space.vectorOf("d900.0" as ChunkId)?.length]).toEqual([undefined, DOCUMENTS, 8]);
    expect((await ask("Rule about giraffe transport")).ranking).toContain("d900.0");
  });

  it("reach the second index after it has taken over, and leave it", async () => {
    await promoted();
    await addDocument(901, "Rule about walrus shelter.");
    await until(async () => (await stored()) === DOCUMENTS + 1);
    await running.spaces.settled();
    const space = await running.spaces.open(V1);
    expect(space.vectorOf("d901.0" as ChunkId)).toEqual(toyVector(embeddingText({ documentTitle: "Paper 901", headings: [], text: "Rule about walrus shelter." }), TRAINED_SALT));
    await deleteDocument(database.db, scope, "d901");
    readSide.remove("d901" as DocumentId);
    await running.spaces.settled();
    expect([space.vectorOf("d901.0" as ChunkId), await stored()]).toEqual([undefined, DOCUMENTS]);
  });
});

describe("serving", () => {
  it("keeps people out of the trained space and the trained encoder out of what is as shipped", async () => {
    await promoted();
    asked.trained.length = 0;
    const { passages } = await readSide.knowledge.retrieve("dog", { useLearned: false });
    expect([asked.trained, passages.length > 0]).toEqual([[], true]);
  });

  it("refuses to show a version whose index is not built, and to promote another while one is being built", async () => {
    await expect(running.serving.versionOf(V1)).rejects.toMatchObject({ code: "registry/unusable" });
    dieAfter = 0;
    await promoteVersion(services(), scope, { id: V1, reason: "" });
    const { indexRun } = await promoteVersion(services(), scope, { id: V1, reason: "" });
    expect((await listRuns(database.db, scope, 5)).filter(({ id }) => id === indexRun)).toHaveLength(1);
  });
});
