import { describe, expect, test } from "vitest";
import { createRng } from "../../core/rng";
import { HANDBOOK, inventKnowledge } from "../fixtures";
import { chooseSpans, type ChooseOptions } from "./choose-spans";
import { poolSentences } from "./sentence-pool";

const options: ChooseOptions = { maxChars: 600, maxSpans: 4, minProbability: 0.001, enough: 1, neighbourFactor: 1.3, lengthExponent: 0.6 };

async function pool() {
  const { knowledge, texts } = await inventKnowledge([...HANDBOOK, { id: "long", markdown: `# Long\n\n${"A sentence that goes on, with clauses and more clauses, ".repeat(30)}and ends.\n` }]);
  const passages = [...texts.keys()].flatMap((id) => knowledge.passagesOf(id as never));
  return { texts, sentences: poolSentences(passages) };
}

describe("chosen spans", () => {
  test("are exact slices of the document, within the budget, apart from each other: 300 random weightings", async () => {
    const { texts, sentences } = await pool();
    const random = createRng(7);
    for (let round = 0; round < 300; round++) {
      const raw = sentences.map(() => random() ** 6);
      const total = raw.reduce((a, b) => a + b, 0);
      const maxChars = 60 + Math.floor(random() * 600);
      const spans = chooseSpans(sentences, Float64Array.from(raw, (value) => value / total), { ...options, maxChars });
      expect(spans.reduce((sum, span) => sum + span.quote.length, 0)).toBeLessThanOrEqual(maxChars);
      expect(spans.length).toBeLessThanOrEqual(options.maxSpans);
      for (const span of spans) {
        expect(texts.get(span.passage.documentId)?.slice(span.start, span.end)).toBe(span.quote);
        expect(span.quote).toBe(span.quote.trim());
      }
      for (const a of spans) for (const b of spans) if (a !== b && a.passage.documentId === b.passage.documentId) expect(a.end <= b.start || b.end <= a.start).toBe(true);
    }
  });

  test("neighbours join into one quote", async () => {
    const { sentences } = await pool();
    const at = sentences.findIndex((sentence) => sentence.text.startsWith("You may carry over"));
    const probabilities = Float64Array.from(sentences, (_, i) => (i === at ? 0.6 : i === at + 1 ? 0.3 : 0));
    const spans = chooseSpans(sentences, probabilities, options);
    expect(spans).toHaveLength(1);
    expect(spans[0]?.quote).toBe("You may carry over up to five unused days into the next year. They lapse on 31 March.");
  });

  describe("what is understood only together", () => {
    const GUIDE = "# When you are ill\n\n## Pay\n\n**Are there waiting days?**\nNo. They were abolished in 2019.\n\n**Do hourly people get the same?**\nYes. It is paid for the hours on the roster.\n\n## Clause 7. Notes\n\nA note is asked for from day four. It must be signed.\n\nThey are kept for a year.\n";
    async function quotesFor(start: string, choose: Partial<ChooseOptions> = {}): Promise<string[]> {
      const { knowledge } = await inventKnowledge([{ id: "guide", markdown: GUIDE }]);
      const sentences = poolSentences(knowledge.passagesOf("guide" as never));
      const at = sentences.findIndex((sentence) => sentence.text.startsWith(start));
      expect(at, start).toBeGreaterThan(-1);
      return chooseSpans(sentences, Float64Array.from(sentences, (_, i) => (i === at ? 1 : 0)), { ...options, ...choose }).map(({ quote }) => quote);
    }

    test("a guide's question comes with the first sentence of its answer, and that sentence with its question", async () => {
      expect(await quotesFor("Are there waiting")).toEqual(["Are there waiting days? No."]);
      expect(await quotesFor("Yes.")).toEqual(["Do hourly people get the same? Yes."]);
    });

    test("what begins by referring back brings what it refers to, on its own line only", async () => {
      expect(await quotesFor("It must be signed")).toEqual(["A note is asked for from day four. It must be signed."]);
      expect(await quotesFor("They are kept")).toEqual(["They are kept for a year."]);
      expect(await quotesFor("A note is asked")).toEqual(["A note is asked for from day four."]);
    });

    test("the sentence alone where both are too long", async () => {
      expect(await quotesFor("It must be signed", { maxChars: 30 })).toEqual(["It must be signed."]);
    });

    test("a heading is never quoted beside text, however probable", async () => {
      const { knowledge } = await inventKnowledge([{ id: "guide", markdown: GUIDE }]);
      const sentences = poolSentences(knowledge.passagesOf("guide" as never));
      expect(sentences.flatMap(({ isHeading, text }) => (isHeading ? [text] : []))).toEqual(expect.arrayContaining(["Pay", "Clause 7.", "Notes"]));
      const probabilities = Float64Array.from(sentences, ({ isHeading }) => (isHeading ? 0.3 : 0.01));
      const quotes = chooseSpans(sentences, probabilities, options).map(({ quote }) => quote);
      expect(quotes.length).toBeGreaterThan(0);
      for (const heading of sentences.filter(({ isHeading }) => isHeading)) expect(quotes).not.toContain(heading.text);
    });
  });

  test("one clear answer stands alone; without it further places are quoted", async () => {
    const { sentences } = await pool();
    const at = sentences.findIndex((sentence) => sentence.text.startsWith("You may carry over"));
    const far = sentences.findIndex((sentence) => sentence.passage.documentId !== sentences[at]?.passage.documentId && sentence.text.length < 200 && !sentence.isHeading);
    const probabilities = Float64Array.from(sentences, (_, i) => (i === at ? 0.9 : i === far ? 0.1 : 0));
    expect(chooseSpans(sentences, probabilities, { ...options, enough: 0.85 })).toHaveLength(1);
    expect(chooseSpans(sentences, probabilities, { ...options, enough: 0.95 })).toHaveLength(2);
  });

  test("a sentence longer than the budget is cut at a clause", async () => {
    const { sentences } = await pool();
    const at = sentences.findIndex((sentence) => sentence.text.length > 600);
    const spans = chooseSpans(sentences, Float64Array.from(sentences, (_, i) => (i === at ? 1 : 0)), options);
    expect(at).toBeGreaterThan(-1);
    expect(spans[0]?.quote).toMatch(/,$/);
    expect(spans[0]?.quote.length).toBeGreaterThan(300);
  });

  test("nothing to choose from gives nothing", () => {
    expect(chooseSpans([], new Float64Array(0), options)).toEqual([]);
  });
});
