/** @file BEIR rows: parsing with clear errors, titles not indexed twice, long documents in several passages. */
import { describe, expect, it } from "vitest";
import { hasRelevant, parseCorpus, parseQrels, parseQueries, toPassages } from "./beir";

const options = { countTokens: (text: string) => text.split(/\s+/).length, maxTokens: 20 };

describe("parsing", () => {
  it("reads rows and skips blank lines", () => {
    expect(parseCorpus('{"_id":"1","title":"T","text":"x"}\n\n{"_id":"2","text":"y","metadata":{}}\n')).toHaveLength(2);
    expect(parseQueries('{"_id":"q","text":"x"}')).toEqual([{ _id: "q", text: "x" }]);
  });

  it("names the line that is wrong", () => {
    expect(() => parseCorpus('{"_id":"1","text":"x"}\n{"_id":')).toThrow(/corpus.jsonl line 2/);
    expect(() => parseQueries('{"_id":"1"}')).toThrow(/queries.jsonl line 1/);
    expect(() => parseQrels("query-id\tcorpus-id\tscore\nq1\td1\n")).toThrow(/qrels line 2/);
  });

  it("reads graded judgements after the header", () => {
    const judgements = parseQrels("query-id\tcorpus-id\tscore\nq1\td1\t3\nq1\td2\t0\nq2\td1\t0\n");
    expect(judgements.get("q1")).toEqual(new Map([["d1", 3], ["d2", 0]]));
    expect([hasRelevant(judgements.get("q1")), hasRelevant(judgements.get("q2")), hasRelevant(undefined)]).toEqual([true, false, false]);
  });
});

describe("toPassages", () => {
  it("keeps a title of its own and drops one that the text repeats", async () => {
    expect((await toPassages({ _id: "1", title: "Welder", text: "Ten years of TIG welding." }, options))[0]?.documentTitle).toBe("Welder");
    expect((await toPassages({ _id: "1", title: "Welder", text: "Welder\nTen years of TIG welding." }, options))[0]?.documentTitle).toBe("");
    expect((await toPassages({ _id: "1", text: "Ten years of TIG welding." }, options))[0]?.documentTitle).toBe("");
  });

  it("cuts long documents and keeps exact slices", async () => {
    const text = Array.from({ length: 12 }, (_, i) => `Sentence number ${i} has exactly seven words.`).join("\n\n");
    const passages = await toPassages({ _id: "1", text }, options);
    expect(passages.length).toBeGreaterThan(2);
    expect(new Set(passages.map((passage) => passage.id)).size).toBe(passages.length);
  });

  it("gives nothing for an empty document", async () => {
    expect(await toPassages({ _id: "1", text: " \n" }, options)).toEqual([]);
  });
});
