/** @file vitest: unit, contract and slow tests beside the code; `*.slow.test.ts` only when CADRE_TEST_SLOW is not 0. */
import path from "node:path";
import { defineConfig } from "vitest/config";

const root = path.resolve(import.meta.dirname, "../..");

export default defineConfig({
  root,
  resolve: { alias: { "@": root } },
  test: {
    include: ["lib/**/*.test.ts", "db/**/*.test.ts", "app/**/*.test.{ts,tsx}"],
    exclude: process.env["CADRE_TEST_SLOW"] === "0" ? ["**/*.slow.test.ts"] : [],
    environment: "node",
    testTimeout: 60_000,
    hookTimeout: 120_000,
    setupFiles: [path.join(root, "lib/testing/console-is-an-error.ts")],
    // Two cores; native addons and PGlite want processes of their own.
    pool: "forks",
    maxWorkers: 2,
  },
});
