/** @file `npm run check`: types, lint and unit tests at once; the loop while writing code. */
import { ensureInstalled } from "./install.mjs";
import { ensureModel } from "./model.mjs";
import { bin, eslint, run } from "./run.mjs";

await ensureInstalled();
await ensureModel({ encoder: "models/base" });
const results = await Promise.all([
  run([...bin("typescript/bin/tsc"), "--noEmit"]),
  run(eslint("--cache", "--cache-location", "node_modules/.cache/eslint/")),
  run([...bin("vitest/vitest.mjs"), "run", "--config", "lib/testing/vitest.config.ts"], { env: { CADRE_TEST_SLOW: "0" } }),
]);
const failed = ["types", "lint", "unit"].filter((_, i) => results[i].code !== 0);
process.stdout.write(failed.length ? `\ncheck: failed: ${failed.join(", ")}\n` : "\ncheck: ok\n");
process.exit(failed.length ? 1 : 0);
