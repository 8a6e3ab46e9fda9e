/** @file Labels: the file, position bias, signals to labels, limits per person, alarms. */
import { describe, expect, it } from "vitest";
import type { LabelLine } from "../../contracts/labels";
import { inversePropensity } from "./position-bias";
import { formatLabels, parseLabels } from "./read-labels";
import { labelsFromSignals, type Signal } from "./signals-to-labels";
import { findAlarms, limitUsers } from "./user-limits";

const label = (part: Partial<LabelLine>): LabelLine => ({ query: "q", passage: "p", relevance: 3, ...part });

describe("the file", () => {
  it("reads what it writes", () => {
    const labels = [label({ user: "u1", weight: 0.5, source: "thumb", group: "g", document: "leave.md" }), label({ relevance: 0 })];
    expect(parseLabels(`\uFEFF${formatLabels(labels)}\n\n`)).toEqual(labels);
  });

  it("names every wrong line and what is wrong with it", () => {
    const text = `{"query":"q","passage":"p","relevance":3}\n{"query":"","passage":"p","relevance":4}\nnonsense\n`;
    expect(() => parseLabels(text, "x.jsonl")).toThrow(/x\.jsonl: line 2: query: .*relevance: .*; line 3: not JSON/s);
    expect(() => parseLabels("\n")).toThrow(/holds no label/);
  });
});

describe("position bias", () => {
  it("weighs what few look at more, up to the limit", () => {
    expect([1, 2, 3, 8].map((rank) => inversePropensity(rank, { severity: 1, maxWeight: 4 }))).toEqual([1, 2, 3, 4]);
    expect(inversePropensity(4, { severity: 0.5, maxWeight: 9 })).toBe(2);
    expect(() => inversePropensity(0)).toThrow(/from 1 on/);
  });
});

const signal = (part: Partial<Signal>): Signal => ({ query: "q", passage: "p", user: "u", kind: "up", ...part });

describe("signals to labels", () => {
  it("lets a thumb at rank 3 weigh three times one at rank 1, and a thumb down not", () => {
    const weights = labelsFromSignals([signal({ rank: 1 }), signal({ rank: 3, passage: "p3" }), signal({ kind: "down", rank: 3, passage: "p4" })]).map(({ weight, relevance }) => [weight, relevance]);
    expect(weights).toEqual([[0.6, 3], [1.8, 3], [0.6, 0]]);
  });

  it("takes the reviewer's grade for the last word", () => {
    const [one, ...more] = labelsFromSignals([signal({ kind: "click", rank: 1 }), signal({ kind: "grade", grade: 1, quality: 0.8 })]);
    expect(more).toEqual([]);
    expect(one).toMatchObject({ relevance: 1, weight: 0.8, source: "review" });
  });

  it("keeps people apart", () => {
    expect(labelsFromSignals([signal({}), signal({ user: "v", kind: "down" })])).toHaveLength(2);
  });
});

describe("limits per person", () => {
  const weightOf = (labels: readonly LabelLine[], user: string): number => labels.filter((one) => one.user === user).reduce((sum, one) => sum + (one.weight ?? 1), 0);

  it("gives a flood no more than its share of what counts in the end", () => {
    const crowd = Array.from({ length: 40 }, (_, i) => label({ user: `u${i}`, query: `q${i}` }));
    const flood = Array.from({ length: 200 }, (_, i) => label({ user: "loud", query: `f${i}` }));
    const limited = limitUsers([...crowd, ...flood], (one) => one.query);
    const total = limited.reduce((sum, one) => sum + (one.weight ?? 1), 0);
    expect(weightOf(limited, "loud") / total).toBeCloseTo(0.1, 6);
    expect(weightOf(limited, "u3")).toBe(1);
  });

  it("limits one subject, and never a reviewer", () => {
    const same = Array.from({ length: 10 }, (_, i) => label({ user: "loud", passage: `p${i}` }));
    const others = Array.from({ length: 20 }, (_, i) => label({ user: `u${i}`, query: `q${i}` }));
    expect(weightOf(limitUsers([...same, ...others], (one) => one.query), "loud")).toBeLessThanOrEqual(3);
    const reviewed = same.map((one) => ({ ...one, source: "review" as const }));
    expect(weightOf(limitUsers([...reviewed, ...others], (one) => one.query), "loud")).toBe(10);
  });

  it("leaves a lone person's labels alone but for the subject", () => {
    const own = Array.from({ length: 10 }, (_, i) => label({ user: "only", query: `q${i}` }));
    expect(limitUsers(own, (one) => one.query)).toEqual(own);
  });
});

describe("alarms", () => {
  it("names a flood and a contradiction, nobody else", () => {
    const crowd = Array.from({ length: 10 }, (_, u) => Array.from({ length: 10 }, (__, i) => label({ user: `u${u}`, query: `q${i}` }))).flat();
    const against = Array.from({ length: 10 }, (_, i) => label({ user: "against", query: `q${i}`, relevance: 0 }));
    const flood = Array.from({ length: 80 }, (_, i) => label({ user: "loud", query: `f${i}` }));
    expect(findAlarms([...crowd, ...against, ...flood]).map(({ user, kind }) => [user, kind])).toEqual([["against", "contradicts"], ["loud", "flood"]]);
    expect(findAlarms(crowd)).toEqual([]);
  });
});
