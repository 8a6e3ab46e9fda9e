/**
 * @file Kills the server without a word while it ingests and answers, and reopens it: whatever was acknowledged
 * (an upload's ids, an answer's `done`) must still be there, nothing may be half-indexed, and work must resume.
 * Real: the built server, PGlite on disk, the worker process. CADRE_CHAOS_ROUNDS sets how often (default 3).
 */
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createRng } from "../../core/rng";
import { signIn, type HttpClient } from "./http-client";
import { runCadre, startServer } from "./server-process";

const ROUNDS = Number(process.env["CADRE_CHAOS_ROUNDS"] ?? 3);
const firstAccount = { email: "admin@example.org", password: "another-long-test-password" };
const lead = { email: "lead@example.org", password: "a-long-test-password" };
let dataDir = "";
let settings: Record<string, string> = {};

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "cadre-chaos-"));
  settings = { CADRE_DATA_DIR: dataDir, CADRE_DEMO: "0", CADRE_TEST_STAGE_DELAY_MS: "60" };
  const setup = await runCadre(["setup", "--json"], settings);
  expect(setup.code, setup.stderr).toBe(0);
  const { firstAdmin } = JSON.parse(setup.stdout) as { firstAdmin: { link: string } };
  const server = await startServer(settings);
  const accept = { token: firstAdmin.link.split("#")[1], name: "First Admin", ...firstAccount };
  const joined = await fetch(`${server.origin}/api/invitations/accept`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(accept) });
  expect(joined.ok, await joined.text()).toBe(true);
  const admin = await signIn(server.origin, firstAccount);
  const created = await admin.send("POST", "/api/users", { name: "Test Lead", email: lead.email, password: lead.password, roles: ["hr_lead"] });
  expect(created.ok, await created.text()).toBe(true);
  await server.stop();
});

afterAll(() => rm(dataDir, { recursive: true, force: true }));

/** Topics differ, so that each document can be asked for. */
function policies(round: number): { name: string; text: string }[] {
  return Array.from({ length: 4 }, (_, i) => {
    const code = `QX${round}${i}`;
    const clauses = Array.from({ length: 30 }, (_, n) => `Clause ${n + 1}. Locker ${code}-${n} is handed out by the gate office within ${n + 2} days.`);
    return { name: `locker-${code}.md`, text: `# Locker rules ${code}\n\n${clauses.join("\n\n")}\n` };
  });
}

async function waitUntil(reached: () => Promise<boolean>) {
  for (let tries = 0; tries < 600; tries++) {
    if (await reached()) return;
    await sleep(200);
  }
  throw new Error("it did not happen within two minutes");
}

async function waitUntilSettled(client: HttpClient) {
  const list = async () => (await client.documents()).documents;
  await waitUntil(async () => (await list()).every((row) => row.status !== "queued" && row.status !== "processing"));
  return list();
}

test(`nothing acknowledged is lost in ${ROUNDS} kills`, async () => {
  const random = createRng(20261122);
  const uploaded = new Set<string>();
  const answers: { conversationId: string; questionId: string; messageId: string }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const server = await startServer(settings);
    const client = await signIn(server.origin, lead);
    const result = await client.upload(policies(round));
    expect(result.failed).toEqual([]);
    result.accepted.forEach((item) => uploaded.add(item.id));
    const chat = (async () => {
      for (let n = 0; ; n++) {
        const answer = await client.ask(`Who hands out locker QX${round}0-${n % 30}?`).catch(() => null);
        if (!answer) return;
        answers.push(answer);
      }
    })();
    await sleep(300 + random() * 2500);
    await server.kill();
    await chat;
  }

  const server = await startServer(settings);
  const client = await signIn(server.origin, lead);
  const documents = await waitUntilSettled(client);
  expect(new Set(documents.map((row) => row.id))).toEqual(uploaded);
  expect(documents.filter((row) => row.status !== "ready" || row.chunks === 0)).toEqual([]);
  for (const document of documents) {
    const text = (await (await client.get(`/api/documents/${document.id}/text`)).json()) as { text: string };
    expect(text.text).toContain("Clause 30");
  }
  expect(answers.length).toBeGreaterThan(0);
  for (const answer of answers) {
    const conversation = await client.conversation(answer.conversationId);
    const stored = conversation.messages.find((message) => message.id === answer.messageId);
    expect(stored).toMatchObject({ role: "assistant", state: "complete", questionId: answer.questionId });
  }
  const fresh = await client.ask(`Who hands out locker QX${ROUNDS - 1}3-7?`);
  expect(fresh).not.toBeNull();
  await server.stop();
});

test("a server that is asked to stop puts its work back, ends open streams and frees the data folder", async () => {
  const server = await startServer({ ...settings, CADRE_TEST_STAGE_DELAY_MS: "1500" });
  const client = await signIn(server.origin, lead);
  const feed = await client.get("/api/documents/events");
  const { accepted } = await client.upload(policies(90));
  const reading = feed.text();
  await waitUntil(async () => (await client.documents()).documents.some((row) => row.status === "processing"));
  const asked = Date.now();
  expect(await server.stop()).toBe(143);
  // Far beyond what it takes, and short of the ten seconds after which containers are killed.
  expect(Date.now() - asked).toBeLessThan(9_000);
  expect(await reading).toContain("event: list");
  expect(server.stderr()).not.toMatch(/incident|not closed cleanly|Error/);
  expect(existsSync(path.join(dataDir, "cadre.lock"))).toBe(false);

  const again = await startServer(settings);
  const documents = await waitUntilSettled(await signIn(again.origin, lead));
  const mine = documents.filter((row) => accepted.some((item) => item.id === row.id));
  expect(mine.map((row) => row.status)).toEqual(accepted.map(() => "ready"));
  await again.stop();
});

test("a second process on the same data folder is refused with a message that helps", async () => {
  const server = await startServer(settings);
  const second = await runCadre(["ingest", path.join(import.meta.dirname, "../../../README.md"), "--kind", "policy"], settings);
  expect(second.code).toBe(1);
  expect(second.stderr).toMatch(/data\/locked/);
  expect(second.stderr).toContain(dataDir);
  expect(second.stderr).toMatch(/pid|process \d+/i);
  await server.stop();
});
