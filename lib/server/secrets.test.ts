import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadSecrets } from "./secrets";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cadre-secrets-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("made once, kept, and for the owner only", () => {
  const file = path.join(folder, "new", "secrets.json");
  const first = loadSecrets(file);
  expect(Buffer.from(first.authSecret, "base64url")).toHaveLength(32);
  expect(loadSecrets(file)).toEqual(first);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(loadSecrets(path.join(folder, "other.json")).authSecret).not.toBe(first.authSecret);
});

test("a file that others may read is made private", () => {
  const file = path.join(folder, "secrets.json");
  loadSecrets(file);
  chmodSync(file, 0o644);
  loadSecrets(file);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test.each(["", "{", '{"authSecret":"short"}', "[]"])("a damaged file (%j) is named, not replaced, and its content not repeated", (text) => {
  const file = path.join(folder, "secrets.json");
  writeFileSync(file, text);
  expect(() => loadSecrets(file)).toThrow(expect.objectContaining({ code: "config/invalid", message: expect.stringContaining(file) as string, cause: undefined }));
  expect(readFileSync(file, "utf8")).toBe(text);
});
