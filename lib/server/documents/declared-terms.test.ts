/** @file Front matter: what a Markdown file says about itself, as fields, and what of it declares terms. */
import { describe, expect, it } from "vitest";
import { declaredTerms } from "./declared-terms";
import { extractDocument } from "../../knowledge/extract/extract-document";

const fieldsOf = async (yaml: string) => (await extractDocument(Buffer.from(`---\n${yaml}\n---\n# Gifts\n\nA gift may cost 25 euros.\n`), "gifts.md")).frontMatter ?? {};

describe("front matter", () => {
  it("gives flat fields, lists in both spellings, quotes and comments taken off; the text holds none of it", async () => {
    const document = await extractDocument(Buffer.from('---\ntitle: "Gifts: all"\nsites: [Leeds, "Suzhou"]\naudience:\n  - Field Service\n  - managers\nvalid_from: 2026-03-01 # agreed\n---\n# Gifts\n\nText.\n'), "gifts.md");
    expect(document.frontMatter).toMatchObject({ title: ["Gifts: all"], sites: ["Leeds", "Suzhou"], audience: ["Field Service", "managers"], valid_from: ["2026-03-01"] });
    expect(document.text).not.toContain("Leeds");
  });

  it("is left out where there is none", async () => {
    expect((await extractDocument(Buffer.from("# Gifts\n\nText.\n"), "gifts.md")).frontMatter).toBeUndefined();
  });
});

describe("declaredTerms", () => {
  it("takes every field of terms", async () => {
    const yaml = "owner: saskia@x.example\nvalid_from: 2026-03-01\nvalid_until: 2027-02-28\nsupersedes: gifts-2025.md\nsites: Leeds, Suzhou\ncontracts: [permanent]\naudience: everyone\nlanguages: [en, 中文]\nreview_months: 12";
    expect(declaredTerms(await fieldsOf(yaml))).toEqual({ owner: "saskia@x.example", validFrom: "2026-03-01", validUntil: "2027-02-28", supersedes: "gifts-2025.md", sites: ["Leeds", "Suzhou"], contracts: ["permanent"], audience: [], languages: ["en", "zh"], reviewMonths: 12 });
  });

  it("is null for a file that declares nothing of it", async () => {
    expect(declaredTerms(await fieldsOf("title: Gifts\ntags: [a, b]"))).toBeNull();
  });

  it.each([
    ["valid_from: 1.3.2026", /valid_from.*“1\.3\.2026”.*YYYY-MM-DD/],
    ["valid_until: 2026-02-30", /valid_until/],
    ["valid_from: 2026-03-01\nvalid_until: 2026-02-01", /after valid_from \(2026-03-01\)/],
    ["languages: [fr]", /en or zh/],
    ["review_months: soon", /1 to 120/],
  ])("%s is refused with what to write", async (yaml, message) => {
    const fields = await fieldsOf(yaml);
    expect(() => declaredTerms(fields)).toThrow(expect.objectContaining({ code: "document/bad-terms", userMessage: expect.stringMatching(message) }));
  });
});
