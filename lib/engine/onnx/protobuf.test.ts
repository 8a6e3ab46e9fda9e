/**
 * @file The wire codec: known bytes, any message there and back, broken input refused.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytesField, decodeMessage, encodeMessage, encodeVarint, intField, intsOf, messagesOf, textField, textsOf, type WireField } from "./protobuf";

describe("wire format", () => {
  it("writes the examples of the encoding guide", () => {
    // protobuf.dev: field 1 = 150 is 08 96 01; field 2 = "testing" is 12 07 74 65 73 74 69 6e 67.
    expect([...encodeMessage([intField(1, 150)])]).toEqual([0x08, 0x96, 0x01]);
    expect([...encodeMessage([textField(2, "testing")])]).toEqual([0x12, 0x07, 0x74, 0x65, 0x73, 0x74, 0x69, 0x6e, 0x67]);
    expect([...encodeVarint(-1n)]).toEqual([255, 255, 255, 255, 255, 255, 255, 255, 255, 1]);
  });

  it("reads integers packed or not", () => {
    const packed = bytesField(1, Uint8Array.from([0x96, 0x01, 0x02]));
    expect(intsOf([packed, intField(1, 7), intField(2, 9)], 1)).toEqual([150, 2, 7]);
  });

  it("gives any message back, unknown fields included", () => {
    const bytes = fc.uint8Array({ maxLength: 40 });
    const field = fc.oneof(
      fc.record({ number: fc.integer({ min: 1, max: 5000 }), value: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), wire: fc.constant(0 as const) }),
      fc.record({ number: fc.integer({ min: 1, max: 5000 }), value: bytes, wire: fc.constant(2 as const) }),
      fc.record({ number: fc.integer({ min: 1, max: 5000 }), value: fc.uint8Array({ minLength: 4, maxLength: 4 }), wire: fc.constant(5 as const) }),
      fc.record({ number: fc.integer({ min: 1, max: 5000 }), value: fc.uint8Array({ minLength: 8, maxLength: 8 }), wire: fc.constant(1 as const) }),
    );
    fc.assert(
      fc.property(fc.array(field, { maxLength: 12 }), (fields: WireField[]) => {
        expect(decodeMessage(encodeMessage(fields))).toEqual(fields);
      }),
      { seed: 6 },
    );
  });

  it("picks texts and messages by field number", () => {
    const fields = [textField(3, "a"), textField(4, "b"), textField(3, "c"), intField(3, 1)];
    expect(textsOf(fields, 3)).toEqual(["a", "c"]);
    expect(messagesOf(fields, 4).length).toBe(1);
  });

  it.each([[[0x0a, 0x05, 0x61]], [[0x08, 0x80]], [[0x0b]], [[0x0d, 0x01]]])("refuses %j", (bytes) => {
    expect(() => decodeMessage(Uint8Array.from(bytes))).toThrow(expect.objectContaining({ code: "model/unsupported" }));
  });
});
