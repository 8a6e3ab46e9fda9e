/**
 * @file The audit log through the real handlers on a real database; only services() and the document's place in the read
 * side are ours. What is recorded, what is not, and that nothing which should be recorded happens without its line.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { GET as getAudit } from "../../../app/api/audit/endpoint";
import { GET as getExport } from "../../../app/api/audit/export/endpoint";
import { GET as getVerify } from "../../../app/api/audit/verify/endpoint";
import { GET as getCandidates } from "../../../app/api/candidates/endpoint";
import { GET as getConversation } from "../../../app/api/conversations/[id]/endpoint";
import { DELETE as deleteDocument, PATCH as patchDocument } from "../../../app/api/documents/[id]/endpoint";
import { GET as getFile } from "../../../app/api/documents/[id]/file/endpoint";
import { GET as getText } from "../../../app/api/documents/[id]/text/endpoint";
import { PATCH as patchUser } from "../../../app/api/users/[id]/endpoint";
import { POST as postUsers } from "../../../app/api/users/endpoint";
import { openMemoryDatabase, type OpenDatabase } from "../../../db/client";
import { listAuditLinesForward } from "../../../db/queries/audit";
import { auditHead, documentAcl, documents, documentTexts, users } from "../../../db/schema";
import { emptyDatabase, withoutAuditTriggers } from "../../../db/testing/database";
import { dataPaths } from "../../config/paths";
import { auditLine, auditPage, auditVerification } from "../../contracts/audit";
import { systemScope } from "../../core/scope";
import { ROLES, type DocumentId, type DocumentKind, type Principal, type Role } from "../../core/types";
import { addPerson, type TestPerson } from "../../testing/accounts";
import { hashPassword } from "../password";
import type { RouteContext } from "../route";
import { loadSecrets } from "../secrets";
import { claimsFor, encodeSession, SESSION_COOKIE } from "../session-token";
import { signIn } from "../sign-in";
import { isReadingRecorded } from "./reading";
import { recordRefusedPage } from "./refused-page";

const held = vi.hoisted((): { services: unknown } => ({ services: undefined }));
vi.mock("../services", () => ({ services: async () => held.services }));

const RESUME = "019aa8f0-1111-7abc-8def-0123456789ab" as DocumentId;
const POLICY = "019aa8f0-2222-7abc-8def-0123456789ab" as DocumentId;
const ABSENT = "019aa8f0-3333-7abc-8def-0123456789ab";
const folder = mkdtempSync(path.join(tmpdir(), "cadre-audit-"));
const paths = dataPaths(folder);
let opened: OpenDatabase;

beforeAll(async () => {
  opened = await openMemoryDatabase();
  const nothing = () => undefined;
  writeFileSync(path.join(folder, "bytes"), "Noor welds.");
  held.services = {
    db: opened.db,
    paths,
    files: { pathOf: () => path.join(folder, "bytes"), remove: nothing },
    readSide: { setAcl: nothing, setTitle: nothing, remove: nothing, knowledge: { passagesOf: () => [], retrieve: () => Promise.resolve({ passages: [] }) } },
    vectors: { dropSnapshot: nothing },
    events: { publish: nothing },
    dispatcher: { cancel: nothing, wake: nothing },
  };
});
afterAll(async () => {
  await opened.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  await emptyDatabase(opened.db);
  await addDocument(RESUME, "resume", ["role:recruiter", "role:hr_lead"]);
  await addDocument(POLICY, "policy", ["role:employee"]);
});

async function addDocument(id: DocumentId, kind: DocumentKind, acl: readonly Principal[]) {
  await opened.db.insert(documents).values({ id, kind, source: `${kind}.txt`, title: `The ${kind}`, personName: kind === "resume" ? "Noor Visser" : null, mediaType: "text/plain", sha256: "0", sizeBytes: 11, status: "ready" });
  await opened.db.insert(documentAcl).values(acl.map((principal) => ({ documentId: id, principal })));
  await opened.db.insert(documentTexts).values({ documentId: id, text: "Noor welds.", pages: [], blocks: [] });
}

interface Call {
  readonly as: TestPerson;
  readonly at: string;
  readonly id?: string;
  readonly method?: string;
  readonly json?: unknown;
}

async function call(handler: (request: Request, context: RouteContext) => Promise<Response>, { as, at, id, method = "GET", json }: Call) {
  const token = await encodeSession(claimsFor(as.account, Date.now()), loadSecrets(paths.secrets).authSecret);
  const headers = { host: "localhost:3000", "x-forwarded-for": "10.9.9.9, 192.0.2.7", cookie: `${SESSION_COOKIE}=${token}`, ...(json === undefined ? {} : { "content-type": "application/json" }) };
  const request = new Request(`http://localhost:3000${at}`, { method, headers, body: json === undefined ? null : JSON.stringify(json) });
  const response = await handler(request, { params: Promise.resolve(id === undefined ? undefined : { id }) });
  return { status: response.status, text: await response.text() };
}

const person = (name: string, roles: readonly Role[] = []) => addPerson(opened.db, name, roles);
const lines = () => listAuditLinesForward(opened.db, systemScope("test"), {}, { after: 0, last: 1e9, limit: 500 });
const told = async () => (await lines()).map(({ action, actor, object, facts, address }) => ({ action, by: actor.id, on: object.id, facts, address }));
const textOf = (as: TestPerson, id: string) => call(getText, { as, id, at: `/api/documents/${id}/text` });
const NETWORK = "192.0.2.0/24";

describe("what leaves a line", () => {
  test("opening and downloading a résumé: who, in which roles, what, from where; nothing of what it says", async () => {
    const recruiter = await person("rekha", ["recruiter"]);
    expect((await textOf(recruiter, RESUME)).status).toBe(200);
    expect((await call(getFile, { as: recruiter, id: RESUME, at: `/api/documents/${RESUME}/file` })).status).toBe(200);
    const facts = { kind: "resume" };
    expect(await told()).toEqual([
      { action: "document.opened", by: recruiter.account.id, on: RESUME, facts, address: NETWORK },
      { action: "document.downloaded", by: recruiter.account.id, on: RESUME, facts, address: NETWORK },
    ]);
    expect((await lines())[0]?.actor.roles).toEqual(["employee", "recruiter"]);
    expect(JSON.stringify(await lines())).not.toMatch(/Noor|rekha|welds|10\.9\.9|192\.0\.2\.7/);
  });

  test("reading what is open to every employee is nobody's business; the same paper kept to some is", async () => {
    const employee = await person("emil");
    expect((await textOf(employee, POLICY)).status).toBe(200);
    expect(await told()).toEqual([]);
    expect(isReadingRecorded({ kind: "policy", acl: ["role:hr_lead"] })).toBe(true);
    expect(isReadingRecorded({ kind: "job", acl: ["role:employee", "user:x"] })).toBe(false);
    expect(isReadingRecorded({ kind: "resume", acl: ["role:employee"] })).toBe(true);
  });

  test("a refused reader: the same answer and the same line whether or not it exists", async () => {
    const employee = await person("emil");
    const [real, absent] = [await textOf(employee, RESUME), await textOf(employee, ABSENT)];
    expect(real.status).toBe(404);
    expect(absent).toEqual(real);
    const facts = { method: "GET", route: "/api/documents/[id]/text", answer: "not-found" };
    expect(await told()).toEqual([RESUME, ABSENT].map((on) => ({ action: "access.denied", by: employee.account.id, on, facts, address: NETWORK })));
  });

  test("a role that is missing, another's conversation, a screen: refused and recorded; typed text is not kept", async () => {
    const employee = await person("emil");
    expect((await call(getCandidates, { as: employee, at: "/api/candidates" })).status).toBe(403);
    expect((await call(getConversation, { as: employee, id: "Noor Visser's chat", at: "/api/conversations/Noor%20Visser's%20chat" })).status).toBe(404);
    expect((await call(getExport, { as: employee, at: "/api/audit/export?format=csv" })).status).toBe(403);
    await recordRefusedPage({ userId: employee.account.id, name: "emil", roles: [] }, "/candidates");
    expect((await lines()).map(({ object, facts }) => [object.kind, object.id, facts["method"], facts["route"], facts["answer"]])).toEqual([
      ["document", null, "GET", "/api/candidates", "forbidden"],
      ["conversation", null, "GET", "/api/conversations/[id]", "not-found"],
      ["log", null, "GET", "/api/audit/export", "forbidden"],
      ["document", null, "PAGE", "/candidates", "forbidden"],
    ]);
    expect(JSON.stringify(await lines())).not.toContain("Noor");
  });

  test("a mistake in the request is no refusal", async () => {
    const lead = await person("lea", ["hr_lead"]);
    expect((await call(getAudit, { as: lead, at: "/api/audit?limit=x" })).status).toBe(400);
    expect(await told()).toEqual([]);
  });

  test("changes and deletions name what was changed, from what to what", async () => {
    const lead = await person("lea", ["hr_lead"]);
    const json = { title: "Leave of Noor Visser", acl: ["role:hr_lead"] };
    expect((await call(patchDocument, { as: lead, id: POLICY, at: `/api/documents/${POLICY}`, method: "PATCH", json })).status).toBe(200);
    expect((await call(deleteDocument, { as: lead, id: POLICY, at: `/api/documents/${POLICY}`, method: "DELETE" })).status).toBe(204);
    expect((await told()).map(({ action, on, facts }) => ({ action, on, facts }))).toEqual([
      { action: "document.changed", on: POLICY, facts: { kind: "policy", title: true, readersBefore: ["role:employee"], readersAfter: ["role:hr_lead"] } },
      { action: "document.deleted", on: POLICY, facts: { kind: "policy", replacedBy: null } },
    ]);
    expect(JSON.stringify(await lines())).not.toContain("Noor");
  });

  test("accounts: made, changed, signed in, sign-in refused; no name, address or password", async () => {
    const admin = await person("ada", ["admin"]);
    const made = await call(postUsers, { as: admin, at: "/api/users", method: "POST", json: { name: "Noor", email: "noor@example.test", roles: ["recruiter"], password: "a long enough one" } });
    const { id } = JSON.parse(made.text) as { id: string };
    await call(patchUser, { as: admin, id, at: `/api/users/${id}`, method: "PATCH", json: { name: "Noor V", roles: ["hr_lead"], password: "another long one" } });
    const deps = { db: opened.db, clock: { now: () => Date.now() }, cost: { N: 16, r: 8, p: 1 } };
    await opened.db.update(users).set({ passwordHash: await hashPassword("right horse", deps.cost) });
    await signIn(deps, { email: "noor@example.test", password: "right horse", address: "192.0.2.7" });
    for (const email of ["noor@example.test", "ghost@example.test"]) await expect(signIn(deps, { email, password: "wrong", address: null })).rejects.toMatchObject({ code: "auth/invalid-credentials" });
    expect(await told()).toEqual([
      { action: "account.created", by: admin.account.id, on: id, facts: { roles: ["employee", "recruiter"] }, address: NETWORK },
      { action: "account.changed", by: admin.account.id, on: id, facts: { fields: ["name", "roles", "password"], roles: ["employee", "hr_lead"], disabled: null }, address: NETWORK },
      { action: "account.signed-in", by: id, on: id, facts: {}, address: NETWORK },
      { action: "account.sign-in-refused", by: null, on: id, facts: {}, address: null },
      { action: "account.sign-in-refused", by: null, on: null, facts: {}, address: null },
    ]);
    expect(JSON.stringify(await lines())).not.toMatch(/Noor|example\.test|horse|long one/);
  });
});

describe("without a line nothing happens", () => {
  beforeEach(() => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
  });
  /** As when the disk is full: no line can be written. */
  const breakLog = () => withoutAuditTriggers(opened.db, async (tx) => void (await tx.delete(auditHead)));
  const expectRefusal = ({ status, text }: { status: number; text: string }) => {
    expect(status).toBe(503);
    expect(text).toContain("audit log, so it was not done");
    expect(text).not.toMatch(/Noor welds/);
    vi.mocked(console.error).mockClear();
  };

  test("a résumé is not opened, not downloaded, not listed; the log is not exported", async () => {
    const lead = await person("lea", ["hr_lead"]);
    await breakLog();
    expectRefusal(await textOf(lead, RESUME));
    expectRefusal(await call(getFile, { as: lead, id: RESUME, at: `/api/documents/${RESUME}/file` }));
    expectRefusal(await call(getCandidates, { as: lead, at: "/api/candidates" }));
    expectRefusal(await call(getExport, { as: lead, at: "/api/audit/export?format=jsonl" }));
    expect((await textOf(lead, POLICY)).status, "what leaves no line goes on").toBe(200);
  });

  test("nothing is changed, deleted or created: both or neither", async () => {
    const lead = await person("lea", ["hr_lead", "admin"]);
    await breakLog();
    const before = [await opened.db.select().from(documents), await opened.db.select().from(documentAcl), await opened.db.select().from(users)];
    expectRefusal(await call(patchDocument, { as: lead, id: POLICY, at: `/api/documents/${POLICY}`, method: "PATCH", json: { title: "x", acl: ["role:hr_lead"] } }));
    expectRefusal(await call(deleteDocument, { as: lead, id: RESUME, at: `/api/documents/${RESUME}`, method: "DELETE" }));
    expectRefusal(await call(postUsers, { as: lead, at: "/api/users", method: "POST", json: { name: "N", email: "n@example.test", roles: ["employee"], password: "a long enough one" } }));
    expectRefusal(await call(patchUser, { as: lead, id: lead.account.id, at: `/api/users/${lead.account.id}`, method: "PATCH", json: { name: "x" } }));
    expect([await opened.db.select().from(documents), await opened.db.select().from(documentAcl), await opened.db.select().from(users)]).toEqual(before);
  });

  test("nobody signs in", async () => {
    const deps = { db: opened.db, clock: { now: () => Date.now() }, cost: { N: 16, r: 8, p: 1 } };
    await addPerson(opened.db, "ada", [], await hashPassword("right horse", deps.cost));
    await breakLog();
    for (const password of ["right horse", "wrong"]) await expect(signIn(deps, { email: "ada@example.test", password, address: null })).rejects.toMatchObject({ code: "data/unavailable" });
    expect((await opened.db.select().from(users)).map((row) => row.lastSignInAt)).toEqual([null]);
  });

  test("a refusal stays a refusal, and the lost line is an incident", async () => {
    const employee = await person("emil");
    await breakLog();
    expect((await textOf(employee, RESUME)).status).toBe(404);
    expect(vi.mocked(console.error).mock.calls.map(String)).toEqual([expect.stringMatching(/^incident .*no audit line for access\.denied/)]);
    vi.mocked(console.error).mockClear();
  });
});

describe("reading and exporting", () => {
  async function someLines() {
    const [lead, admin, recruiter] = [await person("lea", ["hr_lead"]), await person("ada", ["admin"]), await person("rekha", ["recruiter"])];
    for (let i = 0; i < 3; i++) await textOf(recruiter, RESUME);
    await call(patchUser, { as: admin, id: recruiter.account.id, at: `/api/users/${recruiter.account.id}`, method: "PATCH", json: { disabled: true } });
    return { lead, admin, recruiter };
  }
  const page = async (as: TestPerson, query = "") => auditPage.parse(JSON.parse((await call(getAudit, { as, at: `/api/audit${query}` })).text));

  test("pages by cursor, newest first, with names of now", async () => {
    const { lead, admin, recruiter } = await someLines();
    const first = await page(lead, "?limit=3");
    expect(first).toMatchObject({ next: 2, length: 4, names: { documents: { [RESUME]: "Noor Visser" } } });
    expect(first.lines.map((line) => line.seq)).toEqual([4, 3, 2]);
    expect([...(first.people ?? [])].sort()).toEqual([admin.account.id, recruiter.account.id].sort());
    expect(first.names.accounts).toEqual({ [admin.account.id]: "ada", [recruiter.account.id]: "rekha" });
    const second = await page(lead, "?limit=3&before=2");
    expect(second).toMatchObject({ next: null, people: null });
    expect(second.lines.map((line) => line.seq)).toEqual([1]);
    expect((await page(lead, "?document=noor")).lines).toHaveLength(3);
    expect((await page(lead, `?document=${RESUME}&person=${admin.account.id}`)).lines).toEqual([]);
    expect((await page(lead, `?person=${admin.account.id}&action=account.changed`)).lines).toHaveLength(1);
    await opened.db.delete(users);
    await addPerson(opened.db, "lea2", ["hr_lead"]).then(async (other) => expect((await page(other)).names.accounts).toEqual({}));
  });

  test("an administrator reads account lines and has the chain checked, no more; others nothing", async () => {
    const { admin } = await someLines();
    const own = await page(admin);
    expect(own.lines.map((line) => line.action)).toEqual(["account.changed"]);
    expect(own).toMatchObject({ length: 1, names: { documents: {} } });
    expect((await page(admin, `?document=${RESUME}`)).lines).toEqual([]);
    expect((await call(getExport, { as: admin, at: "/api/audit/export?format=csv" })).status).toBe(403);
    expect(auditVerification.parse(JSON.parse((await call(getVerify, { as: admin, at: "/api/audit/verify" })).text))).toMatchObject({ ok: true, lines: 5 });
    for (const role of ROLES.filter((each) => each !== "hr_lead" && each !== "admin")) {
      const as = await person(role, [role]);
      for (const [handler, at] of [[getAudit, "/api/audit"], [getVerify, "/api/audit/verify"], [getExport, "/api/audit/export?format=csv"]] as const) expect((await call(handler, { as, at })).status, `${role} ${at}`).toBe(403);
    }
  });

  test("an export is recorded first; JSON lines are the stored lines to the letter, CSV has names", async () => {
    const { lead } = await someLines();
    const jsonl = await call(getExport, { as: lead, at: "/api/audit/export?format=jsonl" });
    const all = await lines();
    expect(jsonl.text.trim().split("\n").map((each) => auditLine.parse(JSON.parse(each)))).toEqual(all.slice(0, 4));
    expect(all[4]).toMatchObject({ action: "audit.exported", actor: { id: lead.account.id }, facts: { format: "jsonl", lines: 4, person: null, byDocument: false } });
    const csv = await call(getExport, { as: lead, at: `/api/audit/export?format=csv&document=noor&from=2020-01-01T00:00:00%2B01:00` });
    expect(csv.text.split("\r\n").filter(Boolean)).toHaveLength(4);
    expect(csv.text).toContain("rekha");
    expect((await lines())[5]).toMatchObject({ facts: { format: "csv", lines: 3, byDocument: true, from: "2019-12-31T23:00:00.000Z" } });
    expect(JSON.stringify(await lines())).not.toContain("noor");
  });
});
