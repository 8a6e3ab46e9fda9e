/**
 * @file The shipped page-kind model on invented pages that training never saw, and that its drawing follows the seed.
 */
import path from "node:path";
import { describe, expect, it } from "vitest";
import { createExecutor } from "../../runtime/executor";
import { openPageKinds, PAGE_KINDS } from "./page-kinds";
import { inventPages } from "./train/invented-pages";

describe("the shipped page-kind model", () => {
  it("tells invented pages apart", async () => {
    const kinds = await openPageKinds(path.resolve(import.meta.dirname, "../../../models"), await createExecutor({ threads: 1 }));
    const pages = inventPages(8, 4_242);
    let right = 0;
    for (const { kind, ink } of pages) {
      const shares = await kinds.of(ink);
      expect(PAGE_KINDS.reduce((sum, name) => sum + shares[name], 0)).toBeCloseTo(1, 5);
      if (PAGE_KINDS.every((name) => shares[name] <= shares[kind])) right++;
    }
    await kinds.close();
    expect(right / pages.length).toBeGreaterThan(0.9);
  });

  it("is trained on pages that follow from the seed", () => {
    const [a, b, c] = [inventPages(1, 5), inventPages(1, 5), inventPages(1, 6)];
    expect(a.map(({ ink }) => ink)).toEqual(b.map(({ ink }) => ink));
    expect(a[0]?.ink).not.toEqual(c[0]?.ink);
    expect(a.map(({ kind }) => kind)).toEqual([...PAGE_KINDS]);
  });
});
