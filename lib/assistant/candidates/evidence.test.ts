import { describe, expect, test } from "vitest";
import type { ChunkId, DocumentId } from "../../core/types";
import type { Passage } from "../../knowledge/types";
import { toWanted, withSimilarity, wordEvidence } from "./evidence";
import { evidenceLines } from "./lines";
import { parseRequest, type PartKind, type RequestPart } from "./parse-request";
import { UNKNOWN_PERSON, type PersonCard } from "./person";

const part = (kind: PartKind, label: string): RequestPart => ({ kind, label, alternatives: [label], minYears: null, maxYears: null, level: null, isOptional: false });

function passageOf(text: string): Passage {
  return { id: "cv.0" as ChunkId, documentId: "cv" as DocumentId, documentTitle: "CV", source: "cv.md", kind: "resume", language: "en", ordinal: 0, start: 0, end: text.length, page: null, headings: [], text };
}

function show(wanted: RequestPart, text: string, person: PersonCard = UNKNOWN_PERSON) {
  const passages = [passageOf(text)];
  const found = wordEvidence(toWanted(wanted, []), evidenceLines(passages, person), person, passages);
  for (const line of found.lines) expect(text.slice(line.start, line.end)).toBe(line.text);
  return found;
}

const firstPart = (request: string, kind: PartKind): RequestPart => {
  const found = parseRequest(request).find((one) => one.kind === kind);
  if (!found) throw new Error(`"${request}" has no ${kind}`);
  return found;
};

describe("skills", () => {
  test("a technology named in the request is evidence, whatever stands beside it", () => {
    const found = show(part("skill", "PLC programming"), "I wrote the PLC code and pulled the last cable.\n");
    expect(found.met).toBe(true);
    expect(found.lines[0]?.text).toContain("PLC code");
  });

  test.each(["Buyer, Pennine Pumps plc, Leeds\n", "Bought castings for Pennine Pumps Plc\n", "2018–2021 Ashby & Crane plc (full time)\n", "Clerk at Ashby plc in York.\n"])("a company's form is no skill: %s", (line) => {
    expect(show(part("skill", "PLC programming"), line).met).toBe(false);
  });

  test.each(["Siemens plc code for two lines.\n", "Wrote PLC, HMI and drives.\n", "Allen-Bradley PLC\n"])("the same letters as a skill stay one: %s", (line) => {
    expect(show(part("skill", "PLC programming"), line).met).toBe(true);
  });

  test("an everyday word of the request is not: 'project management' is not shown by 'project'", () => {
    expect(show(part("skill", "project management"), "One project was late.\n").met).toBe(false);
  });

  test("every technology asked for must be there", () => {
    expect(show(part("skill", "SAP and EPLAN drawings"), "Ten years of SAP.\n").met).toBe(false);
  });

  test("the phrase itself counts most, then its words in one line, then spread over the résumé", () => {
    const phrase = show(part("skill", "walnut veneer"), "Laid walnut veneer for nine years.\n");
    const apart = show(part("skill", "walnut veneer"), "Veneer, some of it walnut.\n");
    const spread = show(part("skill", "walnut veneer"), "Laid veneer in Leiden.\n\nTables of walnut.\n");
    expect([phrase, apart, spread].map((one) => one.met)).toEqual([true, true, true]);
    expect(phrase.strength).toBeGreaterThan(apart.strength);
    expect(apart.strength).toBeGreaterThan(spread.strength);
    expect(spread.lines).toHaveLength(2);
  });

  test("the same skill in the other language; an example shows the wider word, not the other way round", () => {
    expect(show(part("skill", "探伤"), "Non-destructive testing of hulls.\n").met).toBe(true);
    expect(show(part("skill", "finite element analysis"), "Abaqus models of a crane hook.\n").met).toBe(true);
    expect(show(part("skill", "Abaqus"), "Finite element models of a crane hook.\n").met).toBe(false);
  });

  test("Latin names are found beside Chinese, standards by number and letters", () => {
    expect(show(part("skill", "ISO 14001"), "ISO 9001、14001两体系合一。\n").met).toBe(true);
    expect(show(part("skill", "EN 13445"), "Pressure parts to EN 12952.\n").met).toBe(false);
  });
});

describe("roles", () => {
  test("a title counts more than a mention in a sentence", () => {
    const title = show(part("role", "welder"), "Welder, Fennmoor Yard, 2015 – 2020\n");
    const mention = show(part("role", "welder"), "My best day is one on which a welder goes back to work.\n");
    expect(title.strength).toBeGreaterThan(mention.strength);
  });

  test("the words before the head matter more than the head", () => {
    const wanted = part("role", "payroll manager");
    expect(show(wanted, "Payroll specialist, 2015 – 2020\n").strength).toBeGreaterThan(show(wanted, "Manager, 2015 – 2020\n").strength);
  });
});

describe("languages, places, years, what is not wanted", () => {
  test("a basic level counts less than a fluent one; another use of the word least", () => {
    const german = firstPart("someone fluent in German", "language");
    const strengths = ["Languages: German (native)", "Languages: German A2", "Wrote a book about German law in the harbour towns of the north.", "Languages: Dutch"].map((text) => show(german, `${text}\n`).strength);
    expect(strengths[0]).toBe(1);
    expect(strengths[1]).toBeLessThan(0.9);
    expect(strengths[3]).toBe(0);
    expect(strengths[2]).toBeLessThan(0.9);
  });

  test("a level that was asked for: reached, a rung short, unknown, far off", () => {
    const strengths = (request: string) => ["Languages: German (C1), English", "English (native), German B1", "German, English", "Languages: German A1", "Fluent in German and Dutch"].map((text) => show(firstPart(request, "language"), `${text}\n`));
    const exact = strengths("someone with German B2 or better");
    expect(exact.map(({ met }) => met)).toEqual([true, false, true, false, true]);
    expect(exact[0]?.strength).toBe(1);
    expect(exact[2]?.strength).toBeLessThan(1);
    expect(exact[1]?.strength).toBeGreaterThan(exact[3]?.strength ?? 1);
    expect(strengths("someone fluent in German").map(({ met }) => met)).toEqual([true, false, true, false, true]);
    expect(show(firstPart("someone fluent in German", "language"), "Languages: German (B2)\n")).toMatchObject({ met: true, strength: 0.8 });
  });

  test("a region is met by a town in it, quoted from the line that also holds the telephone number", () => {
    const found = show(firstPart("a fitter in Yorkshire", "place"), "Leeds | 0113 496 0000 | fitter@example.org\n", { ...UNKNOWN_PERSON, location: "Leeds" });
    expect(found.lines.map((line) => line.text)).toEqual(["Leeds"]);
  });

  test("years: at least and at most", () => {
    const years = (request: string, has: number) => show(firstPart(request, "years"), "2010 – 2020 Buyer\n", { ...UNKNOWN_PERSON, years: has }).met;
    expect([years("buyer with 5+ years", 4.9), years("buyer with 5+ years", 5), years("buyer, at most 3 years", 4), years("采购，三年以内", 2)]).toEqual([false, true, false, true]);
  });

  test("what is not wanted is met where nothing names it, or a line denies it", () => {
    const wanted = firstPart("a programmer, not Siemens", "without");
    expect(show(wanted, "Ladder logic for Omron.\n").met).toBe(true);
    expect(show(wanted, "I have not programmed Siemens.\n").met).toBe(true);
    expect(show(wanted, "Siemens in three plants.\n").met).toBe(false);
  });
});

describe("identity", () => {
  test("the name before a headline, contact data, age and gender are no evidence", () => {
    const text = "Ida Baker, buyer\n\nbaker@example.org | Leiden | Hours: 24 a week | Born: 1980\n\n性别 | 男 | 年龄 | 41 | 学历 | 本科\n";
    const lines = evidenceLines([passageOf(text)], { ...UNKNOWN_PERSON, name: "Ida Baker" }).map((line) => line.text);
    expect(lines).toEqual(["buyer", "Leiden", "Hours: 24 a week", "学历", "本科"]);
  });
});

test("the encoder's nearest line counts only where words found too little, and only when it is near", () => {
  const [line] = evidenceLines([passageOf("Kept the looms running.\n")], UNKNOWN_PERSON);
  if (!line) throw new Error("no line");
  const none = { strength: 0, met: false, lines: [] };
  expect(withSimilarity(none, { line, cosine: 0.6 }, part("skill", "textile machinery")).met).toBe(false);
  expect(withSimilarity(none, { line, cosine: 0.75 }, part("skill", "textile machinery")).lines).toHaveLength(1);
  expect(withSimilarity(none, { line, cosine: 0.9 }, part("place", "Leiden"))).toBe(none);
});
