/**
 * @file `npm test`: everything, on a bare clone: install, types, lint, unit and contract suites (architecture test
 * among them), then the built application in a real browser. `--chaos`: the long kill suites only.
 * Further arguments go to vitest: `npm test -- lib/knowledge` runs those unit tests alone.
 */
import { ensureBuilt } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";
import { ensureModel } from "./model.mjs";
import { bin, must, root } from "./run.mjs";

await ensureInstalled();
await ensureModel({ encoder: "models/base" });
const args = process.argv.slice(2);
const vitest = [...bin("vitest/vitest.mjs"), "run", "--config", "lib/testing/vitest.config.ts"];

if (args.includes("--chaos")) {
  await ensureBuilt();
  await must("Chaos suite", [...bin("vitest/vitest.mjs"), "run", "--config", "lib/testing/vitest.chaos.config.ts"], { env: { CADRE_CHAOS_ROUNDS: process.env.CADRE_CHAOS_ROUNDS ?? "20" } });
  process.exit(0);
}
if (args.length > 0) {
  await must("Unit tests", [...vitest, ...args]);
  process.exit(0);
}

const { ensureChromium } = await import("./browser.mjs");
const chromium = await ensureChromium();
await must("Types", [...bin("typescript/bin/tsc"), "--noEmit"]);
await must("Lint", [...bin("eslint/bin/eslint.js"), "--config", "lib/testing/eslint.config.mjs", "--max-warnings", "0", "."]);
await must("Unit, contract and architecture tests", vitest);
await ensureBuilt();
await must("Kill and reopen", [...bin("vitest/vitest.mjs"), "run", "--config", "lib/testing/vitest.chaos.config.ts"], { env: { CADRE_CHAOS_ROUNDS: "3" } });
await must("End-to-end tests", [...bin("@playwright/test/cli.js"), "test", "--config", "e2e/playwright.config.ts"], { env: { CADRE_CHROMIUM: chromium }, cwd: root });
process.stdout.write("\nAll of it passed.\n");
