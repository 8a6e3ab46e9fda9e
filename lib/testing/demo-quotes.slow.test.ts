/**
 * @file The demo company end to end, without a model: every gold quote of its questions stands in the text that our extractors
 * read back from the rendered PDF, DOCX, HTML, text or CSV file. Real generator, real extractors; nothing is scripted.
 */
import { describe, expect, it } from "vitest";
import { generateDemoFiles } from "../../db/seed";
import { readQuestions } from "../../db/seed/questions/check";
import { INGEST } from "../config/defaults";
import { extractDocument } from "../knowledge/extract/extract-document";

/** Table separators and the spaces that line breaks put between Chinese characters mean nothing. */
function comparable(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[|\t]/g, " ")
    .replace(/\s+/g, " ")
    .replace(/(?<=[\p{sc=Han},。;:、]) (?=\p{sc=Han})/gu, "")
    .trim();
}

async function extractedPolicies(): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for await (const file of generateDemoFiles(["policy"])) {
    const { text } = await extractDocument(file.bytes, file.path, { maxBytes: INGEST.maxFileBytes, maxPages: INGEST.maxPages });
    texts.set(file.sourcePath.replace(/^policies\//, ""), comparable(text));
  }
  return texts;
}

describe("rendered demo policies", () => {
  it("hold every gold quote after extraction", async () => {
    const texts = await extractedPolicies();
    const { policies, followups } = readQuestions();
    const answerable = [...policies, ...followups].filter((line) => line.answerable);
    const lost = answerable.filter((line) => !texts.get(line.document ?? "")?.includes(comparable(line.quote)));
    expect(answerable.length).toBeGreaterThan(300);
    expect(lost.map((line) => line.id)).toEqual([]);
  }, 180_000);
});
