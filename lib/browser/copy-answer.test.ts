/** @file The clipboard's text keeps every quotation together with its source. */
import { describe, expect, it } from "vitest";
import { copyText, sourceLine, type SourceWords } from "./copy-answer";

const words: SourceWords = { shortPage: (n) => `p. ${n}`, namelessCandidate: "Name not given" };

describe("copyText", () => {
  it("lists question, text and numbered quotations", () => {
    const text = copyText("How long?", {
      outcome: "answered",
      text: "Twenty-five days [1].",
      citations: [
        { number: 1, documentId: "d", chunkId: null, title: "Leave", kind: "policy", headings: ["Leave", "Length"], page: 3, start: 0, end: 4, quote: "25 days", conflict: null },
      ],
      candidates: [],
      understoodAs: null,
      confidence: 1,
      suggestions: [],
    }, words);
    expect(text).toBe("How long?\n\nTwenty-five days [1].\n\n[1] “25 days” (Leave › Length, p. 3)");
  });

  it("does not say twice what the text quotes", () => {
    const cited = { number: 1, documentId: "d", chunkId: null, title: "Leave", kind: "policy" as const, headings: [], page: null, start: 0, end: 7, quote: "25 days", conflict: null };
    const answer = { outcome: "answered" as const, text: "“25 days” [1]", citations: [cited], candidates: [], understoodAs: null, confidence: 1, suggestions: [] };
    expect(copyText("How long?", answer, words)).toBe("How long?\n\n“25 days” [1]\n\n[1] Leave");
  });

  it("shows no page where the format has none", () => {
    expect(sourceLine({ title: "Leave", headings: [], page: null }, words)).toBe("Leave");
  });
});
