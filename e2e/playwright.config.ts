/**
 * @file End-to-end tests: the built application started as a new user starts it (`npm start`, a new data folder, the
 * demo company), driven in Chromium. CADRE_CHROMIUM names the browser (scripts/test.mjs finds it). CADRE_E2E_DATABASE_URL: an
 * empty PostgreSQL database to use instead of PGlite; `npm test -- --postgres` makes a throw-away one. CADRE_E2E_TRACE=1 keeps
 * Playwright's trace of a story that fails: recording it costs every story CPU.
 */
import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig } from "@playwright/test";

const port = Number(process.env.CADRE_E2E_PORT ?? 3210);
// Workers load this file too: the first one to do so makes the folder, the others inherit its name.
process.env.CADRE_E2E_DATA ??= mkdtempSync(path.join(tmpdir(), "cadre-e2e-"));
/** A file of a story that changes it later (pages/states.ts). */
const watched = path.join(process.env.CADRE_E2E_DATA, "watched");
mkdirSync(watched, { recursive: true });

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  outputDir: path.join(process.env.CADRE_E2E_DATA, "results"),
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1440, height: 900 },
    trace: process.env.CADRE_E2E_TRACE === "1" ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CADRE_CHROMIUM,
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
  },
  webServer: {
    command: "node ../scripts/start.mjs",
    url: `http://localhost:${port}/api/health`,
    timeout: 420_000,
    reuseExistingServer: false,
    stdout: "ignore",
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    env: { PORT: String(port), CADRE_DATA_DIR: path.join(process.env.CADRE_E2E_DATA, "data"), CADRE_DEMO: "1", CADRE_WATCH_DIR: watched, DATABASE_URL: process.env.CADRE_E2E_DATABASE_URL ?? "" },
  },
});
