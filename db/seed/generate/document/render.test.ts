import { describe, expect, it } from "vitest";
import { renderDocument } from "./render";
import { parseDocumentSource } from "./source";

const source = (format: string, body: string) =>
  parseDocumentSource(
    `---\ntitle: Gate keys\nformat: ${format}\nlanguage: en\nacl: [role:employee, hr_lead]\nowner: Ada Sluice\n---\n\n${body}\n`,
    "gate-keys.md",
  );
const rendered = async (format: string, body: string) =>
  new TextDecoder().decode(await renderDocument(source(format, body)));

describe("parseDocumentSource", () => {
  it("reads the front matter and leaves it out of the Markdown", () => {
    const parsed = source("md", "# Gate keys\n\nKeep them **dry**.");
    expect(parsed).toMatchObject({
      title: "Gate keys",
      language: "en",
      owner: "Ada Sluice",
      acl: ["role:employee", "role:hr_lead"],
    });
    expect(parsed.markdown).toBe("# Gate keys\n\nKeep them **dry**.\n");
    expect(parsed.blocks[1]).toEqual({
      kind: "paragraph",
      quoted: false,
      inlines: [
        { text: "Keep them ", mark: "plain" },
        { text: "dry", mark: "strong" },
        { text: ".", mark: "plain" },
      ],
    });
  });

  it("refuses a missing field, an unknown role and what no format could show, and says which file", () => {
    expect(() => parseDocumentSource("---\ntitle: x\n---\n\nbody", "x.md")).toThrow(/x\.md.*"format"/);
    expect(() => parseDocumentSource("no front matter", "y.md")).toThrow(/y\.md/);
    expect(() =>
      parseDocumentSource("---\ntitle: x\nformat: md\nlanguage: en\nacl: [role:boss]\nowner: z\n---\n\nb", "z.md"),
    ).toThrow(/boss/);
    expect(() => source("md", "![a picture](a.png)")).toThrow(/image/);
  });
});

describe("renderDocument", () => {
  const LIST = "1. first\n2. second\n   - inner\n\nafter";

  it("nests lists in HTML and closes them", async () => {
    const html = (await rendered("html", LIST)).replace(/\n/g, "");
    expect(html).toContain("<ol><li>first</li><li>second<ul><li>inner</li></ul></li></ol><p>after</p>");
  });

  it("escapes what HTML would read as tags", async () => {
    expect(await rendered("html", "a < b & c")).toContain("<p>a &lt; b &amp; c</p>");
  });

  it("writes lists and headings of plain text as one would type them", async () => {
    expect(await rendered("txt", `# Gate keys\n\n${LIST}`)).toBe(
      "Gate keys\n=========\n\n1. first\n2. second\n  - inner\n\nafter\n",
    );
  });

  it("quotes CSV fields, and takes tables only", async () => {
    expect(await rendered("csv", '| a | b |\n|---|---|\n| x, y | "z" |')).toBe('a,b\r\n"x, y","""z"""\r\n');
    await expect(rendered("csv", "words")).rejects.toThrow(/exactly one table/);
  });
});
