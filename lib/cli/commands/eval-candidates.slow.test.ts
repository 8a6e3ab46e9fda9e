/**
 * @file The demo company's graded requests for people on its generated résumés, without a model: words, terms and dates
 * alone must rank and quote; text that a reader cannot see must not.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generateDemoFiles, seedFolder } from "../../../db/seed";
import { createAssistant } from "../../assistant/assistant";
import { candidateMetrics, type JudgedRequest } from "../../assistant/candidates/evaluate-requests";
import { UNKNOWN_PERSON } from "../../assistant/candidates/person";
import { wordHashEncoder } from "../../assistant/fixtures";
import type { Assistant } from "../../assistant/types";
import { evalRequest } from "../../contracts/cli";
import { isQuoteCited } from "../../knowledge/evaluate/quote-match";
import { openMemoryStore, type MemoryStore } from "../memory-store";

const folder = mkdtempSync(path.join(tmpdir(), "cadre-eval-candidates-"));
const requests = readFileSync(path.join(seedFolder(), "questions-people.jsonl"), "utf8").split("\n").filter((line) => line !== "").map((line) => evalRequest.parse(JSON.parse(line)));
let store: MemoryStore;
let assistant: Assistant;

async function search(question: string) {
  return (await assistant.ask({ question, history: [], capabilities: new Set(["candidates"]), mayRead: () => true })).answer.candidates;
}

beforeAll(async () => {
  for await (const file of generateDemoFiles(["resume"])) {
    const target = path.join(folder, path.basename(file.path));
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, file.bytes);
  }
  store = await openMemoryStore({ folder, encoder: wordHashEncoder, kind: "resume" });
  assistant = createAssistant({ knowledge: store.knowledge, describePerson: (id) => store.files.get(id)?.person ?? UNKNOWN_PERSON });
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("graded requests for people", () => {
  it("every gold quote stands in the résumé it is said to stand in", () => {
    for (const { id, gold, quotes } of requests) {
      expect(Object.keys(quotes).sort(), id).toEqual(Object.keys(gold).filter((file) => gold[file] === 3).sort());
      for (const [file, needs] of Object.entries(quotes)) {
        for (const snippet of needs.flat()) expect(isQuoteCited(snippet, [store.files.get(file)?.text ?? ""]), `${id} ${snippet}`).toBe(true);
      }
    }
  });

  it("are ranked and quoted, in both halves", { timeout: 240_000 }, async () => {
    const judged: JudgedRequest[] = [];
    for (const request of requests) judged.push({ request, cards: await search(request.question), fileOf: (id) => id, latencyMs: 0 });
    const figures = candidateMetrics(judged);
    for (const half of [figures.tune, figures.held]) {
      expect(half["ndcg@10"]).toBeGreaterThan(0.85);
      expect(half["recall@10"]).toBeGreaterThan(0.8);
      expect(half.quotes).toBeGreaterThan(0.85);
      expect(half.claimed).toBe(0);
    }
  });

  it("what is hidden in a résumé's page brings nobody forward", { timeout: 120_000 }, async () => {
    for (const question of ["PLC programming", "Siemens S7, TIA Portal", "NEBOSH", "someone who speaks Dutch, German or Chinese"]) {
      const cards = await search(question);
      expect(cards.length, question).toBeGreaterThan(0);
      expect(cards.map((card) => card.documentId), question).not.toContain("dexter-vanterpool.pdf");
    }
  });
});
