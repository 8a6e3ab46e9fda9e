/** @file Passage sets: which passages and questions of the public files judge, on made-up files of their shape. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPassageSet } from "./passage-sets";

let data = "";
const row = (id: string, evidences: string[]) => ({ id, url: "https://example.org/x", scenario: `Scenario ${id}.`, question: `Question ${id}?`, evidences });

beforeAll(async () => {
  data = await mkdtemp(path.join(tmpdir(), "cadre-sets-"));
  const folder = path.join(data, "retrieval");
  await mkdir(folder);
  await writeFile(path.join(folder, "conditionalqa.train.json"), JSON.stringify([row("t1", ["<p>Shared line.</p>", "<li>Train   line</li>"])]));
  await writeFile(path.join(folder, "conditionalqa.dev.json"), JSON.stringify([row("d1", ["<p>Dev line.</p>", "<p>Shared line.</p>"]), row("d2", [])]));
  const paragraphs = Array.from({ length: 603 }, (_, i) => ({ id: `P${i}`, context: `段落${i}。`, qas: [{ id: `P${i}_Q`, question: `问题${i}？`, answers: [{ text: "段", answer_start: 0 }] }] }));
  await writeFile(path.join(folder, "cmrc2018.cmrc2018_dev.json"), JSON.stringify({ data: paragraphs.map((paragraph) => ({ paragraphs: [paragraph] })) }));
});
afterAll(() => rm(data, { recursive: true, force: true }));

describe("readPassageSet", () => {
  it("ConditionalQA: scenario and question of dev against the distinct evidence lines of both parts", async () => {
    const { passages, questions } = await readPassageSet("conditionalqa", data);
    expect(passages).toEqual(["Shared line.", "Train line", "Dev line."]);
    expect(questions).toEqual([{ id: "d1", text: "Scenario d1. Question d1?", right: new Set([2, 0]) }]);
  });

  it("CMRC: all paragraphs, but only questions on those that may not train", async () => {
    const { passages, questions } = await readPassageSet("cmrc", data);
    expect(passages).toHaveLength(603);
    expect(questions.map((question) => [question.id, ...question.right])).toEqual([["P600_Q", 600], ["P601_Q", 601], ["P602_Q", 602]]);
  });

  it("says what --data must be when files are missing", async () => {
    await expect(readPassageSet("cmrc", path.join(data, "nowhere"))).rejects.toThrow(/--data must be the shared data folder/);
  });
});
