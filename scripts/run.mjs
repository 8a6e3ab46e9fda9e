/** @file Runs a program and waits for it; the scripts' only way to start one. Uses nothing but Node. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** A program of node_modules, run by this very Node. */
export const bin = (packagePath) => [process.execPath, path.join(root, "node_modules", packagePath)];

/** ESLint over everything. With more room for young objects: a quarter of its time went into collecting them. */
export const eslint = (...more) => [process.execPath, "--max-semi-space-size=128", path.join(root, "node_modules/eslint/bin/eslint.js"), "--config", "lib/testing/eslint.config.mjs", "--max-warnings", "0", ...more, "."];

const live = new Set();
/** Exit code once the last child has gone, after a signal. */
let ending;

/** Children end with this script: otherwise a stopped start would leave a set-up behind that holds the data folder. */
export function endWithUs(child) {
  live.add(child);
  child.once("exit", () => {
    live.delete(child);
    if (ending !== undefined && live.size === 0) process.exit(ending);
  });
}

/** @returns true from the first SIGINT or SIGTERM on */
export const isEnding = () => ending !== undefined;

/** Ends the script with this code once every child has been asked to end and has. */
function end(code) {
  ending ??= code;
  if (live.size === 0) process.exit(ending);
  for (const child of live) child.kill("SIGTERM");
}

for (const [signal, code] of [["SIGINT", 130], ["SIGTERM", 143]]) process.on(signal, () => end(code));

/**
 * @param {string[]} command program and arguments
 * @param {{ env?: Record<string, string>, quiet?: boolean, capture?: boolean, ask?: boolean, cwd?: string }} options quiet: output is
 *   kept and shown only on failure; capture: stdout is kept, stderr shown; ask: it may read from the terminal
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, options = {}) {
  const [program, ...args] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? root,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...options.env },
      stdio: [options.ask ? "inherit" : "ignore", options.quiet || options.capture ? "pipe" : "inherit", options.quiet ? "pipe" : "inherit"],
    });
    endWithUs(child);
    let output = "";
    child.stdout?.on("data", (data) => (output += data));
    child.stderr?.on("data", (data) => (output += data));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code !== 0 && options.quiet && !isEnding()) process.stderr.write(output);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Runs it; on failure says what failed and ends the script, and what runs beside it, with the same code. */
export async function must(label, command, options) {
  const started = Date.now();
  const { code, output } = await run(command, options);
  if (isEnding()) return new Promise(() => undefined);
  if (code !== 0) {
    process.stderr.write(`\n${label} failed (exit ${code}).\n`);
    end(code);
    return new Promise(() => undefined);
  }
  say(`${label} (${((Date.now() - started) / 1000).toFixed(0)} s)`);
  return output;
}

export const say = (text) => process.stdout.write(`  ${text}\n`);

/** npm's own JavaScript entry, so that no shell and no PATH are needed. */
export function npmCli() {
  const candidates = [
    process.env.npm_execpath,
    path.join(path.dirname(process.execPath), "../lib/node_modules/npm/bin/npm-cli.js"),
    path.join(path.dirname(process.execPath), "node_modules/npm/bin/npm-cli.js"),
    "/usr/share/nodejs/npm/bin/npm-cli.js",
  ];
  return candidates.find((file) => file?.endsWith("npm-cli.js") && existsSync(file));
}
