/** @file Suggestions follow the marks and name what they rest on; what goes well asks for nothing. */
import { describe, expect, it } from "vitest";
import { suggestActions, type SharedFacts } from "./stay-interview";

const NOTHING: SharedFacts = { shares: false, strengths: [], plan: null };
const ids = (...args: Parameters<typeof suggestActions>) => suggestActions(...args).map(({ id }) => id);

describe("suggestActions", () => {
  it("suggests nothing where all is well, or nothing was marked", () => {
    expect(suggestActions({ energy: "good", leaving: "good" }, NOTHING)).toEqual([]);
    expect(suggestActions({}, NOTHING)).toEqual([]);
  });

  it("puts what needs to change first and rests every suggestion on a mark", () => {
    const suggestions = suggestActions({ energy: "mixed", leaving: "change" }, NOTHING);
    expect(suggestions.map(({ id }) => id)).toEqual(["talk-again", "time-out", "one-task"]);
    expect(suggestions.every(({ because }) => because.length > 0)).toBe(true);
    expect(ids({ leaving: "mixed" }, NOTHING)).toEqual(["talk-again"]);
  });

  it("uses what the person shares, and only that", () => {
    const plan = { title: { en: "Learning partner", zh: "学习伙伴" }, done: 1, of: 4, late: 2 };
    const shared: SharedFacts = { shares: true, strengths: [{ en: "Coaching", zh: "辅导" }], plan };
    const [late] = suggestActions({ growth: "change" }, shared);
    expect(late?.id).toBe("free-time");
    expect(late?.because[1]?.en).toContain("2 late steps");
    expect(ids({ growth: "change" }, { ...shared, plan: { ...plan, late: 0 } })).toEqual(["use-plan"]);
    expect(suggestActions({ growth: "change" }, { ...shared, plan: null })[0]?.because[1]?.en).toContain("no plan is under way");
    expect(suggestActions({ growth: "change", skills: "mixed" }, NOTHING).every(({ because }) => because.length === 1)).toBe(true);
    expect(suggestActions({ skills: "mixed" }, shared)[0]?.because[1]?.zh).toContain("辅导");
  });
});
