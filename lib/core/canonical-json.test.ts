import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson, type CanonicalValue } from "./canonical-json";

test("keys are sorted at every level, and the text is that of RFC 8785", () => {
  expect(canonicalJson({ b: [1, { z: null, a: true }], a: "é\n\"", "1": -0 })).toBe('{"1":0,"a":"é\\n\\"","b":[1,{"a":true,"z":null}]}');
  // Code units, not code points: U+1F600 (D83D…) sorts before U+FB33.
  expect(canonicalJson({ "\uFB33": 1, "😀": 2, "\u20AC": 3, "\r": 4 })).toBe('{"\\r":4,"€":3,"😀":2,"\uFB33":1}');
});

test("fractions and what is too large are refused", () => {
  for (const bad of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) expect(() => canonicalJson([bad])).toThrow(/whole numbers/);
});

test("the order in which keys were written changes nothing, any value does", () => {
  const { value } = fc.letrec<{ value: CanonicalValue }>((tie) => ({
    value: fc.oneof({ depthSize: "small" }, fc.string(), fc.maxSafeInteger(), fc.boolean(), fc.constant(null), fc.array(tie("value")), fc.dictionary(fc.string(), tie("value"))),
  }));
  const shuffled = (each: CanonicalValue): CanonicalValue =>
    each === null || typeof each !== "object" ? each : Array.isArray(each) ? each.map(shuffled) : Object.fromEntries(Object.entries(each).reverse().map(([key, member]) => [key, shuffled(member)]));
  fc.assert(
    fc.property(value, (each) => {
      expect(canonicalJson(shuffled(each))).toBe(canonicalJson(each));
      expect(JSON.parse(canonicalJson(each))).toEqual(JSON.parse(JSON.stringify(each)));
    }),
  );
});
