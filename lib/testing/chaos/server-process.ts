/**
 * @file A real Cadre server in processes of its own, for tests that kill it: started from the build, spoken to over
 * HTTP like a browser would, killed without a word.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const root = path.resolve(import.meta.dirname, "../../..");

export interface ServerProcess {
  readonly origin: string;
  /** What it wrote to stderr so far. */
  readonly stderr: () => string;
  /** SIGKILL to the server and all its children; resolves when it is gone. */
  kill(): Promise<void>;
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}

/** @param settings environment variables; CADRE_DATA_DIR is needed, PORT only where somebody must know it beforehand */
export async function startServer(settings: Record<string, string>): Promise<ServerProcess> {
  const port = settings["PORT"] ?? (await freePort());
  const origin = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [path.join(root, "node_modules/next/dist/bin/next"), "start", "-p", String(port), "-H", "127.0.0.1"], {
    cwd: root,
    detached: true,
    env: { ...process.env, NODE_ENV: "production", NEXTAUTH_URL: origin, NEXT_TELEMETRY_DISABLED: "1", ...settings },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let stderr = "";
  child.stderr?.on("data", (data: Buffer) => (stderr += data.toString()));
  const gone = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  await waitUntilHealthy(origin, child, () => stderr);
  const signal = (name: NodeJS.Signals) => process.kill(-(child.pid ?? 0), name);
  return {
    origin,
    stderr: () => stderr,
    async kill() {
      signal("SIGKILL");
      await gone;
    },
    stop() {
      signal("SIGTERM");
      return gone;
    },
  };
}

async function waitUntilHealthy(origin: string, child: ChildProcess, stderr: () => string): Promise<void> {
  for (let round = 0; round < 600; round++) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}: ${stderr()}`);
    const response = await fetch(`${origin}/api/health`).catch(() => undefined);
    if (response?.ok) return;
    if (response && response.status >= 500) throw new Error(`the server is ill: ${await response.text()}`);
    await sleep(200);
  }
  throw new Error(`the server was not healthy within two minutes: ${stderr()}`);
}

/** Runs `cadre …` and gives what it printed. */
export async function runCadre(args: readonly string[], settings: Record<string, string>): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [path.join(root, "node_modules/tsx/dist/cli.mjs"), "lib/cli/main.ts", ...args], { cwd: root, env: { ...process.env, ...settings }, stdio: ["ignore", "pipe", "pipe"] });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (data: Buffer) => (stdout += data.toString()));
  child.stderr.on("data", (data: Buffer) => (stderr += data.toString()));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, stdout, stderr };
}
