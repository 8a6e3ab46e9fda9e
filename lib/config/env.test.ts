import { expect, test } from "vitest";
import { parseEnv } from "./env";

test("no variable is needed", () => {
  expect(parseEnv({})).toMatchObject({ port: 3000, host: "127.0.0.1", demo: true, device: "auto", encoder: "models/base" });
});

test("an empty string counts as absent", () => {
  expect(parseEnv({ PORT: "", DATABASE_URL: "" })).toMatchObject({ port: 3000, databaseUrl: undefined });
});

test("all faults are named at once, with examples and without values", () => {
  const attempt = () => parseEnv({ PORT: "ninety", CADRE_DEVICE: "tpu", DATABASE_URL: "mysql://root:hunter2@db/x" });
  expect(attempt).toThrow(/PORT.*\n.*DATABASE_URL.*postgres:\/\/.*\n.*CADRE_DEVICE/);
  expect(attempt).not.toThrow(/hunter2|ninety/);
});
