/**
 * @file The heat map gives nobody away: no number below k, nor by taking answers from each other, on 200 random
 * companies; and it still shows something.
 */
import { describe, expect, it } from "vitest";
import { createRng } from "../../core/rng";
import { EVERYONE, heatMap, type HeatPerson } from "./heat-map";

const K = 5;

function randomCompany(seed: number): HeatPerson[] {
  const random = createRng(seed);
  const groups = Array.from({ length: 2 + Math.floor(random() * 6) }, (_, i) => ({ name: `g${i}`, size: Math.floor(random() * 25), share: random() }));
  return groups.flatMap(({ name, size, share }) => Array.from({ length: size }, (): HeatPerson => ({ group: name, levels: new Map(random() < share ? [["x", 1 + Math.floor(random() * 4)]] : []) })));
}

const holders = (people: readonly HeatPerson[], groups: readonly string[]) => people.filter(({ group, levels }) => groups.includes(group) && levels.has("x")).length;

describe("heatMap", () => {
  it("shows no number with fewer than k people behind it, nor a difference of two answers", () => {
    let shown = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const people = randomCompany(seed);
      const all = [...new Set(people.map(({ group }) => group))];
      const { cells } = heatMap(people, ["x"], K);
      const open = cells.filter(({ people: count }) => count !== null);
      shown += open.length;
      for (const { group, people: count, meanLevel } of open) {
        const truth = holders(people, group === EVERYONE ? all : [group]);
        expect(truth).toBeGreaterThanOrEqual(K);
        expect((count ?? 0) % K).toBe(0);
        expect((meanLevel ?? 0) * 2).toBe(Math.round((meanLevel ?? 0) * 2));
      }
      if (!open.some(({ group }) => group === EVERYONE)) continue;
      // Whoever knew the exact figures behind everything shown could take the groups from the total: what is left must
      // be nobody's cell and no fewer than k people.
      const hidden = all.filter((group) => !open.some((cell) => cell.group === group));
      if (hidden.length === 0) continue;
      expect(hidden.length, `seed ${seed}`).toBeGreaterThan(1);
      expect(holders(people, hidden), `seed ${seed}`).toBeGreaterThanOrEqual(K);
    }
    expect(shown).toBeGreaterThan(300);
  });

  it("withholds a second group when one alone would follow from the total", () => {
    const group = (name: string, have: number, lack: number): HeatPerson[] => [
      ...Array.from({ length: have }, () => ({ group: name, levels: new Map([["x", 2]]) })),
      ...Array.from({ length: lack }, () => ({ group: name, levels: new Map<string, number>() })),
    ];
    const map = heatMap([...group("a", 12, 0), ...group("b", 7, 3), ...group("c", 2, 9)], ["x"], K);
    const of = (name: string) => map.cells.find((cell) => cell.group === name);
    expect(of("c")?.withheld).toBe("too-few");
    expect(of("b")?.withheld).toBe("protects-another");
    expect(of("a")?.people).toBe(10);
    expect(of(EVERYONE)?.people).toBe(20);
  });

  it("does not tell nobody from four, names no group below k, and takes no smaller k", () => {
    const map = heatMap([{ group: "tiny", levels: new Map([["x", 3]]) }], ["x"], K);
    expect(map.groups).toEqual([EVERYONE]);
    expect(map.cells.every(({ people }) => people === null)).toBe(true);
    expect(() => heatMap([], [], 4)).toThrow(RangeError);
  });
});
