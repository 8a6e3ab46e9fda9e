/**
 * @file safetensors: the round trip, bytes written by hand after the format's description, broken files, and the
 * file name on disk. Weights of a real model: hub-weights.slow.test.ts.
 */
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NamedTensors } from "../engine/named-tensors";
import { formatSafetensors, parseSafetensors, readSafetensors, writeSafetensors, type StoredType } from "./safetensors";

const join8 = (parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const write = (tensors: NamedTensors, dtype: StoredType): Uint8Array => join8(formatSafetensors(tensors, { dtype }));

/** A file made by hand: header as given, then the data. */
function file(header: unknown, data: Uint8Array = new Uint8Array()): Uint8Array {
  const json = Buffer.from(typeof header === "string" ? header : JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));
  return join8([length, json, data]);
}

const floats = fc.float({ noNaN: true, noDefaultInfinity: true });
const tensor = fc
  .array(fc.integer({ min: 0, max: 4 }), { maxLength: 3 })
  .chain((dims) => {
    const count = dims.reduce((product, dim) => product * dim, 1);
    return fc.array(floats, { minLength: count, maxLength: count }).map((values) => ({ dims, data: Float32Array.from(values) }));
  });
const tensors = fc.dictionary(fc.string({ minLength: 1, unit: "grapheme" }).filter((name) => name !== "__metadata__"), tensor);

describe("round trip", () => {
  it("gives every float back bit for bit, in any order, with the same bytes", () => {
    fc.assert(
      fc.property(tensors, (record) => {
        const entries = Object.entries(record);
        const bytes = write(new Map(entries), "F32");
        const back = parseSafetensors(bytes, "x").tensors;
        expect(Object.fromEntries(back)).toEqual(Object.fromEntries(entries));
        expect(Buffer.compare(bytes, write(new Map(entries.reverse()), "F32"))).toBe(0);
      }),
      { seed: 4, numRuns: 60 },
    );
  });

  it("rounds to fp16 once: what was read is written unchanged", () => {
    const values = Float32Array.of(0, -0, 1, -1 / 3, 65504, 1e-7, 0.1);
    const first = parseSafetensors(write(new Map([["w", { dims: [7], data: values }]]), "F16"), "x").tensors;
    expect([...(first.get("w")?.data ?? [])]).toEqual([0, -0, 1, -0.333251953125, 65504, 2 * 2 ** -24, 0.0999755859375]);
    expect(parseSafetensors(write(first, "F16"), "x").tensors).toEqual(first);
  });
});

describe("reading", () => {
  it("reads the hub's types, from any offset, and names what it leaves", () => {
    const data = Uint8Array.from([7, 0x80, 0x3f, 0, 0x3c, 0, 0, 0x20, 0x40, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xf8, 0x3f]);
    const bytes = file({ __metadata__: { format: "pt" }, flags: { dtype: "U8", shape: [1], data_offsets: [0, 1] }, brain: { dtype: "BF16", shape: [1], data_offsets: [1, 3] }, half: { dtype: "F16", shape: [1, 1], data_offsets: [3, 5] }, single: { dtype: "F32", shape: [], data_offsets: [5, 9] }, ids: { dtype: "I64", shape: [1], data_offsets: [9, 17] }, double: { dtype: "F64", shape: [1], data_offsets: [17, 25] } }, data);
    const { tensors, types, metadata } = parseSafetensors(bytes, "x");
    expect(Object.fromEntries([...tensors].map(([name, { dims, data: values }]) => [name, [dims, ...values]]))).toEqual({ brain: [[1], 1], half: [[1, 1], 1], single: [[], 2.5], double: [[1], 1.5] });
    expect(Object.fromEntries(types)).toEqual({ flags: "U8", brain: "BF16", half: "F16", single: "F32", ids: "I64", double: "F64" });
    expect(metadata).toEqual({ format: "pt" });
  });

  const one = { dtype: "F32", shape: [1], data_offsets: [0, 4] };
  it.each<[string, Uint8Array, RegExp]>([
    ["too short", new Uint8Array(5), /5 bytes, fewer than/],
    ["a page instead of a model", new TextEncoder().encode("<!doctype html><html>not found</html>"), /header claims/],
    ["a header past the end", file({}).subarray(0, 9), /goes past the end/],
    ["no JSON", file("{ nope"), /not valid JSON/],
    ["no object", file("[]"), /not a JSON object/],
    ["an unknown type", file({ w: { ...one, dtype: "Q4" } }, new Uint8Array(4)), /"w" has the unknown type "Q4"/],
    ["an inherited name as type", file({ w: { ...one, dtype: "toString" } }, new Uint8Array(4)), /unknown type/],
    ["negative sizes", file({ w: { ...one, shape: [-1] } }, new Uint8Array(4)), /sizes \[-1\]/],
    ["offsets backwards", file({ w: { ...one, data_offsets: [4, 0] } }, new Uint8Array(4)), /offsets \[4,0\]/],
    ["sizes that disagree", file({ w: { ...one, shape: [2] } }, new Uint8Array(4)), /needs 8 bytes, its offsets give 4/],
    ["cut data", file({ w: one }, new Uint8Array(3)), /take 4 bytes, the file holds 3/],
    ["data behind the end", file({ w: one }, new Uint8Array(5)), /take 4 bytes, the file holds 5/],
    ["a hole", file({ w: { ...one, data_offsets: [4, 8] } }, new Uint8Array(8)), /"w" starts at byte 4, after a hole/],
    ["shared bytes", file({ v: one, w: one }, new Uint8Array(4)), /inside another/],
    ["metadata that is no text", file({ __metadata__: { a: 1 } }), /__metadata__/],
  ])("refuses %s", (_, bytes, fault) => {
    expect(() => parseSafetensors(bytes, "some.safetensors")).toThrow(fault);
    expect(() => parseSafetensors(bytes, "some.safetensors")).toThrow(/^some\.safetensors .*again\.$/);
  });
});

describe("writing", () => {
  it("aligns the data and says that the layout is PyTorch's", () => {
    const bytes = write(new Map([["w", { dims: [1], data: Float32Array.of(1) }]]), "F32");
    const length = Number(Buffer.from(bytes).readBigUInt64LE());
    expect(length % 8).toBe(0);
    expect(JSON.parse(Buffer.from(bytes.subarray(8, 8 + length)).toString())).toEqual({ __metadata__: { format: "pt" }, w: { dtype: "F32", shape: [1], data_offsets: [0, 4] } });
  });

  it("stores each tensor as asked, wide numbers first", () => {
    const tensors: NamedTensors = new Map([["a", { dims: [1, 1], data: Float32Array.of(0.1) }], ["b", { dims: [1], data: Float32Array.of(0.1) }]]);
    const bytes = join8(formatSafetensors(tensors, { dtype: ({ dims }) => (dims.length > 1 ? "F16" : "F32") }));
    const back = parseSafetensors(bytes, "x");
    expect([...back.types]).toEqual([["b", "F32"], ["a", "F16"]]);
    expect([back.tensors.get("a")?.data[0], back.tensors.get("b")?.data[0]]).toEqual([0.0999755859375, Math.fround(0.1)]);
  });

  it("refuses data of another size and values that fp16 cannot hold", () => {
    expect(() => write(new Map([["w", { dims: [2, 2], data: new Float32Array(3) }]]), "F32")).toThrow(/"w" has 3 values.*ask for 4/);
    expect(() => write(new Map([["w", { dims: [2], data: Float32Array.of(1, -7e4) }]]), "F16")).toThrow(/-70000 at 1.*fp32/);
  });

  it("replaces a file whole and leaves nothing beside it", async () => {
    const folder = await mkdtemp(join(tmpdir(), "cadre-safetensors-"));
    const target = join(folder, "deep/model.safetensors");
    for (const value of [1, 2]) await writeSafetensors(target, new Map([["w", { dims: [1], data: Float32Array.of(value) }]]), { dtype: "F16" });
    expect((await readSafetensors(target)).tensors.get("w")?.data[0]).toBe(2);
    expect(await readdir(join(folder, "deep"))).toEqual(["model.safetensors"]);
    expect(Buffer.compare(await readFile(target), write((await readSafetensors(target)).tensors, "F16"))).toBe(0);
    await rm(folder, { recursive: true });
    await expect(readSafetensors(target)).rejects.toMatchObject({ code: "model/not-found" });
  });
});
