/**
 * @file Lexical index: BM25 against numbers worked out by hand, fields, permission filter, incremental change, questions.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ChunkId } from "../../core/types";
import { LEXICAL, type LexicalConstants } from "../retrieval/constants";
import type { Passage } from "../types";
import { createLexicalIndex } from "./lexical-index";
import { passageOf } from "./passages.fixture";

/** Textbook BM25 over the body alone. */
const PLAIN: LexicalConstants = {
  ...LEXICAL,
  commonPower: 0,
  k1: 1.2,
  b: [0, 0, 0.75],
  fieldWeights: [0, 0, 1],
  documentWeight: 0,
  conceptWeight: 0,
  phraseWeight: 0,
  joinedWeight: 0,
  idfPower: 1,
};

function indexOf(passages: readonly Passage[], constants?: LexicalConstants) {
  const index = createLexicalIndex(constants);
  index.add(passages);
  return index;
}

describe("BM25", () => {
  const passages = [passageOf("a", "laptop laptop desk"), passageOf("b", "desk chair"), passageOf("c", "lamp window door plant")];

  it("equals the formula worked out by hand", () => {
    // N = 3, mean length 3, idf(df 1) = ln(1 + 2.5 / 1.5) = 0.980829.
    // a: tf 2, norm 1 → 2 · 2.2 / 3.2 = 1.375. b: tf 1 / 0.75 → 1.3333 · 2.2 / 2.5333 = 1.157895.
    const hits = indexOf(passages, PLAIN).search("laptop chair", 10);
    expect(hits.map((hit) => hit.id)).toEqual(["a", "b"]);
    expect(hits[0]?.score).toBeCloseTo(0.980829 * 1.375, 5);
    expect(hits[1]?.score).toBeCloseTo(0.980829 * 1.157895, 5);
  });

  it("returns fewer than k when fewer match, nothing when nothing does", () => {
    const index = indexOf(passages);
    expect(index.search("laptop", 10)).toHaveLength(1);
    expect(index.search("zeppelin", 10)).toEqual([]);
    expect(index.search("", 10)).toEqual([]);
    expect(createLexicalIndex().search("laptop", 10)).toEqual([]);
  });

  it("breaks ties by id", () => {
    const hits = indexOf([passageOf("z", "desk lamp"), passageOf("m", "desk lamp")]).search("desk", 10);
    expect(hits.map((hit) => hit.id)).toEqual(["m", "z"]);
  });
});

describe("fields", () => {
  it("counts a title or heading match above the same word in the body", () => {
    const rest = passageOf("x", "badges and parking at the gate");
    const titled = indexOf([passageOf("b", "parking and badges, mentioned in passing"), passageOf("a", "badges and more", { title: "Parking" }), rest]);
    expect(titled.search("parking", 1)[0]?.id).toBe("a");
    const headed = indexOf([passageOf("b", "parking and badges, mentioned in passing", { document: "d" }), passageOf("a", "badges and more", { document: "d", headings: ["Parking"] }), rest]);
    expect(headed.search("parking", 1)[0]?.id).toBe("a");
  });

  it("finds words of the file name", () => {
    const index = indexOf([passageOf("a", "rules for the yard", { source: "site/visitor_parking.pdf" }), passageOf("b", "rules for the hall")]);
    expect(index.search("visitor parking", 5).map((hit) => hit.id)).toEqual(["a"]);
  });

  it("lets the rest of the document speak for a passage", () => {
    const index = indexOf([
      passageOf("a1", "the fee is forty", { document: "a" }),
      passageOf("a2", "kayak kayak kayak rental", { document: "a", ordinal: 1 }),
      passageOf("b1", "the fee is forty", { document: "b" }),
      passageOf("b2", "umbrella rental", { document: "b", ordinal: 1 }),
    ]);
    expect(index.search("kayak fee", 4).map((hit) => hit.id).indexOf("a1" as ChunkId)).toBeLessThan(index.search("kayak fee", 4).map((hit) => hit.id).indexOf("b1" as ChunkId));
  });
});

describe("questions", () => {
  const index = indexOf([
    passageOf("leave", "Annual leave is twenty-five days a year."),
    passageOf("pay", "Salary is paid on the last working day."),
    passageOf("zh", "员工每年享有十天年休假。"),
    passageOf("it", "Laptops are replaced every four years."),
  ]);

  it("ignores question words and politeness", () => {
    expect(index.ask("What is the salary?").understood.units.map((unit) => unit.surface)).toEqual(["salary"]);
  });

  it("finds synonyms, also in the other language", () => {
    expect(index.search("how much holiday do we get", 5).map((hit) => hit.id).sort()).toEqual(["leave", "zh"]);
    expect(index.search("年假有几天", 5).map((hit) => hit.id).slice(0, 2).sort()).toEqual(["leave", "zh"]);
  });

  it("says what it repaired", () => {
    const { understood } = index.ask("when is my salery payed");
    expect(understood.repairs).toContainEqual({ from: "salery", to: "salary" });
    expect(understood.text).toContain("salary");
    expect(index.ask("when is my salary paid").understood.repairs).toEqual([]);
  });

  it("repairs no names, addresses or acronyms", () => {
    expect(index.ask("mail salery@example.org about SALERY").understood.repairs).toEqual([]);
  });

  it("matches a single Chinese character", () => {
    expect(index.search("假", 5).map((hit) => hit.id)).toEqual(["zh"]);
  });
});

describe("features", () => {
  const index = indexOf([passageOf("a", "Parental leave lasts 26 weeks on full pay."), passageOf("b", "The canteen opens at noon.")]);

  it("measures how much of the question a passage covers", () => {
    const query = index.ask("parental leave 26 weeks");
    expect(query.features("a" as ChunkId)).toMatchObject({ literalCoverage: 1, numbersFound: 1, unknownShare: 0 });
    expect(query.features("b" as ChunkId)).toMatchObject({ coverage: 0, numbersFound: 0, proximity: 0 });
  });

  it("reports what no passage knows", () => {
    const query = index.ask("parental leave for astronauts");
    expect(query.features("a" as ChunkId).unknownShare).toBeGreaterThan(0.2);
    expect(query.features("a" as ChunkId).numbersFound).toBeNull();
  });

  it("rates words close together above words far apart", () => {
    const spread = indexOf([passageOf("near", "kayak rental today"), passageOf("far", "kayak is a boat and we offer no such thing as rental")]);
    const query = spread.ask("kayak rental");
    expect(query.features("near" as ChunkId).proximity).toBe(1);
    expect(query.features("far" as ChunkId).proximity).toBeLessThan(0.3);
  });
});

const WORDS = ["kayak", "rental", "salary", "holiday", "annual", "leave", "desk", "maternity", "工资", "年假", "二十天"];
const textArbitrary = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 }).map((words) => words.join(" "));
const corpusArbitrary = fc.array(fc.record({ text: textArbitrary, document: fc.constantFrom("d1", "d2", "d3"), allowed: fc.boolean() }), { minLength: 1, maxLength: 12 });

describe("filter and change", () => {
  it("scores under a filter exactly as an index that holds nothing else", () => {
    fc.assert(
      fc.property(corpusArbitrary, textArbitrary, (rows, question) => {
        const passages = rows.map((row, i) => passageOf(`p${i}`, row.text, { document: `${row.document}-${row.allowed}` }));
        const allowed = new Set(passages.filter((_, i) => rows[i]?.allowed).map((passage) => passage.id));
        const filtered = indexOf(passages).search(question, 20, (id) => allowed.has(id));
        const alone = indexOf(passages.filter((passage) => allowed.has(passage.id))).search(question, 20);
        expect(filtered).toEqual(alone);
      }),
      { seed: 7, numRuns: 150 },
    );
  });

  it("after adding and removing equals an index built anew", () => {
    fc.assert(
      fc.property(corpusArbitrary, textArbitrary, (rows, question) => {
        const passages = rows.map((row, i) => passageOf(`p${i}`, row.text, { document: row.document }));
        const kept = passages.filter((_, i) => rows[i]?.allowed);
        const changed = indexOf(passages);
        changed.remove(passages.filter((passage) => !kept.includes(passage)).map((passage) => passage.id));
        expect(changed.size).toBe(kept.length);
        expect(changed.search(question, 20)).toEqual(indexOf(kept).search(question, 20));
      }),
      { seed: 8, numRuns: 150 },
    );
  });

  it("keeps its results through compaction", () => {
    const many = Array.from({ length: 1200 }, (_, i) => passageOf(`p${String(i).padStart(4, "0")}`, `${WORDS[i % WORDS.length]} ${WORDS[(i * 7) % WORDS.length]}`, { document: `d${i % 40}` }));
    const index = indexOf(many);
    index.remove(many.slice(0, 900).map((passage) => passage.id));
    expect(index.search("kayak holiday", 50)).toEqual(indexOf(many.slice(900)).search("kayak holiday", 50));
  });

  it("replaces a passage that is added again", () => {
    const index = indexOf([passageOf("a", "kayak rental")]);
    index.add([passageOf("a", "desk lamp")]);
    expect(index.size).toBe(1);
    expect(index.search("kayak", 5)).toEqual([]);
    expect(index.search("desk", 5)).toHaveLength(1);
  });

  it("repairs only towards words the asker may read", () => {
    const index = indexOf([passageOf("open", "desk lamp"), passageOf("secret", "Ravensmoor takeover")]);
    expect(index.ask("ravensmor").understood.repairs).toHaveLength(1);
    expect(index.ask("ravensmor", { filter: (id) => id === "open" }).understood.repairs).toEqual([]);
  });
});
