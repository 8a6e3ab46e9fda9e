import { expect, test } from "vitest";
import { coarseAddress } from "./coarse-address";

test.each([
  ["192.0.2.77", "192.0.2.0/24"],
  ["192.0.2.77:51234", "192.0.2.0/24"],
  ["127.0.0.1", "this machine"],
  ["127.8.9.1", "this machine"],
  ["::1", "this machine"],
  ["::ffff:127.0.0.1", "this machine"],
  ["::ffff:198.51.100.4", "198.51.100.0/24"],
  ["2001:db8:12:3456::77", "2001:db8:12::/48"],
  ["[2001:db8:12:3456::77]:443", "2001:db8:12::/48"],
  ["2001:0DB8:0012:0:0:0:0:1", "2001:db8:12::/48"],
  ["2001:db8::1", "2001:db8:0::/48"],
  ["fe80::1%eth0", "fe80:0:0::/48"],
  ["64:ff9b::192.0.2.33", "64:ff9b:0::/48"],
  ["::", "::/48"],
])("%s → %s", (address, network) => {
  expect(coarseAddress(address)).toBe(network);
});

test("what is no address is not kept, whatever a client wrote into the header", () => {
  for (const bad of [null, "", " ", "unknown", "Ada Lovelace", "999.1.1.1", "<script>", "1.2.3", "1.2.3.4.5"]) expect(coarseAddress(bad)).toBeNull();
});
