import { scryptSync } from "node:crypto";
import { expect, test } from "vitest";
import { hashPassword, verifyPassword } from "./password";

const cheap = { N: 2 ** 4, r: 8, p: 1 };

test("a password matches its own hash and no other", async () => {
  const stored = await hashPassword("correct horse battery", cheap);
  expect(await verifyPassword("correct horse battery", stored)).toBe(true);
  expect(await verifyPassword("correct horse batterY", stored)).toBe(false);
  expect(await verifyPassword("", stored)).toBe(false);
});

test("the stored form is scrypt$N$r$p$salt$hash, and the hash is scrypt's", async () => {
  const stored = await hashPassword("päss wörd 密码", cheap);
  const [name, N, r, p, salt, hash] = stored.split("$");
  expect([name, N, r, p]).toEqual(["scrypt", "16", "8", "1"]);
  const expected = scryptSync("päss wörd 密码".normalize("NFKC"), Buffer.from(salt ?? "", "base64url"), 32, cheap);
  expect(hash).toBe(expected.toString("base64url"));
});

test("the same password gives another hash each time", async () => {
  expect(await hashPassword("one and the same", cheap)).not.toBe(await hashPassword("one and the same", cheap));
});

test("composed and decomposed letters are one password", async () => {
  const stored = await hashPassword("caf\u00e9 terrace", cheap);
  expect(await verifyPassword("cafe\u0301 terrace", stored)).toBe(true);
});

test("no account, a damaged row, and parameters that would hang the server: refused", async () => {
  expect(await verifyPassword("anything at all", null, cheap)).toBe(false);
  expect(await verifyPassword("anything at all", "plain text", cheap)).toBe(false);
  const stored = await hashPassword("anything at all", cheap);
  expect(await verifyPassword("anything at all", stored.replace("$16$", "$15$"), cheap)).toBe(false);
  expect(await verifyPassword("anything at all", stored.replace("$16$", "$67108864$"), cheap)).toBe(false);
});

test("many at once all end, right ones right and wrong ones wrong", async () => {
  const stored = await hashPassword("password number 3", cheap);
  const results = await Promise.all(Array.from({ length: 8 }, (_, i) => verifyPassword(`password number ${i}`, stored)));
  expect(results).toEqual([false, false, false, true, false, false, false, false]);
});
