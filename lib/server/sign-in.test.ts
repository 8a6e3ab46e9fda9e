/** @file Sign-in, its limits and sessions on a real database, with a clock that the test moves. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openMemoryDatabase, type OpenDatabase } from "../../db/client";
import { getAccount, updateAccount } from "../../db/queries/people";
import { signInAttempts } from "../../db/schema";
import { emptyDatabase } from "../../db/testing/database";
import { SIGN_IN } from "../config/defaults";
import { createManualClock } from "../core/clock";
import { systemScope } from "../core/scope";
import { addPerson } from "../testing/accounts";
import { hashPassword } from "./password";
import { claimsFor, encodeSession, resolveSession } from "./session-token";
import { signIn } from "./sign-in";

const system = systemScope("test");
const cost = { N: 2 ** 4, r: 8, p: 1 };
const authSecret = "a secret of at least thirty-two characters";
const refused = expect.objectContaining({ code: "auth/invalid-credentials" }) as Error;
const limited = expect.objectContaining({ code: "auth/rate-limited" }) as Error;

let opened: OpenDatabase;
let clock: ReturnType<typeof createManualClock>;
beforeAll(async () => {
  opened = await openMemoryDatabase();
});
afterAll(() => opened.close());
beforeEach(async () => {
  await emptyDatabase(opened.db);
  clock = createManualClock(Date.now());
});

const deps = () => ({ db: opened.db, clock, cost });
const attempt = (email: string, password: string, address: string | null = "192.0.2.1") => signIn(deps(), { email, password, address });
const ada = async () => addPerson(opened.db, "ada", ["recruiter"], await hashPassword("correct horse", cost));

describe("sign-in", () => {
  test("the right password, whatever the case of the e-mail address", async () => {
    const { account } = await ada();
    const signedIn = await attempt(" ADA@example.test", "correct horse");
    expect(signedIn).toEqual(account);
    expect(signedIn).not.toHaveProperty("passwordHash");
    expect((await getAccount(opened.db, system, account.id)).lastSignInAt?.getTime()).toBe(clock.now());
  });

  test("wrong password, no such account, disabled, absurdly long: all one answer", async () => {
    const { account } = await ada();
    await expect(attempt("ada@example.test", "wrong")).rejects.toEqual(refused);
    await expect(attempt("nobody@example.test", "correct horse")).rejects.toEqual(refused);
    await expect(attempt("ada@example.test", "x".repeat(1_000_000))).rejects.toEqual(refused);
    await updateAccount(opened.db, system, { id: account.id, change: { disabled: true } });
    await expect(attempt("ada@example.test", "correct horse")).rejects.toEqual(refused);
  });

  test("after five failures even the right password waits, until the first of them is a window old", async () => {
    await ada();
    for (let i = 0; i < SIGN_IN.maxFailuresPerEmail; i++) {
      await expect(attempt("ada@example.test", "wrong", `192.0.2.${i}`)).rejects.toEqual(refused);
      clock.advance(60_000);
    }
    await expect(attempt("Ada@example.test", "correct horse", "198.51.100.7")).rejects.toEqual(limited);
    clock.advance(SIGN_IN.windowMs - SIGN_IN.maxFailuresPerEmail * 60_000 - 1);
    await expect(attempt("ada@example.test", "correct horse")).rejects.toEqual(limited);
    clock.advance(1);
    expect((await attempt("ada@example.test", "correct horse")).name).toBe("ada");
  });

  test("an address without an account is limited just the same", async () => {
    for (let i = 0; i < SIGN_IN.maxFailuresPerEmail; i++) await expect(attempt("ghost@example.test", "x")).rejects.toEqual(refused);
    await expect(attempt("ghost@example.test", "x")).rejects.toEqual(limited);
  });

  test("success starts the account afresh but not the network address", async () => {
    await ada();
    const limits = { ...SIGN_IN, maxFailuresPerAddress: 6 };
    const limitedAttempt = (email: string, password: string) => signIn({ ...deps(), limits }, { email, password, address: "192.0.2.1" });
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < 3; i++) await expect(limitedAttempt("ada@example.test", "wrong")).rejects.toEqual(refused);
      if (round === 0) expect((await limitedAttempt("ada@example.test", "correct horse")).name).toBe("ada");
    }
    await expect(limitedAttempt("someone@example.test", "x")).rejects.toEqual(limited);
    expect((await signIn({ ...deps(), limits }, { email: "ada@example.test", password: "correct horse", address: "192.0.2.2" })).name).toBe("ada");
  });

  test("guesses sent all at once do not slip past the limit", async () => {
    await ada();
    const results = await Promise.allSettled(Array.from({ length: 20 }, (_, i) => attempt("ada@example.test", `guess ${i}`)));
    const examined = results.filter((result) => result.status === "rejected" && (result.reason as { code: string }).code === "auth/invalid-credentials");
    expect(examined.length).toBeLessThanOrEqual(SIGN_IN.maxFailuresPerEmail);
    expect(results.every((result) => result.status === "rejected")).toBe(true);
  });

  test("what is stored names neither e-mail nor network address, and old rows go", async () => {
    await expect(attempt("ada@example.test", "x")).rejects.toEqual(refused);
    const rows = await opened.db.select().from(signInAttempts);
    expect(rows.map((row) => row.key.replace(/[0-9a-f]{64}$/, "#")).sort()).toEqual(["email:#", "ip:#"]);
    clock.advance(SIGN_IN.windowMs);
    await expect(attempt("other@example.test", "x", null)).rejects.toEqual(refused);
    expect(await opened.db.select().from(signInAttempts)).toHaveLength(1);
  });
});

describe("with passwords switched off", () => {
  const off = (email: string, password: string) => signIn({ ...deps(), passwords: false }, { email, password, address: null });

  test("only an administrator signs in, in a session that is nothing but an administrator's", async () => {
    await ada();
    const hash = await hashPassword("correct horse", cost);
    const { account } = await addPerson(opened.db, "boss", ["admin", "hr_lead"], hash);
    await expect(off("ada@example.test", "correct horse")).rejects.toEqual(expect.objectContaining({ code: "auth/password-off" }));
    await expect(off("boss@example.test", "wrong")).rejects.toEqual(refused);
    expect((await off("boss@example.test", "correct horse")).id).toBe(account.id);
    const token = await encodeSession(claimsFor(account, clock.now(), { emergency: true }), authSecret);
    const signedIn = await resolveSession({ db: opened.db, clock, authSecret, companySignIn: null }, token);
    expect(signedIn?.actor.roles).toEqual(["employee", "admin"]);
    expect(signedIn?.scope.kinds).not.toContain("resume");
    await addPerson(opened.db, "second", ["admin"]);
    await updateAccount(opened.db, system, { id: account.id, change: { roles: ["hr_lead"] } });
    expect(await resolveSession({ db: opened.db, clock, authSecret, companySignIn: null }, token)).toBeNull();
  });
});

describe("sessions", () => {
  const resolve = (token: string | undefined, secret = authSecret) => resolveSession({ db: opened.db, clock, authSecret: secret, companySignIn: null }, token);
  const tokenOf = async () => {
    const person = await ada();
    return { ...person, token: await encodeSession(claimsFor(person.account, clock.now()), authSecret) };
  };

  test("a session is its account as it is now: new roles count at the next request", async () => {
    const { account, scope, token } = await tokenOf();
    const relations = { employeeId: null, reports: [], openings: [], learning: [] };
    expect(await resolve(token)).toEqual({ actor: { userId: account.id, name: "ada", roles: ["employee", "recruiter"], relations }, scope, account });
    await updateAccount(opened.db, system, { id: account.id, change: { roles: [] } });
    const now = await resolve(token);
    expect(now?.actor.roles).toEqual(["employee"]);
    expect(now?.scope.kinds).not.toContain("resume");
  });

  test("disabled: out at the next request, and not back in by being enabled again", async () => {
    const { account, token } = await tokenOf();
    await updateAccount(opened.db, system, { id: account.id, change: { disabled: true } });
    expect(await resolve(token)).toBeNull();
    await updateAccount(opened.db, system, { id: account.id, change: { disabled: false } });
    expect(await resolve(token)).toBeNull();
  });

  test("a session ends eight hours after sign-in, used or not", async () => {
    const { token } = await tokenOf();
    clock.advance(SIGN_IN.sessionMaxAgeS * 1000 - 2000);
    expect(await resolve(token)).not.toBeNull();
    clock.advance(2000);
    expect(await resolve(token)).toBeNull();
  });

  test("missing, forged, cut off, another installation's, someone who is gone: signed out", async () => {
    const { token } = await tokenOf();
    for (const bad of [undefined, "", "x.y.z", token.slice(0, -4), `${token}AA`]) expect(await resolve(bad)).toBeNull();
    expect(await resolve(token, "another secret of more than thirty-two characters")).toBeNull();
    await emptyDatabase(opened.db);
    expect(await resolve(token)).toBeNull();
  });
});
