/**
 * @file The loop's gate needs no impact ratios because no version ranks people: one with an encoder of its own is promoted, and
 * scores, newcomers, scoring anew, the people that are here already and the chat's search stay what they were to the byte.
 */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openMemoryDatabase, type OpenDatabase } from "../../../db/client";
import { insertVersion } from "../../../db/queries/model-versions";
import { findWork } from "../../../db/queries/recruiting/openings";
import { documentAcl, documents, documentTexts } from "../../../db/schema";
import { createAssistant } from "../../assistant/assistant";
import { HANDBOOK, inventKnowledge, recruiterAsks, wordHashEncoder } from "../../assistant/fixtures";
import type { GateReport } from "../../contracts/gate";
import type { Encoder } from "../../core/encoder";
import { createManualClock } from "../../core/clock";
import { sha256 } from "../../core/hash";
import { systemScope } from "../../core/scope";
import type { Actor, ChunkId, DocumentId, EncoderVersion, ModelVersionId } from "../../core/types";
import { createExactIndex } from "../../knowledge/index/exact-index";
import { addPerson } from "../../testing/accounts";
import { writeArtefact } from "../learning/artefact";
import { promote } from "../learning/promote";
import { createServing } from "../learning/serving";
import type { Services } from "../services";
import { addToOpening } from "./applications";
import { takeUp } from "./openings";
import { poolOf } from "./pool";
import { currentVersions } from "./scorer";
import { rescore, standingsOf } from "./scores";

const scope = systemScope("test");
const clock = createManualClock(Date.UTC(2026, 10, 23, 9));
const [JOB, ADA, BEN, CAI] = ["1", "a", "b", "c"].map((end) => `019aa8f0-0000-7abc-8def-00000000000${end}` as DocumentId) as [DocumentId, DocumentId, DocumentId, DocumentId];
const V1 = "v1" as ModelVersionId;
const result = { n: 0, mean: 0, low: 0, high: 0, p: 1, isExact: true, effectSize: 0, smallestDetectable: 0, neededN: null };
const gate: GateReport = { verdict: "better", margin: 0.01, own: { questions: 0, hit1: { before: 0, after: 0, result }, reciprocalRank: { before: 0, after: 0, result } }, slices: [], guards: [], reasons: [] };
const TEXTS: Readonly<Record<string, string>> = {
  [JOB]: "PLC engineer\n\nMust have\n\n- Siemens TIA Portal\n- German\n\nNice to have\n\n- Hydraulics\n",
  [ADA]: "Ada Quillmoor\n\nExperience\n\nPLC engineer, Brightloom\n2018 – 2024\n- Wrote Siemens TIA Portal programs for lock gates\n\nLanguages\n\nGerman (fluent)\n",
  [BEN]: "Ben Tanager\n\nExperience\n\nFitter, Crumb\n2018 – 2024\n- Maintained hydraulics of cranes\n",
  [CAI]: "Cai Ostrow\n\nExperience\n\nBaker, Crumb\n2018 – 2024\n- Baked bread\n",
};

/** Texts that the promoted version's encoder was asked for, and it says nothing but the opposite of the shipped one. */
const asked: string[] = [];
const trained: Encoder = {
  ...wordHashEncoder,
  version: "trained-v1@1" as EncoderVersion,
  embed: async (texts, options) => {
    asked.push(...texts);
    return (await wordHashEncoder.embed(texts, options)).map((vector) => vector.map((value) => -value));
  },
};

let opened: OpenDatabase;
let services: Services;
let mine: Actor;

async function addDocument(id: DocumentId, kind: "job" | "resume"): Promise<void> {
  const text = TEXTS[id] ?? "";
  const name = kind === "resume" ? (text.split("\n")[0] ?? null) : null;
  await opened.db.insert(documents).values({ id, kind, status: "ready", source: `${id}.md`, title: name ?? "PLC engineer", mediaType: "text/markdown", sha256: id, sizeBytes: 1, language: "en", personName: name });
  await opened.db.insert(documentAcl).values([{ documentId: id, principal: "role:recruiter" }]);
  let at = 0;
  const blocks = text.split("\n").flatMap((line) => { const start = at; at += line.length + 1; return line === "" ? [] : [{ kind: "paragraph" as const, level: null, start, end: start + line.length }]; });
  await opened.db.insert(documentTexts).values({ documentId: id, text, pages: [], blocks });
}

beforeAll(async () => {
  opened = await openMemoryDatabase();
  mine = { userId: (await addPerson(opened.db, "mine", ["recruiter"])).account.id, name: "mine", roles: ["recruiter"] };
  await addDocument(JOB, "job");
  for (const id of [ADA, BEN, CAI]) await addDocument(id, "resume");
  const ranking = { version: V1, encoderVersion: trained.version, weights: { dense: 1, passageMemory: 1, documentMemory: 1, popularity: 1 }, familiarity: { low: -2, high: -1 }, adapter: null, memory: [] };
  const artefact = writeArtefact(ranking, wordHashEncoder.dimension);
  await insertVersion(opened.db, scope, { id: V1, parentId: null, snapshotId: null, encoderVersion: wordHashEncoder.version, spaceId: V1, spaceVersion: trained.version, layers: Uint8Array.of(1), verdict: "better", gate, recipe: {}, curve: [], artefact, sha256: sha256(artefact) }, []);
  const space = { encoder: trained, vectors: createExactIndex(wordHashEncoder.dimension), vectorOf: (_: ChunkId) => undefined };
  const serving = createServing({ db: opened.db, encoder: wordHashEncoder, spaces: { open: () => Promise.resolve(space), missing: () => Promise.resolve(0), keep: () => undefined } });
  services = { db: opened.db, encoder: wordHashEncoder, learning: { serving } } as unknown as Services;
});
afterAll(() => opened.close());

const standings = async () => JSON.stringify((await standingsOf(services, (await findWork(opened.db, scope, JOB)) ?? expect.fail("no opening"), clock)).scores);

test("a promoted version with an encoder of its own scores, moves and finds nobody", async () => {
  await takeUp(services, mine, JOB, clock);
  await addToOpening(services, mine, JOB, { documents: [ADA, BEN], channel: "referral", consent: "talent-pool", keepUntil: null }, clock);
  const before = { standings: await standings(), pool: JSON.stringify(await poolOf(services, mine, JOB, { clock })), versions: await currentVersions(services.encoder) };
  expect(before.versions.encoder).toBe(wordHashEncoder.version);

  await promote({ db: opened.db, encoder: wordHashEncoder }, mine, { id: V1, reason: "" });
  const { learned } = await services.learning.serving.current();
  expect(learned?.space?.encoder.version, "it does serve").toBe(trained.version);

  expect(await standings()).toBe(before.standings);
  expect(await currentVersions(services.encoder)).toEqual(before.versions);
  const anew = await rescore(services, mine, { openingId: JOB, reason: "", apply: false }, clock);
  expect(anew.after.versions).toEqual(anew.before?.versions);
  expect(anew.rows.map(({ rankBefore, scoreBefore, because }) => [rankBefore, scoreBefore, because])).toEqual(anew.rows.map(({ rankAfter, scoreAfter }) => [rankAfter, scoreAfter, []]));
  expect(JSON.stringify(await poolOf(services, mine, JOB, { clock }))).toBe(before.pool);
  // Who comes later is scored like those before: no bar asks to score anew, and nobody waits.
  await addToOpening(services, mine, JOB, { documents: [CAI], channel: "referral", consent: "application", keepUntil: null }, clock);
  const later = JSON.parse(await standings()) as { card: { versions: { encoder: string } } }[];
  expect(later.map(({ card }) => card.versions.encoder)).toEqual(Array(3).fill(wordHashEncoder.version));
  expect(asked).toEqual([]);
});

test("the chat finds people as shipped, though the version that serves answers everything else", async () => {
  const people = [ADA, BEN, CAI].map((id) => ({ id, kind: "resume" as const, markdown: `# ${(TEXTS[id] ?? "").replace("\n\nExperience\n", "\n\n## Experience\n")}` }));
  const { knowledge } = await inventKnowledge([...people, ...HANDBOOK]);
  const assistant = createAssistant({ knowledge });
  const { learned } = await services.learning.serving.current();
  const found = async (with_: typeof learned) => (await assistant.ask(recruiterAsks("find PLC engineers who know Siemens TIA Portal", { learned: with_ }))).answer;
  const shipped = await found(null);
  expect(shipped.candidates.length).toBeGreaterThan(0);
  expect(JSON.stringify(await found(learned))).toBe(JSON.stringify(shipped));
  expect(asked).toEqual([]);
  // The same version is asked as soon as it is no search for people: the test would see it.
  await assistant.ask(recruiterAsks("how many days of leave do I have", { learned }));
  expect(asked.length).toBeGreaterThan(0);
});

test("nothing that ranks people knows the loop", async () => {
  const folders = ["lib/server/recruiting", "lib/people/match", "lib/people/requirements"];
  for (const folder of folders) {
    for (const name of (await readdir(folder, { recursive: true })).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))) {
      expect(await readFile(path.join(folder, name), "utf8"), name).not.toMatch(/from "[^"]*(?:\/learning\/|learned-ranking|learned-space)/);
    }
  }
});
