/**
 * @file Chunks: exact slices, size, headings, whole articles and lists; properties over generated documents.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DocumentBuilder } from "../extract/document-builder";
import { extractDocument } from "../extract/extract-document";
import { tablePdf, utf8 } from "../extract/fixtures";
import type { ExtractedDocument } from "../types";
import { chunkDocument } from "./chunk-document";

/** A Han character or a word is one token. */
const countTokens = (text: string) => text.match(/\p{Script=Han}|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu)?.length ?? 0;
const words = (count: number, word = "word") => `${Array.from({ length: count - 1 }, () => word).join(" ")} end.`;
const markdown = (source: string) => extractDocument(utf8(source), "a.md");

describe("chunkDocument", () => {
  it("keeps sections apart, with their path of headings", async () => {
    const document = await markdown(`# Handbook\n\n## Leave\n\n${words(40)}\n\n### Sick\n\n${words(40)}\n\n## Pay\n\n${words(40)}`);
    const chunks = chunkDocument(document, { countTokens, maxTokens: 60 });
    expect(chunks.map((chunk) => chunk.headings)).toEqual([["Handbook", "Leave"], ["Handbook", "Leave", "Sick"], ["Handbook", "Pay"]]);
    expect(chunks[0]?.text.startsWith("Handbook\n\nLeave\n\nword")).toBe(true);
    expect(chunks.map((chunk) => chunk.ordinal)).toEqual([0, 1, 2]);
  });

  it("merges tiny siblings under the headings they share, but never climbs", async () => {
    const document = await markdown(`# Book\n\n${words(36)}\n\n## A\n\nsmall a.\n\n## B\n\nsmall b.\n\n# Other\n\nsmall o.`);
    const chunks = chunkDocument(document, { countTokens, maxTokens: 40 });
    expect(chunks.map((chunk) => chunk.headings)).toEqual([["Book"], ["Book"], ["Other"]]);
    expect(chunks[1]?.text).toBe("A\n\nsmall a.\n\nB\n\nsmall b.");
  });

  it("keeps an article whole where it fits and starts a chunk with one", async () => {
    const article = (n: string) => `第${n}条 ${"劳动者享有休息的权利".repeat(3)}。\n\n（一）${"加班应当支付报酬".repeat(2)}；\n\n（二）${"年假应当当年使用".repeat(2)}。`;
    const document = await markdown(`# 规定\n\n${article("一")}\n\n${article("二")}\n\n${article("三")}`);
    const chunks = chunkDocument(document, { countTokens, maxTokens: 160 });
    expect(chunks.length).toBeGreaterThan(1);
    for (const chunk of chunks.slice(1)) expect(chunk.text).toMatch(/^第.条/);
  });

  it("keeps a list with the line that introduces it", async () => {
    const items = Array.from({ length: 6 }, (_, i) => `- item ${i} ${words(5)}`).join("\n");
    const document = await markdown(`${words(45)}\n\nYou need these:\n\n${items}`);
    const chunks = chunkDocument(document, { countTokens, maxTokens: 70 });
    expect(chunks[1]?.text.startsWith("You need these:\n\n- item 0")).toBe(true);
  });

  it("names the page on which a chunk starts", async () => {
    const document = await extractDocument(await tablePdf(), "a.pdf");
    const chunks = chunkDocument(document, { countTokens, maxTokens: 8 });
    const second = chunks.find((chunk) => chunk.text.includes("Junior"));
    expect(second?.page).toBe(2);
    expect(chunks.find((chunk) => chunk.text.startsWith("Part three"))?.page).toBe(3);
  });

  it("repeats whole sentences of the chunk before when asked to", async () => {
    const document = await markdown(`# T\n\n${Array.from({ length: 12 }, () => words(10)).join(" ")}`);
    const chunks = chunkDocument(document, { countTokens, maxTokens: 50, overlapTokens: 12 });
    expect(chunks.length).toBeGreaterThan(2);
    expect(chunks[1]?.start).toBeLessThan(chunks[0]?.end ?? 0);
    for (const chunk of chunks) expect(countTokens(chunk.text)).toBeLessThanOrEqual(50);
  });

  it("splits what has no structure at all", () => {
    const text = "年".repeat(500);
    const document: ExtractedDocument = { text, title: null, language: "zh", pages: [], blocks: [], warnings: [] };
    const chunks = chunkDocument(document, { countTokens, maxTokens: 90 });
    expect(chunks.map((chunk) => chunk.text).join("")).toBe(text);
    expect(Math.max(...chunks.map((chunk) => countTokens(chunk.text)))).toBeLessThanOrEqual(90);
  });
});

describe("properties", () => {
  const sentence = fc.constantFrom("Leave is 3.5 days.", "Ask Dr. Amsel; he knows, surely.", "年假十五天，满五年后增加。", "word ".repeat(60).trim(), "x", "第三条 应当支付。", "字".repeat(150));
  const block = fc.oneof(
    fc.record({ kind: fc.constant("heading" as const), level: fc.integer({ min: 1, max: 4 }), text: fc.constantFrom("Leave", "Pay", "总则") }),
    fc.record({ kind: fc.constantFrom("paragraph" as const, "list_item" as const, "table_row" as const, "code" as const), text: fc.array(sentence, { minLength: 1, maxLength: 5 }).map((all) => all.join(" ")) }),
  );

  it("chunks cover the text in order, are exact slices and keep to the size", () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 25 }), fc.integer({ min: 8, max: 120 }), (blocks, maxTokens) => {
        const builder = new DocumentBuilder();
        for (const each of blocks) builder.add(each);
        const document = builder.build(null);
        let at = 0;
        for (const chunk of chunkDocument(document, { countTokens, maxTokens })) {
          expect(document.text.slice(at, chunk.start).trim()).toBe("");
          expect(chunk.text).toBe(document.text.slice(chunk.start, chunk.end));
          expect(chunk.text).not.toBe("");
          expect(countTokens(chunk.text)).toBeLessThanOrEqual(maxTokens);
          at = chunk.end;
        }
        expect(document.text.slice(at).trim()).toBe("");
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});
