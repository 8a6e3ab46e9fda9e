/**
 * @file New ids: UUID version 7 (time-ordered, so rows created together lie together).
 */
import { randomBytes } from "node:crypto";

/**
 * @param nowMs milliseconds since 1970, < 2^48
 * @returns a lower-case UUID v7; the caller names its brand: `newId<DocumentId>()`
 * @source RFC 9562, section 5.7
 */
export function newId<T extends string>(nowMs: number = Date.now()): T {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(nowMs, 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-") as T;
}
