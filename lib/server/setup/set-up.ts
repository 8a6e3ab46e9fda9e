/**
 * @file First start of a data folder: the demo company, or an empty one with its first admin. Safe to run again
 * after a crash half-way: what is there is kept, what is missing is added.
 */
import { deleteDocument, listDocuments } from "../../../db/queries/documents";
import { addEmployees } from "../../../db/queries/employees";
import { createAccount, listAccounts } from "../../../db/queries/people";
import { getSetting, putSetting } from "../../../db/queries/settings";
import { DEMO_ACCOUNTS, DEMO_COMPANY, EMPLOYEES, generateDemoFiles } from "../../../db/seed";
import { systemClock } from "../../core/clock";
import { AppError, isAppError } from "../../core/errors";
import { systemScope } from "../../core/scope";
import { record } from "../audit/record";
import { acceptFiles, fileOf } from "../ingest/accept";
import { hashPassword } from "../password";
import type { Services } from "../services";
import { DEMO_SETTING } from "./demo-info";
import { makeFirstAdminLink, type FirstAdminLink } from "./first-admin";
import { demoTerms } from "./demo-terms";
import { seedDemoGrowth } from "../growth/seed-demo";
import { seedDemoReview } from "./demo-review";
import { seedDemoRecruiting } from "./demo-recruiting";
import { requireLoopback } from "./loopback";

const scope = systemScope("first start");
/** "demo" or "own", once the first start is done. */
export const SET_UP_SETTING = "set_up";

export type CompanyKind = "demo" | "own";

export interface SetUpResult {
  readonly kind: CompanyKind;
  /** The link for the first admin of an own company; null when it was made before. Shown once, stored nowhere. */
  readonly firstAdmin: FirstAdminLink | null;
}

export interface SetUpOptions {
  /** Told what is being done, a line each. */
  readonly note: (line: string) => void;
  /** Asks a person which company a new data folder gets, where the settings don't say; without it: the demo company. */
  readonly choose?: () => Promise<CompanyKind>;
}

/**
 * @throws AppError "config/invalid" when the demo company would be reachable from other machines
 */
export async function setUp(services: Services, { note, choose }: SetUpOptions): Promise<SetUpResult> {
  const { db, env } = services;
  const before = await getSetting(db, scope, SET_UP_SETTING);
  const kind = before === null ? await chooseKind(services, choose) : before === "demo" ? "demo" : "own";
  if (kind === "demo") requireLoopback(env.host);
  if (before !== null) {
    // A demo company from before there was a review queue gets its rated answers once.
    if (kind === "demo") {
      await seedDemoReview(services, note);
      await seedDemoGrowth(db, systemClock);
      await seedDemoRecruiting(services, note);
    }
    return { kind, firstAdmin: null };
  }
  const firstAdmin = kind === "demo" ? await seedDemo(services, note) : await beginOwnCompany(services);
  await putSetting(db, scope, { key: SET_UP_SETTING, value: kind });
  return { kind, firstAdmin };
}

/** A first start that was cut short goes on with what it began. */
async function chooseKind({ db, env }: Services, choose: SetUpOptions["choose"]): Promise<CompanyKind> {
  if (env.demo !== null) return env.demo ? "demo" : "own";
  const begun = await getSetting(db, scope, DEMO_SETTING);
  if (begun !== null) return begun === "1" ? "demo" : "own";
  return choose ? await choose() : "demo";
}

async function seedDemo(services: Services, note: (line: string) => void): Promise<null> {
  const { db } = services;
  await putSetting(db, scope, { key: DEMO_SETTING, value: "1" });
  await putSetting(db, scope, { key: "company", value: DEMO_COMPANY });
  for (const account of DEMO_ACCOUNTS) await addAccount(services, account);
  const accounts = await listAccounts(db, scope);
  const people = EMPLOYEES.map((person) => ({ ...person, userId: accounts.find((account) => account.email === person.email)?.id ?? null, demo: true }));
  await addEmployees(db, scope, people);

  note("Writing the demo company's documents …");
  await removeFailedDemo(services);
  let total = 0;
  const failed: string[] = [];
  const documents = new Map<string, string>();
  for await (const file of generateDemoFiles()) {
    const terms = demoTerms(file, { accounts, documents });
    const result = await acceptFiles(db, services.files, scope, [fileOf(file.path, file.bytes)], {
      kind: file.kind,
      acl: file.acl,
      onDuplicate: "skip",
      uploadedBy: null,
      auditedAs: null,
      demo: true,
      titles: { [file.path]: file.title },
      ...(terms ? { terms } : {}),
    });
    for (const { id } of result.accepted) documents.set(file.sourcePath, id);
    total += result.accepted.length;
    failed.push(...result.failed.map((failure) => `${failure.source}: ${failure.message}`));
    services.dispatcher.wake();
  }
  if (failed.length > 0) throw new AppError("internal/broken-assumption", `demo documents were refused:\n  ${failed.join("\n  ")}`);
  note(`Reading and indexing ${total} documents …`);
  await untilRead(services);
  await requireAllReady(services);
  await seedDemoReview(services, note);
  await seedDemoGrowth(db, systemClock);
  await seedDemoRecruiting(services, note);
  await record(db, scope, { action: "company.demo-created", object: { kind: "company", id: null }, facts: { documents: total, accounts: accounts.length } });
  return null;
}

/** Documents of an earlier first start that was cut short and did not end well are made anew. */
async function removeFailedDemo(services: Services): Promise<void> {
  for (const row of await listDocuments(services.db, scope)) {
    if (row.demo && (row.status === "failed" || row.status === "needs_ocr")) await deleteDocument(services.db, scope, row.id);
  }
}

/** This process, and with PostgreSQL workers beside it, have read in all that was queued. */
async function untilRead({ db, dispatcher }: Services): Promise<void> {
  for (;;) {
    await dispatcher.idle();
    if ((await listDocuments(db, scope)).every((row) => !row.demo || (row.status !== "queued" && row.status !== "processing"))) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
    dispatcher.wake();
  }
}

/** @throws AppError "internal/broken-assumption" naming every demo document that cannot be searched */
async function requireAllReady(services: Services): Promise<void> {
  const rows = (await listDocuments(services.db, scope)).filter((row) => row.demo);
  const bad = rows.filter((row) => row.status !== "ready" || row.chunkCount === 0);
  if (bad.length === 0) return;
  const lines = bad.map((row) => `${row.source}: ${row.status}${row.errorMessage ? `, ${row.errorMessage}` : ""}`);
  throw new AppError("internal/broken-assumption", `${bad.length} of ${rows.length} demo documents are not ready:\n  ${lines.join("\n  ")}`);
}

async function addAccount(services: Services, account: (typeof DEMO_ACCOUNTS)[number]): Promise<void> {
  try {
    await createAccount(services.db, scope, { email: account.email, name: account.name, roles: [...account.roles], passwordHash: await hashPassword(account.password), demo: true });
  } catch (error) {
    // A first start that was cut short has made it already.
    if (!isAppError(error) || error.code !== "request/conflict") throw error;
  }
}

/** Accounts that are there already (a restore, a first start that was cut short after the link was used) need no link. */
async function beginOwnCompany({ db, env }: Services): Promise<FirstAdminLink | null> {
  await putSetting(db, scope, { key: DEMO_SETTING, value: "0" });
  const accounts = await listAccounts(db, scope);
  return accounts.length === 0 ? makeFirstAdminLink(db, env, "first start") : null;
}
