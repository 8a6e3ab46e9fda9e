/** @file The taxonomy that ships, the finding of names in texts, and closeness. */
import { describe, expect, it } from "vitest";
import { BASE_TAXONOMY } from "./base-taxonomy";
import { createTaxonomy, namesOf } from "./create-taxonomy";
import { foldName } from "./fold";
import { parseTables } from "./parse-table";

const mentioned = (text: string): string[] => BASE_TAXONOMY.mentions(text).map(({ skill }) => skill.id);

describe("the table that ships", () => {
  it("holds at least 1,200 skills, each with a name in both languages, and no name twice", () => {
    expect(BASE_TAXONOMY.skills.length).toBeGreaterThan(1200);
    const names = BASE_TAXONOMY.skills.flatMap((skill) => [...new Set(namesOf(skill).map(foldName))]);
    expect(names.filter((name) => name === "")).toEqual([]);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it("finds every skill by its own names", () => {
    const lost = BASE_TAXONOMY.skills.flatMap((skill) => namesOf(skill).filter((name) => BASE_TAXONOMY.normalise(name) !== skill));
    expect(lost).toEqual([]);
  });

  it("gives most crafts, methods and domains a Chinese name in Chinese characters", () => {
    const worded = BASE_TAXONOMY.skills.filter(({ kind }) => ["method", "domain", "craft", "soft", "language"].includes(kind));
    const chinese = worded.filter(({ name, aliases }) => [name.zh, ...aliases.zh].some((text) => /\p{Script=Han}/u.test(text)));
    expect(chinese.length / worded.length).toBeGreaterThan(0.97);
  });
});

describe("normalise", () => {
  it.each([
    ["Programmable Logic Controllers", "plc-programming"],
    ["nodejs", "node-js"],
    ["Node JS", "node-js"],
    [".Net", "dot-net"],
    ["C++", "c-plus-plus"],
    ["proficient in Python", "python"],
    ["数控编程", "cnc-programming"],
    ["熟练掌握 Java", "java"],
    ["液压系统", "hydraulics"],
    ["Excel skills", "microsoft-excel"],
  ])("%s → %s", (phrase, id) => expect(BASE_TAXONOMY.normalise(phrase)?.id).toBe(id));

  it("does not guess", () => expect(BASE_TAXONOMY.normalise("polite dragons")).toBeNull());
});

describe("mentions", () => {
  it("keeps offsets of the text as written", () => {
    const text = "Led Siemens S7-1500 work;\nPLC  programming, ASP.NET and C#.";
    for (const { start, end, text: name } of BASE_TAXONOMY.mentions(text)) expect(text.slice(start, end)).toBe(name);
    expect(mentioned(text)).toEqual(["siemens-plc", "plc-programming", "asp-net", "c-sharp"]);
  });

  it("tells C, C++ and C# apart and leaves vitamin C and R&D of other things alone", () => {
    expect(mentioned("Languages: C, C++, C#")).toEqual(expect.arrayContaining(["c", "c-plus-plus", "c-sharp"]));
    expect(mentioned("sold vitamin C and Hepatitis B kits")).not.toContain("c");
    expect(mentioned("worked in the R&D centre")).not.toContain("r");
  });

  it("takes ordinary words only where the name is meant", () => {
    expect(mentioned("Excel in fast-paced teams; go to market; access to data")).not.toContain("microsoft-excel");
    expect(mentioned("Go to customers")).not.toContain("go");
    expect(mentioned("built services in Go and Rust")).toEqual(expect.arrayContaining(["go", "rust"]));
    expect(mentioned("skills: word processing, excel, powerpoint")).toContain("microsoft-excel");
  });

  it("knows a legal form, a city and an adjective from names in capitals", () => {
    expect(mentioned("2014 – 2019 Pennine Pumps plc, Halifax; then Leeds, in a safe yard")).toEqual(["pumps"]);
    expect(mentioned("Wrote PLC code for LEED, SAFe; plc programming")).toEqual(["plc-programming", "green-building", "safe", "plc-programming"]);
    expect(mentioned("plc, hmi, scada")).toContain("plc-programming");
  });

  it("finds Chinese names without blanks, not across words", () => {
    expect(mentioned("熟悉PLC编程、变频器调试，会计算机操作")).toEqual(["plc-programming", "variable-frequency-drives", "commissioning", "office-software"]);
    expect(mentioned("参与社会计划的制定")).not.toContain("accounting");
  });

  it("takes the longest of overlapping names, and plurals", () => {
    expect(mentioned("machine learning algorithms")).toEqual(["machine-learning"]);
    expect(mentioned("large databases")).toEqual(["databases"]);
  });
});

describe("closeness", () => {
  const small = createTaxonomy(parseTables(["# Wide\nOne > Two\nTwo\nThree\nFour < One"]));
  it.each([
    ["one", "one", 1],
    ["one", "wide", 0.6],
    ["wide", "one", 0.6],
    ["two", "one", 0.4],
    ["two", "three", 0.3],
    ["four", "three", 0],
    ["nobody", "one", 0],
  ])("%s – %s is %d", (a, b, near) => expect(small.closeness(a, b)).toBe(near));
});

describe("a table that is wrong", () => {
  it("is refused with the skill's name", () => {
    expect(() => createTaxonomy(parseTables(["One > Nobody"]))).toThrow(/"one" names "nobody"/);
    expect(() => parseTables(["One\nONE"])).toThrow(/"ONE" is in the tables twice/);
    expect(() => parseTables(["One @sport"])).toThrow(/technology, method/);
  });
});
