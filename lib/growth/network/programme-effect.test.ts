/**
 * @file The comparison finds an effect that was put in, none where there is none, and takes out a difference that was
 * there before.
 */
import { describe, expect, it } from "vitest";
import { createRng } from "../../core/rng";
import { programmeEffect, type Person } from "./programme-effect";

/** Older people take part more often and earn more by age alone. */
function company(effect: number, seed: number): Person[] {
  const random = createRng(seed);
  return Array.from({ length: 240 }, (): Person => {
    const years = random() * 20;
    const took = random() < 0.1 + years / 40;
    return { took, before: { years }, exact: random() < 0.5 ? "Leeds" : "Suzhou", outcome: 0.2 * years + (took ? effect : 0) + (random() - 0.5) };
  });
}

describe("programmeEffect", () => {
  it("finds an effect that is there and balances what was different before", () => {
    const found = programmeEffect(company(1, 3));
    expect(found.low).toBeLessThanOrEqual(1);
    expect(found.high).toBeGreaterThanOrEqual(0.9);
    expect(found.low).toBeGreaterThan(0.5);
    const [years] = found.balance;
    expect(Math.abs(years?.after ?? 1)).toBeLessThan(Math.abs(years?.before ?? 0) / 2);
    expect(found.sentence.en).toContain("does not prove");
  });

  it("claims nothing where there is nothing, though the plain difference is large", () => {
    const people = company(0, 5);
    const found = programmeEffect(people);
    const mean = (took: boolean) => people.filter((p) => p.took === took).reduce((sum, p, _, all) => sum + p.outcome / all.length, 0);
    expect(mean(true) - mean(false)).toBeGreaterThan(0.5);
    expect(Math.abs(found.effect)).toBeLessThan(0.25);
  });

  it("refuses to speak about fewer than five pairs", () => {
    const few = company(1, 3).filter(({ took }, i) => !took || i < 12);
    expect(() => programmeEffect(few.slice(0, 6))).toThrow(/pairs/);
  });
});
