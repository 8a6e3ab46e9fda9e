/**
 * @file What every format must keep: exact offsets, ordered blocks, pages that cover the text, the same result twice,
 * and the common refusals.
 */
import { describe, expect, it } from "vitest";
import { splitSentences } from "../chunk/sentences";
import { extractDocument } from "./extract-document";

export interface ExtractorCase {
  /** With the extension that selects the format. */
  readonly fileName: string;
  readonly make: () => Uint8Array | Promise<Uint8Array>;
  /** Phrases that must be found in this order. */
  readonly phrases: readonly string[];
  readonly hasPages: boolean;
  /** A file of the format without any text, and the code it is refused with. */
  readonly empty: { readonly make: () => Uint8Array | Promise<Uint8Array>; readonly code: string };
}

export function describeExtractor(name: string, { fileName, make, phrases, hasPages, empty }: ExtractorCase): void {
  describe(`extractor contract: ${name}`, () => {
    it("reads the text in order", async () => {
      const { text } = await extractDocument(await make(), fileName);
      let from = 0;
      for (const phrase of phrases) {
        const at = text.indexOf(phrase, from);
        expect(at, `"${phrase}" behind offset ${from}`).toBeGreaterThanOrEqual(from);
        from = at + phrase.length;
      }
    });

    it("covers the text with ordered blocks that have no white space at their ends", async () => {
      const { text, blocks } = await extractDocument(await make(), fileName);
      let at = 0;
      for (const block of blocks) {
        expect(text.slice(at, block.start).trim()).toBe("");
        expect(block.end).toBeGreaterThan(block.start);
        const slice = text.slice(block.start, block.end);
        expect(slice).toBe(slice.trim());
        expect(block.level === null).toBe(block.kind !== "heading");
        at = block.end;
      }
      expect(text.slice(at).trim()).toBe("");
    });

    it("covers the text with pages, or has none", async () => {
      const { text, pages } = await extractDocument(await make(), fileName);
      expect(pages.length > 0).toBe(hasPages);
      if (!hasPages) return;
      expect(pages[0]?.start).toBe(0);
      expect(pages.at(-1)?.end).toBe(text.length);
      pages.forEach((page, i) => {
        expect(page.page).toBe(i + 1);
        if (i > 0) expect(page.start).toBe(pages[i - 1]?.end);
      });
    });

    it("gives the same document twice and leaves the bytes alone", async () => {
      const bytes = await make();
      const before = bytes.slice();
      const first = await extractDocument(bytes, fileName);
      expect(await extractDocument(bytes, fileName)).toEqual(first);
      expect(bytes).toEqual(before);
      expect(first.title).toBeTruthy();
      expect(splitSentences(first.text).length).toBeGreaterThan(1);
    });

    it("refuses a file without text, an oversized one and an aborted call", async () => {
      await expect(extractDocument(await empty.make(), fileName)).rejects.toMatchObject({ code: empty.code });
      const bytes = await make();
      await expect(extractDocument(bytes, fileName, { maxBytes: bytes.length - 1 })).rejects.toMatchObject({ code: "document/too-large" });
      await expect(extractDocument(bytes, fileName, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: "job/cancelled" });
      await expect(extractDocument(new Uint8Array(0), fileName)).rejects.toMatchObject({ code: "document/empty" });
    });

    it("refuses a picture under its name", async () => {
      const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
      await expect(extractDocument(png, fileName)).rejects.toMatchObject({ code: "document/type-mismatch" });
    });
  });
}
