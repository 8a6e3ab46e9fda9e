/**
 * @file Canonical JSON: the same value always gives the same text, whatever the order its keys were written in, so that
 * it can be hashed. For small values of strings, whole numbers, booleans, null, arrays and plain objects.
 */
import { invariant } from "./invariant";

export type CanonicalValue = string | number | boolean | null | readonly CanonicalValue[] | { readonly [key: string]: CanonicalValue };

/**
 * Keys sorted by UTF-16 code units at every level, no white space, strings as JSON.stringify writes them.
 *
 * @param value numbers must be whole and within ±(2^53 − 1): a fraction's text differs between databases
 * @throws on other numbers (a programming error)
 * @source RFC 8785 (JSON Canonicalization Scheme), of which this is the part without fractions
 */
export function canonicalJson(value: CanonicalValue): string {
  if (typeof value === "number") {
    invariant(Number.isSafeInteger(value), () => `canonical JSON takes whole numbers only, got ${value}`);
    return String(value);
  }
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(",")}}`;
}

const isList = (value: object): value is readonly CanonicalValue[] => Array.isArray(value);
