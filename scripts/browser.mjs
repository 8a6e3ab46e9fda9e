/** @file Finds a Chromium for the end-to-end tests, and on Debian as root installs one when there is none. */
import { existsSync } from "node:fs";
import { run, say } from "./run.mjs";

const KNOWN = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];

async function playwrightOwn() {
  const { chromium } = await import("playwright");
  const file = chromium.executablePath();
  return existsSync(file) ? file : undefined;
}

/** @returns path of a Chromium; ends the process with what to install when there is none to be had */
export async function ensureChromium() {
  const wanted = process.env.CADRE_CHROMIUM;
  if (wanted) {
    if (existsSync(wanted)) return wanted;
    process.stderr.write(`CADRE_CHROMIUM names a file that does not exist: ${wanted}\n`);
    process.exit(1);
  }
  const found = KNOWN.find((file) => existsSync(file)) ?? (await playwrightOwn());
  if (found) return found;
  if (existsSync("/usr/bin/apt-get") && process.getuid?.() === 0) {
    say("Installing Debian's chromium …");
    await run(["apt-get", "update", "-qq"], { quiet: true });
    await run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-cjk"], { quiet: true, env: { DEBIAN_FRONTEND: "noninteractive" } });
    if (existsSync(KNOWN[0])) return KNOWN[0];
  }
  process.stderr.write("The end-to-end tests need Chromium: apt-get install -y chromium, or npx playwright install chromium, or set CADRE_CHROMIUM.\n");
  process.exit(1);
}
