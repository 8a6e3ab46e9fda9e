/**
 * @file `npm start`: install when needed, migrate, seed the demo company into a new data folder, build, serve,
 * and say where. `--dev`: the same with Next's development server.
 */
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { ensureBuilt } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";
import { bin, root, run } from "./run.mjs";

const dev = process.argv.includes("--dev");
const port = Number(process.env.PORT || 3000);
const host = process.env.HOST || "127.0.0.1";

async function requireFreePort() {
  await new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error) => {
      process.stderr.write(
        error.code === "EADDRINUSE"
          ? `Port ${port} is in use. Stop the other program or choose a port: PORT=3100 npm start\n`
          : `Cannot listen on ${host}:${port}: ${error.message}\n`,
      );
      process.exit(1);
    });
    probe.listen(port, host, () => probe.close(resolve));
  });
}

/** Migrates and seeds in a process of its own, so that the server finds the data folder free and ready. */
async function prepare() {
  const { code, output } = await run([...bin("tsx/dist/cli.mjs"), "lib/cli/main.ts", "setup", "--json"], { capture: true });
  if (code !== 0) process.exit(code);
  return JSON.parse(output);
}

function serve() {
  const args = [dev ? "dev" : "start", "-p", String(port), "-H", host];
  const child = spawn(process.execPath, [bin("next/dist/bin/next")[1], ...args], {
    cwd: root,
    env: { ...process.env, NODE_ENV: dev ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1", NEXTAUTH_URL: process.env.NEXTAUTH_URL || `http://localhost:${port}` },
    stdio: ["ignore", dev ? "inherit" : "ignore", "inherit"],
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill("SIGTERM"));
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGTERM" ? 0 : 1)));
}

/** The first health request opens the database and loads the index; the banner waits for it. */
async function waitUntilHealthy() {
  for (;;) {
    const response = await fetch(`http://${host.includes(":") ? `[${host}]` : host}:${port}/api/health`).catch(() => undefined);
    if (response?.ok) return;
    if (response && response.status >= 500) {
      process.stderr.write(`The server cannot work: ${(await response.json().catch(() => undefined))?.error?.message ?? `HTTP ${response.status}`}\n`);
      process.exit(1);
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

function banner(summary) {
  const accounts = summary.accounts.map((account, i) => [i ? "" : "Demo accounts", `${account.email}  (${account.roles.join(", ")})`]);
  const lines = [
    ["Cadre", `http://localhost:${port}`],
    ["Data folder", summary.dataDir],
    ["Database", summary.database],
    ["Encoder", `${summary.encoder} on ${summary.device}`],
    ["Index", `${summary.index}: ${summary.documents} documents, ${summary.passages} passages`],
    ["Outbound hosts", summary.outboundHosts.length > 0 ? summary.outboundHosts.join(", ") : "none"],
    ...accounts,
    ...(summary.demoPassword ? [["Demo password", summary.demoPassword]] : []),
    ...(summary.firstAdmin ? [["First admin", `${summary.firstAdmin.email}  password ${summary.firstAdmin.password}  (shown once)`]] : []),
  ];
  process.stdout.write(`\n${lines.map(([name, value]) => `  ${name.padEnd(16)}${value}`).join("\n")}\n\n`);
  if (summary.advice) process.stdout.write(`  ${summary.advice}\n\n`);
}

await ensureInstalled();
await requireFreePort();
const [summary] = await Promise.all([prepare(), dev ? undefined : ensureBuilt()]);
serve();
await waitUntilHealthy();
banner(summary);
