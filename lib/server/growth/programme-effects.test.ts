/** @file Programmes beside colleagues alike: an effect that is there shows, too few show nothing, dropped plans do not count. */
import { describe, expect, it } from "vitest";
import { programmeEffects, type CountedPlan } from "./programme-effects";

const NOW = Date.UTC(2027, 5, 1);
const PROGRAMMES = [{ id: "ai", title: { en: "AI literacy", zh: "AI 素养" } }, { id: "unused", title: { en: "Unused", zh: "未用" } }];

/** One skill from 0 to 2; the course lifts it whole. */
function plan(n: number, changes: { programme: string | null; status?: "active" | "dropped" }): CountedPlan {
  const item = { skillId: "sql", any: ["sql"], have: 0 as const, needed: 2 as const, importance: 1, mustHave: false, state: "missing" as const, reason: { en: "", zh: "" }, evidence: [], near: null, source: null };
  const ref = { kind: "text" as const, id: null, text: "SQL" };
  return {
    site: n % 2 === 0 ? "Leeds" : "Rotterdam",
    plan: {
      id: `p${n}`, employeeId: `e${n}`, programme: changes.programme, status: changes.status ?? "active", createdAt: new Date(NOW - (90 + (n % 8)) * 86_400_000),
      request: { hoursPerWeek: 3, deadline: "2027-09-01", budget: null, languages: ["en"], anySite: false, online: false, aim: "most" },
      gap: { target: { ref, title: { en: "SQL", zh: "SQL" }, documentId: null }, items: [item], coverage: 0, names: {}, unclear: null, meant: null },
      plan: { aim: "most", coverageBefore: 0, coverageAfter: 1, hours: 10, price: { amount: 0, currency: "EUR" }, finish: "2027-05-01", open: [], relativeGap: 0, steps: [{ courseId: "sql-course", kind: "course", order: 1, start: "2027-04-01", end: "2027-05-01", hours: 10, price: 0, reason: { en: "", zh: "" }, session: null, lifts: [{ skillId: "sql", from: 0, to: 2 }], neededBy: [] }] },
    },
  };
}
const done = (n: number) => ({ planId: `p${n}`, courseId: "sql-course", status: "done" as const });
const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

describe("programmeEffects", () => {
  it("shows how much further the people of a programme are than colleagues like them, in steps", () => {
    const plans = [...numbers(0, 8).map((n) => plan(n, { programme: "ai" })), ...numbers(8, 18).map((n) => plan(n, { programme: null }))];
    const steps = [...numbers(0, 8).map(done), ...numbers(8, 10).map(done)];
    const [ai, ...others] = programmeEffects({ plans, steps, programmes: PROGRAMMES, now: NOW });
    expect(others).toEqual([{ id: "unused", title: PROGRAMMES[1]?.title, participants: 0, effect: null }]);
    expect(ai).toMatchObject({ id: "ai", participants: 5, effect: { pairs: 5 } });
    expect(ai?.effect?.points).toBeGreaterThanOrEqual(50);
    expect((ai?.effect?.points ?? 1) % 5).toBe(0);
    expect(ai?.effect?.low).toBeGreaterThan(0);
  });

  it("shows nothing of fewer than five pairs, and counts no plan that was let go", () => {
    const few = [...numbers(0, 4).map((n) => plan(n, { programme: "ai" })), ...numbers(8, 18).map((n) => plan(n, { programme: null }))];
    expect(programmeEffects({ plans: few, steps: [], programmes: PROGRAMMES, now: NOW })).toMatchObject([{ participants: 0, effect: null }, { effect: null }]);
    const dropped = numbers(0, 8).map((n) => plan(n, { programme: "ai", status: "dropped" }));
    expect(programmeEffects({ plans: dropped, steps: [], programmes: PROGRAMMES, now: NOW })).toMatchObject([{ participants: 0, effect: null }, { effect: null }]);
  });
});
