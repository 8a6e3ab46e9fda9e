/**
 * @file Rulesets: readable source, checked like code; a version tells two rulesets with other numbers apart.
 */
import { describe, expect, it } from "vitest";
import { BASE_RULESET, BASE_RULESET_SOURCE } from "./base-ruleset";
import { parseRuleset, rulesetVersion } from "./ruleset";

const changed = (from: string, to: string): string => {
  expect(BASE_RULESET_SOURCE).toContain(from);
  return BASE_RULESET_SOURCE.replace(from, to);
};

describe("parseRuleset", () => {
  it("reads comments and commas before a bracket, and leaves strings alone", () => {
    expect(BASE_RULESET.name).toBe("cadre-base");
    expect(() => parseRuleset(changed('"cadre-base"', '"a//b"'))).toThrow(/name: lower-case/);
  });

  it.each([
    ['"metFrom": 0.6', '"metFrom": 1.5', /metFrom/],
    ['"version": 1,', '"version": 1, "bonus": 3,', /bonus/],
    ['"cosineMost": 0.5', '"cosineMost": 0.6', /likeness alone/],
    ['"cosineFull": 0.9', '"cosineFull": 0.5', /must lie above/],
    ['"verified": 0.95', '"verified": 0.5', /must not be less than stated/],
    ['"must": 60, "nice": 25', '"must": 600, "nice": 25', /suggestedWeights\.skill\.must/],
    ['"name"', "name", /not JSON with comments/],
  ])("names what is wrong: %s → %s", (from, to, message) => {
    expect(() => parseRuleset(changed(from, to))).toThrow(message);
  });

  it("gives another version to other numbers, the same to other comments", () => {
    expect(rulesetVersion(parseRuleset(changed('"stated": 0.85', '"stated": 0.8')))).not.toBe(rulesetVersion(BASE_RULESET));
    expect(rulesetVersion(parseRuleset(`// mine\n${BASE_RULESET_SOURCE}`))).toBe(rulesetVersion(BASE_RULESET));
    expect(rulesetVersion(BASE_RULESET)).toMatch(/^cadre-base@1\+[0-9a-f]{12}$/);
  });
});
