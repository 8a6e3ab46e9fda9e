/**
 * @file Rate limit of sign-in: failures per e-mail address and per network address in a sliding window, kept in the
 * database as hashes. An attempt is counted before it is examined, so that many at once cannot all slip through.
 */
import type { Database } from "../../db/client";
import { addAttempts, clearAttempts, countAttempts, purgeAttempts, removeAttempts } from "../../db/queries/sign-in-attempts";
import { INVITATION, SIGN_IN } from "../config/defaults";
import type { Clock } from "../core/clock";
import { AppError } from "../core/errors";
import { sha256 } from "../core/hash";
import { systemScope } from "../core/scope";

const scope = systemScope("sign-in rate limit");

export interface SignInLimits {
  readonly maxFailuresPerEmail: number;
  readonly maxFailuresPerAddress: number;
  readonly windowMs: number;
}

export interface CountedAttempt {
  /** The attempt was right: it no longer counts; a sign-in's e-mail address starts afresh. */
  succeed(): Promise<void>;
}

/**
 * Counts one attempt.
 *
 * @param attempt.email   as typed, compared trimmed and in lower case
 * @param attempt.address network address; null when unknown, then only the e-mail address counts
 * @throws AppError "auth/rate-limited" when either limit is reached; the refused attempt itself is not counted, so
 *   trying on does not prolong the wait
 */
export async function countSignInAttempt(
  deps: { db: Database; clock: Clock; limits?: SignInLimits },
  attempt: { email: string; address: string | null },
): Promise<CountedAttempt> {
  const { db, clock, limits = SIGN_IN } = deps;
  const now = clock.now();
  const since = new Date(now - limits.windowMs);
  const emailKey = `email:${sha256(attempt.email.trim().toLowerCase())}`;
  const addressKey = attempt.address === null ? null : `ip:${sha256(attempt.address)}`;
  const keys = addressKey === null ? [emailKey] : [emailKey, addressKey];

  await purgeAttempts(db, scope, since);
  const ids = await addAttempts(db, scope, { keys, at: new Date(now) });
  const counts = await countAttempts(db, scope, { keys, since });
  const overEmail = (counts.get(emailKey) ?? 0) > limits.maxFailuresPerEmail;
  const overAddress = addressKey !== null && (counts.get(addressKey) ?? 0) > limits.maxFailuresPerAddress;
  if (overEmail || overAddress) {
    await removeAttempts(db, scope, ids);
    const minutes = Math.ceil(limits.windowMs / 60_000);
    throw new AppError("auth/rate-limited", `too many failed sign-ins for this ${overEmail ? "account" : "network address"}`, {
      userMessage: `Too many attempts. Wait up to ${minutes} minutes and try again.`,
    });
  }
  return {
    succeed: async () => {
      await removeAttempts(db, scope, ids);
      await clearAttempts(db, scope, emailKey);
    },
  };
}

/**
 * Counts one use of a one-time link. Only wrong ones go on counting.
 *
 * @param address network address; those that are unknown share one count
 * @throws AppError "auth/rate-limited"
 */
export async function countLinkAttempt({ db, clock }: { db: Database; clock: Clock }, address: string | null): Promise<CountedAttempt> {
  const now = clock.now();
  const since = new Date(now - SIGN_IN.windowMs);
  const key = `link:${sha256(address ?? "unknown")}`;
  await purgeAttempts(db, scope, since);
  const ids = await addAttempts(db, scope, { keys: [key], at: new Date(now) });
  const counts = await countAttempts(db, scope, { keys: [key], since });
  if ((counts.get(key) ?? 0) > INVITATION.maxWrongPerAddress) {
    await removeAttempts(db, scope, ids);
    throw new AppError("auth/rate-limited", "too many wrong links from this network address");
  }
  return { succeed: () => removeAttempts(db, scope, ids) };
}
