/**
 * @file Likeness of occupations on a small made-up table: reading, each likeness, weights fitted on some rows.
 */
import { describe, expect, it } from "vitest";
import { best, fitWeights, rowQuality, standardise, symmetric } from "./fuse";
import { readRelated, readTasks } from "./read-onet";
import { centredMatrix, pooledMatrix, taskMatchMatrix } from "./vector-likeness";
import { bm25Matrix, cosineMatrix, type Matrix } from "./word-likeness";

const TEXTS = [["Repair water pumps.", "Weld pipes."], ["Repair pumps and pipes."], ["Teach reading to children."]];
const vector = (...values: number[]) => Float32Array.from(values.map((value) => value / Math.hypot(...values)));

describe("reading O*NET's tables", () => {
  it("groups tasks by occupation and gives gains by tier", () => {
    const tasks = readTasks('\uFEFFO*NET-SOC Code,Title,Task Title\n1,A,"Do this, and that."\n1,A,More.\n2,B,Other.\n');
    expect(tasks).toEqual([{ code: "1", title: "A", tasks: ["Do this, and that.", "More."] }, { code: "2", title: "B", tasks: ["Other."] }]);
    const related = readRelated("O*NET-SOC Code,Related O*NET-SOC Code,Relatedness Tier\n1,2,Primary-Short\n1,3,Supplemental\n");
    expect([...(related.get("1") ?? [])]).toEqual([["2", 3], ["3", 1]]);
  });

  it("names missing columns and unknown tiers", () => {
    expect(() => readTasks("Code,Text\n1,x\n")).toThrow(/O\*NET-SOC Code/);
    expect(() => readRelated("O*NET-SOC Code,Related O*NET-SOC Code,Relatedness Tier\n1,2,Close\n")).toThrow(/Close/);
  });
});

describe("likenesses", () => {
  const first = (matrix: Matrix) => best(matrix[0] ?? new Float64Array(), 0, 2);

  it("by words put the other repairer first", () => {
    expect(first(bm25Matrix(TEXTS))).toEqual([1, 2]);
    expect(first(cosineMatrix(TEXTS))).toEqual([1, 2]);
  });

  it("by vectors as well, also when all share a direction; one common task is found task by task", () => {
    const tasks = [[vector(1, 0, 5), vector(0, 1, 5)], [vector(1, 0.1, 5)], [vector(-1, -1, 5)]];
    expect(first(pooledMatrix(tasks))).toEqual([1, 2]);
    expect(first(centredMatrix(tasks, 1))).toEqual([1, 2]);
    const match = taskMatchMatrix(tasks, [[1, 2], [0, 2], [0, 1]]);
    expect(match[0]?.[1]).toBeGreaterThan(match[0]?.[2] ?? 1);
    expect(match[0]?.[1]).toBeCloseTo(match[1]?.[0] ?? 0, 12);
  });

  it("are made comparable, both ways, and weighted by what helps", () => {
    const noise: Matrix = [Float64Array.of(0, 5, 1), Float64Array.of(1, 0, 5), Float64Array.of(5, 1, 0)];
    const good: Matrix = [Float64Array.of(0, 1, 9), Float64Array.of(9, 0, 1), Float64Array.of(1, 2, 0)];
    const gains = new Map([[0, new Map([[2, 3]])], [1, new Map([[0, 3]])]]);
    const weights = fitWeights([standardise(noise), standardise(good)], { gains, size: 3 }, [0, 1]);
    expect(weights[1]).toBeGreaterThan(1);
    expect(rowQuality(good[0] ?? new Float64Array(), 0, gains.get(0) ?? new Map<number, number>())).toBe(1);
    expect(rowQuality(noise[0] ?? new Float64Array(), 0, gains.get(0) ?? new Map<number, number>())).toBeCloseTo(1 / Math.log2(3), 9);
    expect(symmetric(good)[0]?.[2]).toBe(symmetric(good)[2]?.[0]);
  });
});
