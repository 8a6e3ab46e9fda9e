/**
 * @file `npm start`: install when needed, migrate, seed the demo company into a new data folder, build, serve,
 * and say where. `--dev`: the same with Next's development server.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { ensureBuilt } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";
import { ensureModel } from "./model.mjs";
import { bin, endWithUs, isEnding, root, run } from "./run.mjs";
import { rememberSetUp, rememberedSetUp } from "./set-up-memory.mjs";

const dev = process.argv.includes("--dev");
const LOOPBACK = ["127.0.0.1", "::1", "localhost"];

/** The settings as the application reads them; every fault is told at once. */
async function readSettings() {
  const { tsImport } = await import("tsx/esm/api");
  const load = (file) => tsImport(`../lib/config/${file}`, import.meta.url);
  const [{ env }, { dataPaths }] = [await load("env.ts"), await load("paths.ts")];
  try {
    return { ...env(), dataDir: dataPaths(env().dataDir).root };
  } catch (error) {
    if (error?.code !== "config/invalid") throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

async function requireFreePort({ host, port }) {
  await new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error) => {
      process.stderr.write(
        error.code === "EADDRINUSE"
          ? `Port ${port} is in use. Stop the other program or choose a port: PORT=${port + 100} npm start\n`
          : `Cannot listen on ${host}:${port}: ${error.message}\n`,
      );
      process.exit(1);
    });
    probe.listen(port, host, () => probe.close(resolve));
  });
}

/** True when a person at this terminal is to choose between the demo company and their own: nothing else may write there. */
function willAsk(settings) {
  return settings.demo === null && process.stdin.isTTY === true && process.stderr.isTTY === true && (settings.databaseUrl !== undefined || !existsSync(path.join(settings.dataDir, "pglite/PG_VERSION")));
}

/**
 * Migrates and seeds in a process of its own, so that the server finds the data folder free and ready. Skipped where
 * the same Cadre with the same settings has done it before: the server then migrates and loads by itself.
 */
async function prepare(settings) {
  const remembered = rememberedSetUp(settings);
  if (remembered?.kind === "demo" && !LOOPBACK.includes(settings.host)) {
    process.stderr.write(`HOST=${settings.host}: the demo company has public passwords and is only served on 127.0.0.1. Start with CADRE_DEMO=0 and a data folder of its own (CADRE_DATA_DIR) to serve other machines.\n`);
    process.exit(1);
  }
  if (remembered) return { ...remembered, firstAdmin: null };
  const { code, output } = await run([...bin("tsx/dist/cli.mjs"), "lib/cli/main.ts", "setup", "--json"], { capture: true, ask: true });
  if (code !== 0) process.exit(code);
  const summary = JSON.parse(output);
  rememberSetUp(settings, summary);
  return summary;
}

function serve({ host, port }) {
  const args = [dev ? "dev" : "start", "-p", String(port), "-H", host];
  const child = spawn(process.execPath, [bin("next/dist/bin/next")[1], ...args], {
    cwd: root,
    // The development server would kill its child after a tenth of a second, before it has closed the database.
    // glibc otherwise keeps freed memory in an arena per thread: 35 MB of an idle server (measured: lib/README.md).
    env: { NEXT_EXIT_TIMEOUT_MS: "9000", MALLOC_ARENA_MAX: "2", ...process.env, NODE_ENV: dev ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1", NEXTAUTH_URL: process.env.NEXTAUTH_URL || `http://localhost:${port}` },
    // The channel breaks when this script is killed outright: the server then stops too (lib/server/shutdown.ts).
    stdio: ["ignore", dev ? "inherit" : "ignore", "inherit", "ipc"],
  });
  // Before endWithUs: a server that was asked to stop and did has not failed.
  child.on("exit", (code) => process.exit(isEnding() ? 0 : (code ?? 1)));
  endWithUs(child);
  return child;
}

/**
 * The first health request opens the database and loads the index; the banner waits for it.
 * @returns what the server says of itself
 */
async function waitUntilHealthy({ host, port }, server) {
  for (;;) {
    const response = await fetch(`http://${host.includes(":") ? `[${host}]` : host}:${port}/api/health`).catch(() => undefined);
    const body = await response?.json().catch(() => undefined);
    if (response?.ok && body) return body;
    if (response && response.status >= 500) {
      process.stderr.write(`The server cannot work: ${body?.error?.message ?? `HTTP ${response.status}`}\n`);
      server.removeAllListeners("exit").once("exit", () => process.exit(1)).kill("SIGTERM");
      return new Promise(() => undefined);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function banner({ port }, summary, health) {
  const accounts = summary.accounts.map((account, i) => [i ? "" : "Demo accounts", `${account.email}  (${account.roles.join(", ")})`]);
  const lines = [
    ["Cadre", `http://localhost:${port}`],
    ["Data folder", summary.dataDir],
    ["Database", summary.database],
    ["Encoder", `${health.encoder} on ${health.device}`],
    ["Index", health.index],
    ...(summary.languageModel ? [["Language model", `${summary.languageModel.model} on ${summary.languageModel.host ?? "this machine"}: words answers, sees questions and the passages found for them`]] : []),
    ["Outbound hosts", summary.outboundHosts.length > 0 ? summary.outboundHosts.join(", ") : "none"],
    ...accounts,
    ...(summary.demoPassword ? [["Demo password", summary.demoPassword]] : []),
    ...(summary.kind === "demo" ? [["Own company", "sign in as the admin → Settings → Remove the demo; or CADRE_DEMO=0 with a new CADRE_DATA_DIR"]] : []),
    ...(summary.firstAdmin ? [["First admin", summary.firstAdmin.link], ["", `open it to make the administrator's account: works once, until ${summary.firstAdmin.expiresAt.slice(0, 10)}, and is not shown again`], ["", "(lost? stop Cadre, then: npm run -s cadre -- setup --new-admin-link)"]] : []),
  ];
  process.stdout.write(`\n${lines.map(([name, value]) => `  ${name.padEnd(16)}${value}`).join("\n")}\n\n`);
  if (health.advice) process.stdout.write(`  ${health.advice}\n\n`);
}

await ensureInstalled();
const settings = await readSettings();
await requireFreePort(settings);
await ensureModel({ encoder: settings.encoder, cacheDir: path.join(settings.dataDir, "models") });
const preparing = prepare(settings);
if (willAsk(settings)) await preparing;
const [summary] = await Promise.all([preparing, dev ? undefined : ensureBuilt()]);
const server = serve(settings);
banner(settings, summary, await waitUntilHealthy(settings, server));
