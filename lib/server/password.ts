/**
 * @file Passwords: scrypt, stored as `scrypt$N$r$p$salt$hash` (salt and hash base64url).
 * At most two run at once: each takes 128 MiB and a third of a second of one core.
 */
import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

export interface ScryptCost {
  /** CPU and memory cost, a power of two. */
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** @source OWASP Password Storage Cheat Sheet: scrypt N=2^17, r=8, p=1 (128 MiB) */
export const SCRYPT_COST: ScryptCost = { N: 2 ** 17, r: 8, p: 1 };

/** Stored for an account without a password: no hash, so nothing matches it. */
export const NO_PASSWORD = "none";

const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** Stored parameters beyond this are refused: a row that was tampered with must not hang the server. */
const MAX_MEMORY_BYTES = 512 * 1024 * 1024;
const MAX_AT_ONCE = 2;

/** @param cost tests pass a lower N; anything else leaves it out */
export async function hashPassword(password: string, cost: ScryptCost = SCRYPT_COST): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(password, salt, cost);
  return ["scrypt", cost.N, cost.r, cost.p, salt.toString("base64url"), hash.toString("base64url")].join("$");
}

/**
 * Compares in constant time.
 *
 * @param stored null when there is no such account: the same work is done and the result is false, so that the time
 *   taken does not tell which e-mail addresses have accounts
 * @param cost the cost of the work done for a missing account
 */
export async function verifyPassword(password: string, stored: string | null, cost: ScryptCost = SCRYPT_COST): Promise<boolean> {
  const parsed = stored === null ? null : parse(stored);
  const { salt, hash } = parsed ?? { salt: Buffer.alloc(SALT_BYTES), hash: Buffer.alloc(HASH_BYTES) };
  const derived = await derive(password, salt, parsed?.cost ?? cost);
  return timingSafeEqual(derived, hash) && parsed !== null;
}

/** @returns null for anything that `hashPassword` does not write */
function parse(stored: string): { cost: ScryptCost; salt: Buffer; hash: Buffer } | null {
  const match = /^scrypt\$(\d{1,8})\$(\d{1,3})\$(\d{1,3})\$([\w-]{16,86})\$([\w-]{43})$/.exec(stored);
  if (match === null) return null;
  const [N, r, p] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const sane = N >= 2 && (N & (N - 1)) === 0 && r >= 1 && p >= 1 && memoryBytes({ N, r, p }) <= MAX_MEMORY_BYTES && p <= 16;
  if (!sane) return null;
  return { cost: { N, r, p }, salt: Buffer.from(match[4] ?? "", "base64url"), hash: Buffer.from(match[5] ?? "", "base64url") };
}

/** @source RFC 7914, section 2: 128 · N · r bytes, and 128 · r · p for the blocks */
function memoryBytes({ N, r, p }: ScryptCost): number {
  return 128 * N * r + 128 * r * p;
}

let running = 0;
const waiting: (() => void)[] = [];

async function derive(password: string, salt: Buffer, cost: ScryptCost): Promise<Buffer> {
  // The place of one that ends is handed on to the next in line, so `running` never exceeds the limit.
  if (running >= MAX_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      // Node counts a little above 128·N·r against maxmem.
      const options = { ...cost, maxmem: memoryBytes(cost) + 1024 * 1024 };
      // One spelling per character: the same password typed on another keyboard or system gives the same bytes.
      scrypt(password.normalize("NFKC"), salt, HASH_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)));
    });
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}
