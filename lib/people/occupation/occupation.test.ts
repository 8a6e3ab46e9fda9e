/** @file The occupation classifier: what it learns, how sure it is, when it says nothing, and its file. */
import { describe, expect, it } from "vitest";
import { createRng } from "../../core/rng";
import { fitTemperature, reliabilityOf } from "./calibration";
import { countFeatures } from "./features";
import { decodeOccupation, encodeOccupation } from "./occupation-file";
import { createOccupation, guessOccupation } from "./open-occupation";
import { readResumes } from "./read-resumes";
import { softmax } from "./softmax-regression";
import { OCCUPATION_RECIPE, trainOccupation } from "./train-occupation";
import { OCCUPATION_CATEGORIES } from "./types";

const chef = OCCUPATION_CATEGORIES.indexOf("chef");
const teacher = OCCUPATION_CATEGORIES.indexOf("teacher");
const random = createRng(5);
const KITCHEN = "kitchen menus sauces prep grill pastry inventory sanitation recipes banquets dishes ovens".split(" ");
const SCHOOL = "classroom lessons pupils grading curriculum parents reading homework algebra exams phonics".split(" ");
const SHARED = "team managed daily work office reports meetings customers service planning training".split(" ");
const invented = (words: readonly string[]): string => Array.from({ length: 80 }, () => (random() < 0.6 ? words : SHARED)).map((list) => list[Math.floor(random() * list.length)]).join(" ");
const resumes = Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? { text: `HEAD CHEF\n${invented(KITCHEN)}`, target: chef } : { text: `TEACHER\n${invented(SCHOOL)}`, target: teacher }));
const { model, heldOut } = trainOccupation(resumes, { ...OCCUPATION_RECIPE, epochs: 4 });

describe("the classifier", () => {
  it("tells categories apart on résumés that it has not seen, also after its file", () => {
    const stored = decodeOccupation(encodeOccupation(model));
    for (const each of [model, stored]) {
      expect(guessOccupation(each, invented(KITCHEN))?.category).toBe("chef");
      expect(guessOccupation(each, invented(SCHOOL))?.category).toBe("teacher");
    }
    expect(heldOut).toHaveLength(40);
    expect(() => decodeOccupation(encodeOccupation(model).slice(0, -3))).toThrow(/bytes, not what its head says/);
  });

  it("says nothing about short texts, Chinese ones and those that fit nowhere", () => {
    const { classifyOccupation } = createOccupation(model, { version: "test", leastFeatures: 25 });
    expect(classifyOccupation(invented(KITCHEN))?.category).toBe("chef");
    expect(classifyOccupation("kitchen menus")).toBeNull();
    expect(classifyOccupation("主厨，负责厨房与菜单".repeat(40))).toBeNull();
    expect(classifyOccupation(`${invented(SHARED)} ${invented(KITCHEN.slice(0, 4))} ${invented(SCHOOL.slice(0, 4))}`)?.confidence ?? 1).toBeGreaterThanOrEqual(0.55);
  });

  it("reads the headline twice, as body and as headline", () => {
    const { body, headline } = countFeatures("Pastry Chef\nbakes");
    expect(headline.size).toBe(3);
    expect(body.size).toBe(5);
  });
});

describe("confidence", () => {
  it("is raised or lowered to what was right", () => {
    const sure = [3, 0];
    const overconfident = Array.from({ length: 10 }, (_, at) => ({ scores: sure, target: at < 7 ? 0 : 1 }));
    const temperature = fitTemperature(overconfident);
    expect(softmax(sure, temperature)[0]).toBeCloseTo(0.7, 3);
  });

  it("is measured in bins; what lies above the threshold is counted apart", () => {
    const guesses = [0.9, 0.9, 0.9, 0.9, 0.3].map((confidence, at) => ({ confidence, right: at < 3 }));
    const { accuracy, ece, coverage, accuracyCovered } = reliabilityOf(guesses, 0.5);
    expect([accuracy, coverage, accuracyCovered]).toEqual([0.6, 0.8, 0.75]);
    expect(ece).toBeCloseTo((4 * 0.15 + 0.3) / 5, 9);
  });
});

it("names the line of a file that is wrong", () => {
  expect(readResumes('{"id":"12","category":"CHEF","text":"x"}\n')).toEqual([{ id: 12, text: "x", target: chef }]);
  expect(() => readResumes('{"id":1,"category":"WIZARD","text":"x"}')).toThrow(/Line 1: expected/);
});
