/**
 * @file SHA-256 of bytes or text, as lower-case hex.
 */
import { createHash } from "node:crypto";

/** @returns 64 lower-case hex digits */
export function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}
