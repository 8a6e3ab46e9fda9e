/**
 * @file vitest: unit, contract and slow tests beside the code; `*.slow.test.ts` only when CADRE_TEST_SLOW is not 0. Files
 * that compute and change nothing that others see share a process, so that it loads the modules once and not once per file:
 * half of their CPU. Databases, models and files that mock modules or the environment have a process each.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { defineConfig } from "vitest/config";

const root = path.resolve(import.meta.dirname, "../..");
const exclude = process.env["CADRE_TEST_SLOW"] === "0" ? ["**/*.slow.test.ts"] : [];
/** Folders whose tests only compute. */
const PURE = ["app", "lib/core", "lib/config", "lib/browser", "lib/assistant", "lib/people", "lib/growth"];
const changesWhatIsShared = /\bvi\.(mock|doMock|stubEnv|stubGlobal)\(|\bprocess\.env\[/;
const together = PURE.flatMap((folder) => readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file.replaceAll("\\", "/")}`))
  .filter((file) => /(?<!\.slow)\.test\.tsx?$/.test(file) && !changesWhatIsShared.test(readFileSync(path.join(root, file), "utf8")))
  // Next's folders carry what patterns take for groups.
  .map((file) => file.replace(/[()[\]]/g, "\\$&"));

export default defineConfig({
  root,
  resolve: { alias: { "@": root } },
  test: {
    environment: "node",
    testTimeout: 60_000,
    hookTimeout: 120_000,
    globalSetup: [path.join(root, "db/testing/make-templates.ts")],
    setupFiles: [path.join(root, "lib/testing/console-is-an-error.ts")],
    // Two cores; native addons and PGlite want processes, not threads.
    pool: "forks",
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: "together", include: together, isolate: false } },
      { extends: true, test: { name: "apart", include: ["lib/**/*.test.ts", "db/**/*.test.ts", "app/**/*.test.{ts,tsx}"], exclude: [...exclude, ...together] } },
    ],
  },
});
