/**
 * @file PostgreSQL for tests: from CADRE_TEST_DATABASE_URL, or a throw-away cluster made with the system's own binaries,
 * with a migrated database of its own for each that asks.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import path from "node:path";
import { openDatabase, type OpenDatabase } from "../../db/client";
import { env } from "../config/env";
import { createDatabaseBeside } from "./database-beside";

export interface TestPostgres {
  readonly url: string;
  /** Stops and removes a throw-away cluster; leaves a given server alone. */
  stop(): void;
}

/**
 * @returns a PostgreSQL that tests may empty, or the reason why there is none (printed by whoever skips)
 */
export async function findTestPostgres(): Promise<TestPostgres | { readonly missing: string }> {
  const given = env().testDatabaseUrl;
  if (given !== undefined) return { url: given, stop: () => undefined };
  const bin = postgresBinaries();
  if (bin === null) {
    return { missing: "no PostgreSQL binaries (apt-get install postgresql) and no CADRE_TEST_DATABASE_URL" };
  }
  return startCluster(bin);
}

/** Opens a database of its own on a test server, dropped by `close`. */
export async function openTestDatabase(server: Pick<TestPostgres, "url">): Promise<OpenDatabase & { readonly url: string }> {
  const { url, drop } = await createDatabaseBeside(server.url);
  const opened = await openDatabase({ dataDir: tmpdir(), databaseUrl: url });
  return {
    ...opened,
    url,
    close: async () => {
      await opened.close();
      await drop();
    },
  };
}

/** The folder of initdb and pg_ctl: the newest Debian package, else what PATH has. */
function postgresBinaries(): string | null {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => path.join(debian, version, "bin")), ...pathFolders()];
  return folders.find((folder) => ["initdb", "pg_ctl", "postgres"].every((name) => existsSync(path.join(folder, name)))) ?? null;
}

function pathFolders(): string[] {
  const listed = spawnSync("sh", ["-c", "command -v initdb"], { encoding: "utf8" });
  return listed.status === 0 ? [path.dirname(listed.stdout.trim())] : [];
}

/** initdb and start, on a free port of the loopback address, without fsync. As root it runs as user `postgres`. */
async function startCluster(bin: string): Promise<TestPostgres | { readonly missing: string }> {
  const asRoot = userInfo().uid === 0;
  if (asRoot && spawnSync("id", ["postgres"]).status !== 0) {
    return { missing: "PostgreSQL refuses to run as root and there is no user `postgres`; set CADRE_TEST_DATABASE_URL" };
  }
  const folder = mkdtempSync(path.join(tmpdir(), "cadre-pg-"));
  if (asRoot) {
    chmodSync(folder, 0o755);
    execFileSync("chown", ["postgres", folder]);
  }
  const run = (name: string, args: readonly string[]) => {
    const command = [path.join(bin, name), ...args];
    const [file = "", ...rest] = asRoot ? ["runuser", "-u", "postgres", "--", ...command] : command;
    execFileSync(file, rest, { stdio: ["ignore", "ignore", "pipe"], cwd: folder, timeout: 120_000 });
  };
  const data = path.join(folder, "data");
  const port = await freePort();
  try {
    run("initdb", ["-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--no-sync"]);
    const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=off -c full_page_writes=off`;
    run("pg_ctl", ["-D", data, "-w", "-t", "60", "-l", path.join(folder, "log"), "-o", settings, "start"]);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  const stop = () => {
    run("pg_ctl", ["-D", data, "-w", "-m", "immediate", "stop"]);
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
