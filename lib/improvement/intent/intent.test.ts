/** @file Intent: verdicts move what the fixed patterns say as far as there are any, near the labelled questions; what foresees nothing, or costs general questions, is not used. */
import { describe, expect, it } from "vitest";
import { createRng } from "../../core/rng";
import { chanceForDocuments } from "../../knowledge/retrieval/learned-intent";
import { intentGuards } from "./intent-guards";
import { intentQuestions } from "./intent-questions";
import { learnIntent, type GeneralIntents, type IntentQuestion } from "./learn-intent";

const SIZE = 24;
const random = createRng(4);

/** Unit vectors around one of two corners: 0 is about the documents, 1 is small talk, as far as `apart` tells them apart. */
function vectorAt(corner: 0 | 1, apart = 1): Float32Array {
  const raw = Float32Array.from({ length: SIZE }, (_, i) => (i === corner ? apart : 0) + 0.35 * (2 * random() - 1));
  const length = Math.hypot(...raw);
  return raw.map((value) => value / length);
}

/** Three of four are for the documents; the fixed patterns see one small talk in five. */
function questions(count: number, { apart = 1, flipped = false } = {}): IntentQuestion[] {
  return Array.from({ length: count }, (_, i) => {
    const isOwn = i % 4 !== 0;
    return { group: `g${i}`, split: i % 5 === 3 ? "test" : "train", vector: vectorAt(isOwn ? 0 : 1, apart), isRuledOut: !isOwn && i % 20 === 0, isForDocuments: isOwn !== flipped, weight: 1 };
  });
}

const generalOf = (count: number, isOwn = (i: number) => i % 4 !== 0): IntentQuestion[] => questions(count).map((one, i) => ({ ...one, isForDocuments: isOwn(i) }));
const general: GeneralIntents = { replay: generalOf(40), gate: generalOf(200) };

describe("learning what is for the documents", () => {
  it("foresees verdicts on questions that it has not seen, and keeps the documents' own", () => {
    const learned = learnIntent(questions(120), general);
    expect(learned.loss?.after).toBeLessThan(0.7 * (learned.loss?.before ?? 0));
    const { before, after } = learned.confusion;
    expect([before.othersTold, before.documentsLost]).toEqual([6, 0]);
    expect(after.othersTold).toBeGreaterThan(20);
    expect(after.documentsLost).toBe(0);
    expect(after.documentsKept + after.documentsLost + after.othersTold + after.othersLookedUp).toBe(120);
    expect(chanceForDocuments(vectorAt(1), false, learned.intent)).toBeLessThan(0.5);
  });

  it("gives the patterns up where reviewers contradict them", () => {
    const contradicted = questions(120).map((one, i) => (i % 4 === 1 ? { ...one, isRuledOut: true } : one));
    const { intent, confusion } = learnIntent(contradicted, general);
    expect(confusion.before.documentsLost).toBe(30);
    expect(confusion.after.documentsLost).toBeLessThan(30);
    expect(intent).not.toBeNull();
  });

  it("is not used where vectors tell nothing, or with too few verdicts", () => {
    const blind = learnIntent(questions(120, { apart: 0 }), { replay: [], gate: [] });
    expect([blind.intent, blind.confusion.after]).toEqual([null, blind.confusion.before]);
    expect(learnIntent(questions(24).slice(0, 18), general)).toMatchObject({ intent: null, loss: null, questions: 18 });
  });

  it("is not used where it costs general questions, whatever it foresees", () => {
    const mistaken = learnIntent(questions(120, { flipped: true }), { replay: [], gate: generalOf(200) });
    expect(mistaken.loss?.after).toBeLessThan(mistaken.loss?.before ?? 0);
    expect(mistaken.intent).toBeNull();
  });
});

describe("the guards", () => {
  it("see both tests, and nothing where nothing was learned", () => {
    const own = questions(120);
    const { intent } = learnIntent(own, general);
    const both = { champion: null, challenger: { encoderVersion: "e", intent } } as unknown as Parameters<typeof intentGuards>[2];
    expect(intentGuards(own, general, both).map(({ name, before, after, limit }) => [name, after <= limit, limit === before])).toEqual([["missent", true, true], ["missent-general", true, true]]);
    expect(intentGuards(own, general, { ...both, challenger: { encoderVersion: both.challenger.encoderVersion, intent: null } })).toEqual([]);
  });
});

describe("verdicts", () => {
  it("of several reviewers become one, by the heavier side", () => {
    const said = (query: string, weight: number) => ({ query, group: query, split: "train" as const, weight, vector: vectorAt(0) });
    const found = intentQuestions([], [said("a", 0.4), said("b", 1), said("c", 0.7)], [said("a", 0.9), said("c", 0.7), said("What is the weather like today?", 1)]);
    expect(found.map(({ group, isForDocuments, isRuledOut, weight }) => [group, isForDocuments, isRuledOut, Number(weight.toFixed(3))])).toEqual([
      ["a", false, false, 0.5],
      ["b", true, false, 1],
      ["What is the weather like today?", false, true, 1],
    ]);
  });
});
