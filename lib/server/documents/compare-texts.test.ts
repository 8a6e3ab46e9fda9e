/** @file What changed between two texts: by section, then by word, in both languages. */
import { describe, expect, it } from "vitest";
import { extractDocument } from "../../knowledge/extract/extract-document";
import { compareTexts } from "./compare-texts";

const read = async (markdown: string) => {
  const { text, blocks } = await extractDocument(Buffer.from(markdown), "x.md");
  return { text, blocks: [...blocks] };
};
const compare = async (before: string, after: string) => compareTexts(await read(before), await read(after));
const changed = (parts: { text: string; changed: boolean }[] | null) => parts?.filter((part) => part.changed).map((part) => part.text.trim());

describe("compareTexts", () => {
  it("tells sections that came, went and changed, and counts those that stayed", async () => {
    const { changes, unchanged } = await compare("# Leave\n\n## Days\n\n26 days a year.\n\n## Paper\n\nUse the green card.\n\n## Who\n\nEveryone.\n", "# Leave\n\n## Days\n\n27 days a year.\n\n## Who\n\nEveryone.\n\n## Buying\n\nFive days may be bought.\n");
    expect(changes.map(({ kind, heading }) => `${kind} ${heading}`)).toEqual(["changed Days", "removed Paper", "added Buying"]);
    expect(unchanged).toBe(1);
    expect(changed(changes[0]?.before ?? null)).toEqual(["26"]);
    expect(changed(changes[0]?.after ?? null)).toEqual(["27"]);
  });

  it("the parts joined are the sections", async () => {
    const { changes } = await compare("# A\n\nOne two three four.\n", "# A\n\nOne too three, four five.\n");
    expect(changes[0]?.before?.map((part) => part.text).join("")).toBe("One two three four.");
    expect(changes[0]?.after?.map((part) => part.text).join("")).toBe("One too three, four five.");
  });

  it("a section with another heading is the same section when most of its words are", async () => {
    const { changes } = await compare("# A\n\n## Notice period\n\nThe notice period is two months for both sides.\n", "# A\n\n## Notice\n\nThe notice period is three months for both sides.\n");
    expect(changes.map(({ kind }) => kind)).toEqual(["changed"]);
  });

  it("compares Chinese by character, and white space counts for nothing", async () => {
    const { changes } = await compare("# 年假\n\n每年十天年假。\n", "# 年假\n\n每年十五天年假。\n");
    expect(changed(changes[0]?.after ?? null)).toEqual(["五"]);
    expect((await compare("# A\n\nOne  two.\n", "# A\n\nOne two.\n")).changes).toEqual([]);
  });
});
