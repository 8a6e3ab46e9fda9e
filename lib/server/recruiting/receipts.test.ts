/** @file Receipts read again: HR leads every one, the clock's too; a recruiter their own; what was tampered with says so; pages neither repeat nor skip. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openMemoryDatabase, type OpenDatabase } from "../../../db/client";
import { insertErasure } from "../../../db/queries/recruiting/erasures";
import { erasures, users } from "../../../db/schema";
import { eq } from "../../../db/testing/database";
import { erasuresPage } from "../../contracts/erasures";
import type { ErasureReceipt } from "../../contracts/recruiting";
import { canonicalJson } from "../../core/canonical-json";
import { sha256 } from "../../core/hash";
import { systemScope } from "../../core/scope";
import type { Actor, Role, UserId } from "../../core/types";
import { addPerson } from "../../testing/accounts";
import { readReceipts } from "./receipts";

const scope = systemScope("test");
const AT = Date.UTC(2026, 10, 20);
let opened: OpenDatabase;
let people: Record<"lead" | "recruiter" | "other" | "employee" | "reviewer" | "admin", Actor>;

const receiptOf = (subject: string, at: number, left: number): ErasureReceipt => ({
  subject, at: new Date(at).toISOString(), places: [{ place: "documents", before: 1, left }, { place: "chunks", before: 12, left: 0 }],
  searches: { asked: 3, found: 0 }, trainedVersions: [2], remains: [{ what: "backups", count: 1, until: null }], clean: left === 0,
});

async function keep(id: string, { byId, at = AT, left = 0 }: { byId: UserId | null; at?: number; left?: number }): Promise<void> {
  const receipt = receiptOf(`resume-of-${id}`, at, left);
  await insertErasure(opened.db, scope, { id, receipt, sha256: sha256(canonicalJson(receipt)), byId, at: new Date(at), demo: false });
}

const read = (actor: Actor, query: { before?: string; limit?: number } = {}) => readReceipts(opened, actor, { limit: 60, ...query });
const idsOf = ({ receipts }: Awaited<ReturnType<typeof read>>) => receipts.map(({ receipt }) => receipt.id);

beforeAll(async () => {
  opened = await openMemoryDatabase();
  const person = async (name: string, roles: readonly Role[]): Promise<Actor> => ({ userId: (await addPerson(opened.db, name, roles)).account.id, name, roles });
  people = { lead: await person("Lena Lead", ["hr_lead"]), recruiter: await person("Rita Recruiter", ["recruiter"]), other: await person("Otto Other", ["recruiter"]), employee: await person("Emil", ["employee"]), reviewer: await person("Rea", ["reviewer"]), admin: await person("Ada", ["admin"]) };
});
afterAll(() => opened.close());

test("an empty book has no receipt and no next page, for who reads every one and for who reads their own", async () => {
  expect(await read(people.lead)).toEqual({ shows: "every", all: 0, unclean: 0, receipts: [], next: null });
  expect(await read(people.recruiter)).toEqual({ shows: "own", all: 0, unclean: 0, receipts: [], next: null });
});

test("an HR lead reads every receipt, also those of the clock, newest first; a recruiter those of what they erased", async () => {
  await keep("r1", { byId: people.recruiter.userId, at: AT });
  await keep("r2", { byId: null, at: AT + 1000, left: 1 });
  await keep("r3", { byId: people.other.userId, at: AT + 2000 });
  const every = await read(people.lead);
  expect(erasuresPage.parse(every)).toEqual(every);
  expect(every).toMatchObject({ shows: "every", all: 3, unclean: 1, next: null });
  expect(every.receipts.map(({ receipt, by, intact }) => [receipt.id, by, receipt.clean, intact])).toEqual([["r3", "Otto Other", true, true], ["r2", null, false, true], ["r1", "Rita Recruiter", true, true]]);
  expect(every.receipts[1]?.receipt).toMatchObject({ subject: "resume-of-r2", places: [{ place: "documents", before: 1, left: 1 }, { place: "chunks", before: 12, left: 0 }], remains: [{ what: "backups", count: 1, until: null }] });
  const own = await read(people.recruiter);
  expect(own).toMatchObject({ shows: "own", all: 1, unclean: 0 });
  expect(idsOf(own)).toEqual(["r1"]);
});

test("an employee, a reviewer and an administrator read none", async () => {
  for (const actor of [people.employee, people.reviewer, people.admin]) await expect(read(actor)).rejects.toMatchObject({ code: "policy/forbidden" });
});

test("pages neither repeat nor skip, also among receipts of one moment; a page after a foreign receipt stays one's own", async () => {
  for (const id of ["same-a", "same-b", "same-c"]) await keep(id, { byId: null, at: AT + 1000 });
  const seen: string[] = [];
  let before: string | undefined;
  do {
    const page = await read(people.lead, { limit: 2, ...(before === undefined ? {} : { before }) });
    expect(page.receipts.length).toBeLessThanOrEqual(2);
    seen.push(...idsOf(page));
    before = page.next ?? undefined;
  } while (before !== undefined);
  expect(seen).toEqual(["r3", "same-c", "same-b", "same-a", "r2", "r1"]);
  expect(idsOf(await read(people.recruiter, { before: "r3" }))).toEqual(["r1"]);
  expect(idsOf(await read(people.lead, { before: "no such receipt" })), "a receipt that is not there has nothing after it").toEqual([]);
});

test("a receipt that somebody changed in the database says so", async () => {
  const [row] = await opened.db.select().from(erasures).where(eq(erasures.id, "r2"));
  if (!row) throw new Error("the receipt is gone");
  await opened.db.update(erasures).set({ receipt: { ...row.receipt, clean: true } }).where(eq(erasures.id, "r2"));
  expect((await read(people.lead)).receipts.filter(({ intact }) => !intact).map(({ receipt }) => receipt.id)).toEqual(["r2"]);
});

test("who erased and left is named no more; the receipt stays", async () => {
  await opened.db.delete(users).where(eq(users.id, people.other.userId));
  expect((await read(people.lead)).receipts.find(({ receipt }) => receipt.id === "r3")).toMatchObject({ by: null, intact: true });
});
