/** @file Interests: by skills that the words name in either language, near ones included, else by a telling word; small words meet nothing. */
import { describe, expect, it } from "vitest";
import { BASE_TAXONOMY as taxonomy } from "../people/taxonomy/base-taxonomy";
import { interestReason, readInterests } from "./interests";

const topic = (en: string, ...skillIds: string[]) => ({ title: { en, zh: en }, skillIds });

describe("readInterests", () => {
  it.each([
    ["Gate structures, fatigue, becoming somebody's mentor one day.", topic("Reading", "fatigue-analysis"), null],
    ["I like fatigue analysis", topic("Course", "fatigue-analysis"), "Fatigue analysis"],
    ["PLC 编程、功能安全", topic("Course", "functional-safety"), "Functional safety"],
    ["hydraulics", topic("Course", "pumps", "hydraulics"), "Hydraulics"],
    ["Electric vans.", topic("Electric drives for everyone"), "electric"],
    ["Data, Excel, and what AI can take off my desk.", topic("Course", "microsoft-excel"), "Microsoft Excel"],
    ["Learning from people", topic("Learning for people"), null],
    ["", topic("Anything", "python"), null],
  ])("%s against %j: %s", (text, about, met) => expect(readInterests(text, taxonomy)(about)?.en ?? null).toBe(met));

  it("a narrower or wider skill counts, a merely neighbouring one does not", () => {
    const interests = readInterests("PLC programming", taxonomy);
    expect(interests(topic("Course", "siemens-plc"))?.en).toBe("PLC programming");
    expect(interests(topic("Course", "welding"))).toBeNull();
  });

  it("is said in both languages", () => expect(interestReason({ en: "Welding", zh: "焊接" })).toEqual({ en: "Fits your interest in Welding.", zh: "符合您对“焊接”的兴趣。" }));
});
