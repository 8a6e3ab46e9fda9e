/**
 * @file The network address a request came from, for rate limits and, coarsened, for the audit log.
 */

/**
 * The last entry of X-Forwarded-For: a proxy appends the address it saw, and without a proxy Next writes the
 * socket's. Earlier entries are whatever the client claims. Without a proxy a client can send the header itself and
 * so dodge the limit per address; the limit per e-mail address still holds.
 *
 * @returns null when there is none
 */
export function clientAddress(headers: Headers): string | null {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || null;
}
