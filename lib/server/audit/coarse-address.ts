/**
 * @file From where, coarsely: enough to tell the office from elsewhere, too little to follow one device.
 */
import { isIP } from "node:net";

/** What lines say that come from the machine Cadre runs on. */
export const THIS_MACHINE = "this machine";

/**
 * @param address as lib/server/client-address.ts gives it; may carry a port or an IPv6 zone
 * @returns the /24 (IPv4) or /48 (IPv6) network in CIDR form, "this machine" for loopback, null for what is no address
 */
export function coarseAddress(address: string | null): string | null {
  const bare = (address ?? "").trim().replace(/^\[(.*)\](:\d+)?$/, "$1").replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1").replace(/%.*$/, "");
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1] ?? bare;
  if (isIP(mapped) === 4) return mapped.startsWith("127.") ? THIS_MACHINE : `${mapped.split(".").slice(0, 3).join(".")}.0/24`;
  if (isIP(mapped) !== 6) return null;
  const groups = expand(mapped);
  if (groups.join(":") === "0:0:0:0:0:0:0:1") return THIS_MACHINE;
  const network = groups.slice(0, 3).join(":");
  return network === "0:0:0" ? "::/48" : `${network}::/48`;
}

/** The eight groups of a valid IPv6 address, without leading zeros; a dotted end becomes two groups. */
function expand(address: string): string[] {
  const plain = address.toLowerCase().replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_all, a: string, b: string, c: string, d: string) => `${(Number(a) * 256 + Number(b)).toString(16)}:${(Number(c) * 256 + Number(d)).toString(16)}`);
  const [left = "", right] = plain.split("::");
  const before = left === "" ? [] : left.split(":");
  const after = right === undefined || right === "" ? [] : right.split(":");
  const zeros = right === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array.from({ length: zeros }, () => "0"), ...after].map((group) => group.replace(/^0+(?=.)/, ""));
}
