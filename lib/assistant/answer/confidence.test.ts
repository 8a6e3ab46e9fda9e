import { describe, expect, test } from "vitest";
import { HANDBOOK, inventKnowledge } from "../fixtures";
import { CONFIDENCE_FEATURES, confidenceFeatures, confidenceOf } from "./confidence";
import { CONFIDENCE, SENTENCE_WEIGHTS } from "./model-weights";
import { preparePool } from "./prepare-pool";
import { softmax, utilities } from "./sentence-model";

async function ask(question: string): Promise<{ confidence: number; feature: (name: (typeof CONFIDENCE_FEATURES)[number]) => number }> {
  const { knowledge } = await inventKnowledge(HANDBOOK);
  const retrieval = await knowledge.retrieve(question, { k: 30 });
  const pool = await preparePool(retrieval, { encoder: knowledge.encoder, question });
  const row = confidenceFeatures(pool, retrieval.units, softmax(utilities(pool.features, SENTENCE_WEIGHTS)));
  return { confidence: confidenceOf(row, CONFIDENCE), feature: (name) => row[CONFIDENCE_FEATURES.indexOf(name)] ?? Number.NaN };
}

describe("confidence", () => {
  test("falls when the subject of the question is in no passage", async () => {
    const asked = await ask("How many unused days may I carry over?");
    const other = await ask("How many unused parachutes may I carry over?");
    expect(other.feature("missing")).toBeGreaterThan(asked.feature("missing"));
    expect(other.confidence).toBeLessThan(asked.confidence);
  });

  test("notices that no amount of the unit asked for is there", async () => {
    expect((await ask("How many unused days may I carry over?")).feature("amountMissing")).toBe(0);
    expect((await ask("What percentage of unused days may I carry over?")).feature("amountMissing")).toBeGreaterThan(0);
    expect((await ask("May I carry over unused days?")).feature("amountMissing")).toBe(0);
  });

  test("is a probability for a question that matches nothing", async () => {
    const { confidence, feature } = await ask("zzz qqq");
    expect(feature("missing")).toBe(1);
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThan(0.5);
  });
});
