/**
 * @file The shipped questions hold against the shipped policies, and the check itself notices each kind of mistake.
 */
import { describe, expect, it } from "vitest";
import { findProblems, normalise, policyText, readQuestions } from "./check";
import type { GoldLine } from "./check";

const { policies, followups } = readQuestions();
const share = (part: number, whole: number) => part / whole;

describe("demo questions", () => {
  it("have every gold quote in its policy, answers in quotes, unique ids and clean splits", () => {
    expect(findProblems(policies)).toEqual([]);
    expect(findProblems(followups)).toEqual([]);
  });

  it("keep one fact on one side of the split, across both files too", () => {
    const splits = new Map<string, Set<string>>();
    for (const line of [...policies, ...followups]) {
      if (!line.answerable) continue;
      const fact = `${line.document ?? ""}\n${line.quote}`;
      splits.set(fact, new Set([...(splits.get(fact) ?? []), line.split]));
    }
    expect([...splits].filter(([, sides]) => sides.size > 1).map(([fact]) => fact)).toEqual([]);
  });

  it("cross languages exactly where the style says so", () => {
    const languageOf = (document: string | null) => (document?.startsWith("zh/") ? "zh" : "en");
    const crossing = policies.filter((q) => q.answerable && languageOf(q.document) !== q.language);
    expect(crossing.map((q) => q.id)).toEqual(policies.filter((q) => q.style === "crosslingual").map((q) => q.id));
  });

  it("never ask the same thing twice", () => {
    const asked = policies.map((line) => normalise(line.question).toLowerCase());
    expect(asked.filter((question, i) => asked.indexOf(question) !== i)).toEqual([]);
  });

  it("have the promised mix", () => {
    expect(policies.length).toBeGreaterThanOrEqual(320);
    expect(followups.length).toBeGreaterThanOrEqual(20);
    expect(share(policies.filter((q) => !q.answerable).length, policies.length)).toBeCloseTo(0.2, 1);
    expect(share(policies.filter((q) => q.split === "dev").length, policies.length)).toBeCloseTo(0.6, 1);
    expect(share(policies.filter((q) => q.style === "paraphrase" || q.style === "scenario").length, policies.length)).toBeGreaterThanOrEqual(0.45);
    expect(new Set(policies.filter((q) => q.conflict).map((q) => q.group)).size).toBe(2);
  });
});

describe("findProblems", () => {
  const good: GoldLine = {
    id: "a", group: "g", language: "en", answerable: true, document: "annual-leave.md", quote: "27 days of  annual leave",
    answers: ["27 days"], also: [], style: "direct", split: "dev",
  };
  const problemsOf = (...lines: GoldLine[]) => findProblems(lines, () => "It gives 27 days of annual leave a year.");

  it("accepts a quote that differs only in white space", () => expect(problemsOf(good)).toEqual([]));

  it.each<[string, GoldLine[], string]>([
    ["a quote the document lacks", [{ ...good, quote: "28 days", answers: ["28 days"] }], "quote is not in the document"],
    ["an answer outside the quote", [{ ...good, answers: ["a year"] }], 'answer "a year" is not in the quote'],
    ["a missing policy", [{ ...good, document: "nowhere.md" }], "no such policy: nowhere.md"],
    ["a missing also", [{ ...good, also: ["nowhere.md"] }], "no such policy: nowhere.md"],
    ["a repeated id", [good, good], "id is not unique"],
    ["a group in both splits", [good, { ...good, id: "b", split: "test" }], "group g is in both splits"],
    ["gold on an unanswerable question", [{ ...good, answerable: false }], "unanswerable, but has gold"],
    ["no short answer", [{ ...good, answers: [] }], "no answers"],
    ["a conflict without its second quote", [{ ...good, conflict: true, also: ["sick-leave.md"], otherQuote: "30 days" }], "otherQuote is not in also[0]"],
  ])("notices %s", (_name, lines, expected) => {
    expect(problemsOf(...lines)).toEqual([`${lines.at(-1)?.id ?? ""}: ${expected}`]);
  });
});

describe("policyText", () => {
  it("drops Markdown, keeps table rows together", () => {
    const text = policyText("working-time-and-shifts.md");
    expect(text).toContain("night 22:00–06:00 foundry only 32 %");
    expect(text).not.toMatch(/[|#*]/);
  });
});
