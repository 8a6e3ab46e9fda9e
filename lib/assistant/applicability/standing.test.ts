/** @file How documents stand to people: scope, validity, succession; and whom and when a question is about. */
import { describe, expect, it } from "vitest";
import { addMonths, isDay, NO_TERMS, type DocumentTerms } from "../../core/document-terms";
import { standingText } from "../../core/standing-text";
import { askedAbout, pastOf } from "./asked-about";
import { profileOf, standingOf, type TermsById } from "./standing";

const TODAY = "2026-06-15";
const noor = profileOf({ site: "Rotterdam", contract: "permanent", groups: ["Design"], language: "en" });
const terms = (changes: Partial<DocumentTerms>): DocumentTerms => ({ ...NO_TERMS, ...changes });
const standing = (id: string, map: Record<string, DocumentTerms>, profile = noor, isAsker = true) =>
  standingOf(id, { terms: new Map(Object.entries(map)), profile, isAsker, day: TODAY, titleOf: (other) => `Title of ${other}` });

describe("standingOf", () => {
  it("says nothing of a document that holds for everyone, always", () => {
    expect(standing("a", {})).toBeNull();
    expect(standing("a", { a: terms({}) })).toBeNull();
  });

  it("names what the asker is, not all that the document names", () => {
    expect(standing("a", { a: terms({ sites: ["Leeds", "rotterdam"], contracts: ["permanent"], validFrom: "2026-03-01" }) })).toMatchObject({ state: "applies", for: ["rotterdam", "permanent"], you: true, from: "2026-03-01" });
  });

  it("another site, contract, department or language is for others", () => {
    for (const other of [{ sites: ["Leeds"] }, { contracts: ["apprentice"] }, { audience: ["Field Service"] }, { languages: ["zh" as const] }]) {
      expect(standing("a", { a: terms(other) })?.state, JSON.stringify(other)).toBe("others");
    }
  });

  it("what is not known of the asker is not held against them", () => {
    const unknown = profileOf({ site: null, contract: null, groups: null, language: null });
    expect(standing("a", { a: terms({ sites: ["Leeds"] }) }, unknown, false)).toMatchObject({ state: "applies", for: ["Leeds"], you: false });
  });

  it("the last day still counts, the first day does already", () => {
    expect(standing("a", { a: terms({ validUntil: TODAY }) })?.state).toBe("applies");
    expect(standing("a", { a: terms({ validUntil: "2026-06-14" }) })?.state).toBe("ended");
    expect(standing("a", { a: terms({ validFrom: TODAY }) })?.state).toBe("applies");
    expect(standing("a", { a: terms({ validFrom: "2026-06-16" }) })?.state).toBe("coming");
  });

  it("a successor ends what it supersedes on the day before it begins, in a chain too", () => {
    const chain = { b: terms({ supersedes: "a", validFrom: "2026-01-01" }), c: terms({ supersedes: "b", validFrom: "2026-06-01" }) };
    expect(standing("a", chain)).toMatchObject({ state: "ended", until: "2025-12-31" });
    expect(standing("b", chain)).toMatchObject({ state: "ended", until: "2026-05-31" });
    expect(standing("c", chain)).toMatchObject({ state: "applies", from: "2026-06-01" });
  });

  it("a successor for other people ends nothing for this one", () => {
    expect(standing("a", { b: terms({ supersedes: "a", validFrom: "2026-01-01", sites: ["Leeds"] }) })).toBeNull();
  });

  it("an announced successor is named beside what still holds", () => {
    const map = { b: terms({ supersedes: "a", validFrom: "2027-01-01" }) };
    expect(standing("a", map)).toMatchObject({ state: "applies", until: "2026-12-31", next: { title: "Title of b", from: "2027-01-01" } });
    expect(standing("b", map)?.state).toBe("coming");
  });
});

describe("askedAbout", () => {
  const map: TermsById = new Map([["s", terms({ sites: ["Suzhou"], contracts: ["apprentice"], audience: ["Field Service"] })]]);
  const about = (question: string) => askedAbout(question, { own: noor, terms: map, today: TODAY });

  it.each([
    ["How much leave do I have?", ["Rotterdam"], true],
    ["How much leave is there in Suzhou?", ["Suzhou"], false],
    ["苏州的年假有几天？", ["Suzhou"], false],
    ["鹿特丹有几天年假？", ["Rotterdam"], true],
    ["Is suzhouer a word?", ["Rotterdam"], true],
  ])("%s → %j", (question, sites, isAsker) => {
    expect(about(question)).toMatchObject({ profile: { sites }, isAsker });
  });

  it("people named by contract or department are who it is about", () => {
    expect(about("How much do apprentices earn?").profile.contracts).toEqual(["apprentice"]);
    expect(about("学徒有补贴吗？").profile.contracts).toEqual(["apprentice"]);
    expect(about("What does Field Service get for travel?").profile.groups).toEqual(["Field Service", "Design"]);
  });

  it("a question about another site is about anyone there", () => {
    expect(about("leave in Suzhou").profile.contracts).toBeNull();
  });

  it("no document that may not be read lends its words: an unknown site stays a word", () => {
    expect(askedAbout("leave in Suzhou", { own: noor, terms: new Map(), today: TODAY }).profile.sites).toEqual(["Rotterdam"]);
  });
});

describe("pastOf", () => {
  it.each([
    ["How was it before?", { from: null, until: null }],
    ["What did the old policy say about hotels?", { from: null, until: null }],
    ["What was the hotel limit in 2025?", { from: "2025-01-01", until: "2025-12-31" }],
    ["What was the hotel limit last year?", { from: "2025-01-01", until: "2025-12-31" }],
    ["What was the limit on 3 May 2025?", { from: "2025-05-03", until: "2025-05-03" }],
    ["What held before March 2026?", { from: null, until: "2026-03-01" }],
    ["2025年的住宿标准是多少？", { from: "2025-01-01", until: "2025-12-31" }],
    ["以前的规定是怎样的？", { from: null, until: null }],
    ["去年的标准是多少？", { from: "2025-01-01", until: "2025-12-31" }],
  ])("%s", (question, expected) => expect(pastOf(question, TODAY)).toEqual(expected));

  it.each(["Can I take last year's days in March?", "How long before my shift do I call in sick?", "请假之前要做什么？", "What is the budget in 2026?", "Do I need 2025 receipts?", "How many days do I have?", "入职以前要体检吗？"])("%s is about now", (question) => expect(pastOf(question, TODAY)).toBeNull());
});

describe("words and days", () => {
  it("say for whom and since when, in both languages", () => {
    const applies = { state: "applies", from: "2026-03-01", until: null, for: ["Leeds", "permanent"], you: true } as const;
    expect(standingText(applies, "en")).toBe("Applies to you: Leeds, permanent, since 1 March 2026");
    expect(standingText(applies, "zh")).toBe("适用于您：利兹、无固定期限合同，自2026年3月1日起");
    expect(standingText({ ...applies, state: "ended", until: "2025-12-31", for: [] }, "en")).toBe("Until 31 December 2025");
    expect(standingText({ ...applies, state: "others", for: ["Suzhou"] }, "zh")).toBe("适用于苏州，不适用于您");
  });

  it("months are added on the calendar; days that it lacks are refused", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2026-11-15", 14)).toBe("2028-01-15");
    expect([isDay("2026-02-28"), isDay("2026-02-30"), isDay("31.12.2025"), isDay("2026-2-3")]).toEqual([true, false, false, false]);
  });
});
