/**
 * @file `npm test`: everything, on a bare clone: install, types, lint, unit and contract suites (architecture test
 * among them), the built application in a real browser. Lint needs one core for minutes and the browser leaves one idle: they run
 * at the same time. `--chaos`: the long kill suites only. `--postgres`: the end-to-end suite only, on a throw-away PostgreSQL (or
 * CADRE_E2E_DATABASE_URL, an empty database).
 * Further arguments go to vitest: `npm test -- lib/knowledge` runs those unit tests alone.
 */
import { ensureBuilt } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";
import { ensureModel } from "./model.mjs";
import { bin, eslint, must, root } from "./run.mjs";

await ensureInstalled();
await ensureModel({ encoder: "models/base" });
const args = process.argv.slice(2);
const vitest = [...bin("vitest/vitest.mjs"), "run", "--config", "lib/testing/vitest.config.ts"];

if (args.includes("--chaos")) {
  await ensureBuilt();
  await must("Chaos suite", [...bin("vitest/vitest.mjs"), "run", "--config", "lib/testing/vitest.chaos.config.ts"], { env: { CADRE_CHAOS_ROUNDS: process.env.CADRE_CHAOS_ROUNDS ?? "20" } });
  process.exit(0);
}
if (args.includes("--postgres")) {
  await endToEndOnPostgres(args.filter((arg) => arg !== "--postgres"));
  process.exit(0);
}
if (args.length > 0) {
  await must("Unit tests", [...vitest, ...args]);
  process.exit(0);
}

/** @param {string[]} more names of specs; none: all */
async function endToEndOnPostgres(more) {
  const { ensureChromium: findChromium } = await import("./browser.mjs");
  const { tsImport } = await import("tsx/esm/api");
  const given = process.env.CADRE_E2E_DATABASE_URL;
  const { findTestPostgres } = await tsImport("../lib/testing/postgres.ts", import.meta.url);
  const server = given ? { url: given, stop: () => undefined } : await findTestPostgres();
  if ("missing" in server) {
    process.stderr.write(`End-to-end tests on PostgreSQL: ${server.missing}\n`);
    process.exit(1);
  }
  // must() ends the process when the suite fails: the throw-away server goes with it either way.
  process.once("exit", () => server.stop());
  await ensureBuilt();
  await must("End-to-end tests on PostgreSQL", [...bin("@playwright/test/cli.js"), "test", "--config", "e2e/playwright.config.ts", ...more], { env: { CADRE_CHROMIUM: await findChromium(), CADRE_E2E_DATABASE_URL: server.url }, cwd: root });
}

const { ensureChromium } = await import("./browser.mjs");
const chromium = await ensureChromium();
await ensureBuilt();
await Promise.all([must("Types", [...bin("typescript/bin/tsc"), "--noEmit"], { quiet: true }), must("Unit, contract and architecture tests", vitest)]);
await Promise.all([
  must("Lint", eslint(), { quiet: true }),
  inTheBrowser(),
]);
process.stdout.write("\nAll of it passed.\n");

async function inTheBrowser() {
  // The loop under force takes minutes: it is in --chaos alone.
  await must("Kill and reopen", [...bin("vitest/vitest.mjs"), "run", "--config", "lib/testing/vitest.chaos.config.ts", "kill-and-reopen"], { env: { CADRE_CHAOS_ROUNDS: "3" } });
  await must("End-to-end tests", [...bin("@playwright/test/cli.js"), "test", "--config", "e2e/playwright.config.ts"], { env: { CADRE_CHROMIUM: chromium }, cwd: root });
}
