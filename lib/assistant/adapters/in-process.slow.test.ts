/** @file A model in this process, tiny and random, through the whole assistant: its nonsense is never shown. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadTextGenerator, type ChatTurn, type TextGenerator } from "../../runtime/text-generation";
import { writeTinyGenerator } from "../../runtime/tiny-generator.fixture";
import { createAssistant } from "../assistant";
import { asks, collector, HANDBOOK, inventKnowledge, type InventedKnowledge } from "../fixtures";
import type { LanguageModel } from "../language-model/language-model";
import { createLoadingModel } from "../language-model/loading-model";
import { createChatAgent } from "./chat-agent";
import { GeneratorChat } from "./generator-chat";

const QUESTION = "How many days of annual leave do full-time employees have?";
const limits = { firstMs: 60_000, idleMs: 60_000, totalMs: 120_000, maxQuotedChars: 600, maxSearches: 3 };

let world: InventedKnowledge;
let folder: string;
beforeAll(async () => {
  world = await inventKnowledge(HANDBOOK);
  folder = await mkdtemp(join(tmpdir(), "cadre-in-process-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const agentOf = (generator: TextGenerator, name = "tiny"): LanguageModel =>
  createChatAgent({ chat: new GeneratorChat(generator, 40), name, host: null, maxPassageChars: 1_500, searches: false, close: () => generator.close() });
const assistantWith = (model: LanguageModel) => createAssistant({ knowledge: world.knowledge, wording: { model, limits } });

test("the random model's words fail the check: the documents are quoted and the answer says so", async () => {
  await writeTinyGenerator(folder, 11);
  const model = agentOf(await loadTextGenerator({ model: folder, device: "cpu", cacheDir: folder }));
  const { events, take } = collector();
  const { answer } = await assistantWith(model).ask(asks(QUESTION), take);
  expect(answer.wording).toMatchObject({ model: "tiny", host: null, fallback: "unsupported" });
  expect(answer.citations[0]?.quote).toContain("26 days of annual leave");
  expect(answer.text).toMatch(/The language model tiny on this machine wrote nothing that the cited passages support, so the documents are quoted instead\.$/);
  expect(events.flatMap((event) => (event.type === "token" ? [event.text] : [])).join("")).toBe(answer.text);
  await model.close();
});

test("a generator that keeps to its passage is shown; it gets the rules and the question as turns", async () => {
  const heard: ChatTurn[][] = [];
  const generator: TextGenerator = {
    async *generate(turns) {
      heard.push([...turns]);
      yield* ["Full-time employees have 26 days ", "of annual leave per calendar year [1]."];
      await Promise.resolve();
    },
    close: () => Promise.resolve(),
  };
  const { answer } = await assistantWith(agentOf(generator)).ask(asks(QUESTION));
  expect(answer.text).toBe("Full-time employees have 26 days of annual leave per calendar year [1].");
  expect(answer.wording?.note).toMatch(/^Worded by tiny on this machine;/);
  expect(heard[0]?.map((turn) => turn.role)).toEqual(["system", "user"]);
});

test("while it loads, and when it cannot be loaded, questions are answered by quotation", async () => {
  let arrive: (model: LanguageModel) => void = () => undefined;
  const failures: unknown[] = [];
  const loading = createLoadingModel({ name: "tiny", host: null, maxPassageChars: 1_500, load: () => new Promise((resolve) => (arrive = resolve)), onFailure: (error) => failures.push(error) });
  expect((await assistantWith(loading).ask(asks(QUESTION))).answer.wording?.fallback).toBe("loading");
  arrive(agentOf({ generate: async function* () { yield await Promise.resolve("Full-time employees have 26 days of annual leave per calendar year [1]."); }, close: () => Promise.resolve() }));
  await loading.ready;
  expect((await assistantWith(loading).ask(asks(QUESTION))).answer.wording?.fallback).toBeNull();
  const broken = createLoadingModel({ name: "tiny", host: null, maxPassageChars: 1_500, load: () => Promise.reject(new Error("no such file")), onFailure: (error) => failures.push(error) });
  await broken.ready;
  expect((await assistantWith(broken).ask(asks(QUESTION))).answer.wording?.fallback).toBe("error");
  expect(failures).toHaveLength(1);
  await broken.close();
});
