/**
 * @file Two looks on different days: an attacker who knows who joined, left or changed between them takes one release from
 * the other. What moved moved by k people at least; one person alone moves nothing, and waits for four more.
 */
import { describe, expect, it } from "vitest";
import { createRng } from "../../core/rng";
import { heatMapOf } from "./heat-map";
import { changedPeople, nextRelease, releaseDay, type ReleaseUnits } from "./release";

const K = 5;
const DAY_MS = 86_400_000;
type Company = Map<string, { group: string; level: number }>;

const options = { k: K, empty: () => ({ people: 0, sum: 0 }), isNew: () => false };

function unitsOf(company: Company): ReleaseUnits<{ people: number; sum: number }> {
  const units: Record<string, { value: { people: number; sum: number }; marks: string[] }> = {};
  const add = (key: string, mark: string, level: number) => {
    const unit = (units[key] ??= { value: { people: 0, sum: 0 }, marks: [] });
    unit.value = { people: unit.value.people + 1, sum: unit.value.sum + level };
    unit.marks.push(mark);
  };
  for (const [id, { group, level }] of company) {
    add(`members ${group}`, id, 0);
    if (level > 0) add(`heat ${group}`, `${id} ${level}`, level);
  }
  return units;
}

function shown(units: ReleaseUnits<{ people: number; sum: number }>) {
  const sizes = new Map(Object.entries(units).flatMap(([key, { value }]) => (key.startsWith("members ") ? [[key.slice(8), value.people] as const] : [])));
  return heatMapOf({ sizes, count: (group) => units[`heat ${group}`]?.value ?? { people: 0, sum: 0 } }, ["x"], K).cells;
}

function randomCompany(random: () => number): Company {
  return new Map(Array.from({ length: 30 + Math.floor(random() * 60) }, (_, i) => [`p${i}`, { group: `g${Math.floor(random() * 5)}`, level: random() < 0.6 ? 1 + Math.floor(random() * 4) : 0 }]));
}

/** One person joins, leaves, moves or learns; returns their id. */
function oneChange(company: Company, random: () => number, step: number): void {
  const ids = [...company.keys()];
  const id = ids[Math.floor(random() * ids.length)] ?? "p0";
  const kind = Math.floor(random() * 4);
  const person = company.get(id) ?? { group: "g0", level: 0 };
  if (kind === 0) company.set(`new${step}`, { group: `g${Math.floor(random() * 5)}`, level: 1 + Math.floor(random() * 4) });
  else if (kind === 1) company.delete(id);
  else if (kind === 2) company.set(id, { ...person, group: `g${Math.floor(random() * 5)}` });
  else company.set(id, { ...person, level: (person.level + 1) % 5 });
}

describe("an attacker who takes one look from another", () => {
  it("sees nothing of one to four people who changed, on 200 random companies", () => {
    let tipped = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const random = createRng(seed);
      const company = randomCompany(random);
      const first = nextRelease(null, unitsOf(company), options);
      const truth = JSON.stringify(shown(first));
      for (let i = 0; i < 1 + (seed % (K - 1)); i++) oneChange(company, random, i);
      // Without the release the same looks would differ: the attack is a real one.
      if (JSON.stringify(shown(unitsOf(company))) !== truth) tipped++;
      expect(JSON.stringify(shown(nextRelease(first, unitsOf(company), options))), `seed ${seed}`).toBe(truth);
    }
    expect(tipped).toBeGreaterThan(100);
  });

  it("over a year of weekly looks, every figure that moves has k changed people behind it", () => {
    let moved = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const random = createRng(1000 + seed);
      const company = randomCompany(random);
      let release = nextRelease(null, unitsOf(company), options);
      for (let week = 0; week < 52; week++) {
        oneChange(company, random, week);
        const next = nextRelease(release, unitsOf(company), options);
        for (const [key, unit] of Object.entries(next)) {
          const before = release[key] ?? { value: { people: 0, sum: 0 }, marks: [] };
          if (JSON.stringify(before.value) === JSON.stringify(unit.value)) continue;
          moved++;
          expect(changedPeople(before.marks, unit.marks)).toBeGreaterThanOrEqual(K);
        }
        release = next;
      }
    }
    expect(moved).toBeGreaterThan(20);
  });

  it("cannot reset a figure by taking it away and bringing it back", () => {
    const six = { x: { value: { people: 6, sum: 6 }, marks: ["a", "b", "c", "d", "e", "f"] } };
    const gone = nextRelease(six, {}, options);
    expect(gone["x"]?.value.people).toBe(0);
    const back = nextRelease(gone, { x: { value: { people: 4, sum: 4 }, marks: ["a", "b", "c", "d"] } }, options);
    expect(back["x"]?.value.people).toBe(0);
    expect(nextRelease(six, { x: { value: { people: 7, sum: 7 }, marks: ["a", "b", "c", "d", "e", "f", "g"] } }, options)["x"]?.value.people).toBe(6);
  });
});

describe("changedPeople", () => {
  it("counts one who changed once, and never more people than there were", () => {
    expect(changedPeople(["a 1", "b 2"], ["a 2", "b 2"])).toBe(1);
    expect(changedPeople(["a", "b", "c"], ["d", "e", "f"])).toBe(3);
    expect(changedPeople([], ["a"])).toBe(1);
  });
});

describe("releaseDay", () => {
  it("is the Monday before, the same all week", () => {
    const monday = Date.UTC(2026, 10, 23);
    expect([releaseDay(monday - 1), releaseDay(monday), releaseDay(monday + 7 * DAY_MS - 1), releaseDay(monday + 7 * DAY_MS)]).toEqual(["2026-11-16", "2026-11-23", "2026-11-23", "2026-11-30"]);
  });
});
