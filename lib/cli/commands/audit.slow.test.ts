/** @file `cadre audit verify` and `cadre doctor` on a data folder on disk: sound, tampered with, held, not there. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openDatabase } from "../../../db/client";
import { appendAuditLine } from "../../../db/queries/audit";
import { auditEvents } from "../../../db/schema";
import { eq, withoutAuditTriggers } from "../../../db/testing/database";
import { env } from "../../config/env";
import type * as Config from "../../config/env";
import { auditVerification } from "../../contracts/audit";
import { systemScope } from "../../core/scope";
import { checkAuditLog } from "../../server/audit/health";
import { UsageError } from "../command";
import { command } from "./audit";

const held = vi.hoisted(() => ({ dataDir: "" }));
vi.mock("../../config/env", async (original) => {
  const real = await original<typeof Config>();
  return { ...real, env: () => ({ ...real.env(), dataDir: held.dataDir, databaseUrl: undefined }) };
});

const folder = mkdtempSync(path.join(tmpdir(), "cadre-audit-cli-"));
const open = () => openDatabase({ dataDir: folder });
beforeAll(async () => {
  held.dataDir = folder;
  const opened = await open();
  const { db } = opened;
  for (let i = 1; i <= 4; i++) {
    await appendAuditLine(db, systemScope("test"), { at: new Date(1_790_000_000_000 + i), actor: { type: "nobody" }, address: null, event: { action: "account.sign-in-refused", object: { kind: "account", id: `u${i}` }, facts: {} } });
  }
  await opened.close();
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]) {
  const out: string[] = [];
  const code = await command.run(args, { out: (text) => out.push(text), note: () => undefined });
  return { code, out: out.join("\n") };
}
const verify = async (...args: string[]) => {
  const { code, out } = await run("--json", ...args);
  return { code, ...auditVerification.parse(JSON.parse(out)) };
};

test("a sound log, a head that was kept, one that never was", { timeout: 600_000 }, async () => {
  const { code, ok, lines, head } = await verify();
  expect({ code, ok, lines, seq: head?.seq }).toEqual({ code: 0, ok: true, lines: 4, seq: 4 });
  expect(await verify("--expect", `4:${head?.hash}`)).toMatchObject({ code: 0, ok: true });
  expect(await verify("--expect", `4:${"a".repeat(64)}`)).toMatchObject({ code: 1, faults: [{ kind: "not-as-expected", first: 4 }] });
  expect((await run()).out).toContain(`head 4:${head?.hash}`);
  expect(await checkAuditLog(env())).toMatchObject({ ok: true, detail: expect.stringContaining("4 lines, unbroken") as string });
});

test("while a server holds the folder: said so, nothing broken, nothing claimed", { timeout: 600_000 }, async () => {
  const opened = await open();
  await expect(run("--json")).rejects.toMatchObject({ code: "data/locked" });
  expect(await checkAuditLog(env())).toMatchObject({ ok: true, detail: expect.stringContaining("not checked") as string });
  await opened.close();
});

test("a changed and a removed line: both commands name them, the exit code is 1", { timeout: 600_000 }, async () => {
  const opened = await open();
  const { db } = opened;
  await withoutAuditTriggers(db, async (tx) => {
    await tx.update(auditEvents).set({ objectId: "u9" }).where(eq(auditEvents.seq, 2));
    await tx.delete(auditEvents).where(eq(auditEvents.seq, 4));
  });
  await opened.close();
  expect(await verify()).toMatchObject({ code: 1, ok: false, lines: 3, faults: [{ kind: "changed", first: 2 }, { kind: "truncated", first: 4 }] });
  expect((await run()).out).toMatch(/^BROKEN {2}3 lines, 2 faults\n.*changed.*line 2/);
  expect(await checkAuditLog(env())).toMatchObject({ ok: false, detail: expect.stringMatching(/line 2 was changed.*line 4 is missing at the end/) as string, fix: expect.stringContaining("cadre audit verify") as string });
});

test("no database, wrong usage", async () => {
  held.dataDir = path.join(folder, "empty");
  await expect(run()).rejects.toMatchObject({ code: "request/not-found" });
  expect(await checkAuditLog(env())).toMatchObject({ ok: true, detail: expect.stringContaining("none yet") as string });
  for (const args of [["--expect", "4"], ["--expect", `x:${"a".repeat(64)}`], ["now"], ["--what"]]) await expect(run(...args)).rejects.toThrow(UsageError);
});
