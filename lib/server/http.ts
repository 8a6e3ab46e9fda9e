/**
 * @file Errors at the edge: AppError → `{error:{code,message}}` with its HTTP status. Anything unforeseen becomes a
 * generic 500 with an incident id, and one line on stderr under the same id, without personal data.
 */
import type { ErrorBody } from "../contracts/errors";
import { AppError, isAppError, type ErrorCode } from "../core/errors";
import { newId } from "../core/ids";

const STATUS: Readonly<Record<ErrorCode, number>> = {
  "auth/signed-out": 401,
  "auth/invalid-credentials": 401,
  "auth/rate-limited": 429,
  "auth/link-invalid": 410,
  "auth/password-off": 403,
  "auth/company-unreachable": 503,
  "auth/company-refused": 403,
  "auth/company-unverified": 403,
  "auth/company-not-allowed": 403,
  "auth/company-mismatch": 403,
  "auth/disabled": 403,
  "mail/failed": 502,
  "policy/forbidden": 403,
  "request/invalid": 400,
  "request/not-found": 404,
  "request/conflict": 409,
  "request/too-large": 413,
  "document/unsupported-type": 415,
  "document/type-mismatch": 415,
  "document/empty": 422,
  "document/needs-ocr": 422,
  "document/encrypted": 422,
  "document/broken": 422,
  "document/too-large": 413,
  "document/too-slow": 422,
  "document/too-many-files": 413,
  "document/duplicate": 409,
  "document/bad-encoding": 422,
  "document/bad-terms": 422,
  "data/locked": 503,
  "data/unavailable": 503,
  "data/migration-failed": 503,
  "backup/failed": 500,
  "backup/unusable": 422,
  "backup/too-new": 422,
  "backup/target-not-empty": 409,
  "backup/restore-failed": 500,
  "config/invalid": 500,
  "model/not-found": 503,
  "model/unsupported": 503,
  "model/device-unavailable": 503,
  "language-model/failed": 503,
  "index/dimension-mismatch": 503,
  "index/invalid-vector": 503,
  "index/corrupt": 503,
  "train/diverged": 500,
  "train/failed": 500,
  "train/too-few-labels": 400,
  "labels/bad-input": 400,
  "registry/unusable": 409,
  "registry/refused": 409,
  "job/cancelled": 409,
  "job/worker-died": 503,
  "taxonomy/invalid": 400,
  "match/bad-ruleset": 400,
  "eval/bad-input": 400,
  "insights/off": 409,
  "insights/bad-table": 400,
  "insights/bad-target": 400,
  "insights/too-few-data": 422,
  "insights/bad-problem": 400,
  "internal/broken-assumption": 500,
  "internal/unknown": 500,
};

/** @returns the HTTP status of a code */
export function statusOf(code: ErrorCode): number {
  return STATUS[code];
}

/** Anything thrown → the response that leaves the process. Logs what an operator must know (5xx), once. */
export function errorResponse(thrown: unknown): Response {
  const { body, status } = describeError(thrown);
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}

/** The same for streams: the `error` event's data, and the status it would have had. */
export function describeError(thrown: unknown): { body: ErrorBody; status: number } {
  const error = foreseen(thrown);
  const status = error === null ? 500 : STATUS[error.code];
  if (error !== null && status < 500) return { status, body: { error: { code: error.code, message: error.userMessage } } };
  const incident = logIncident(thrown);
  const code = error?.code ?? "internal/unknown";
  const sentence = error?.userMessage ?? "Something went wrong on our side.";
  return { status, body: { error: { code, message: `${sentence} (Incident ${incident})` } } };
}

/**
 * One line on stderr: id, code or name, and where. Messages of foreign errors are left out: a database error quotes
 * the values of the query that failed.
 *
 * @returns the incident's id
 */
export function logIncident(thrown: unknown): string {
  const incident = newId<string>().slice(-12);
  console.error(`incident ${incident}: ${causes(thrown).map(describe).join(" ← ")}`);
  return incident;
}

/** An AppError, or one that a lost database connection stands for; null for the unforeseen. */
function foreseen(thrown: unknown): AppError | null {
  if (isAppError(thrown)) return thrown;
  const lost = causes(thrown).some((error) => error instanceof Error && "code" in error && CONNECTION_LOST.test(String(error.code)));
  return lost ? new AppError("data/unavailable", "the connection to the database was lost", { cause: thrown }) : null;
}

/** @source Node's system errors; PostgreSQL's error codes, classes 08 (connection) and 57P0 (server shutting down) */
const CONNECTION_LOST = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|08\w{3}|57P0\w)$/;

function causes(thrown: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let error = thrown; error !== undefined && chain.length < 5; error = error instanceof Error ? error.cause : undefined) chain.push(error);
  return chain;
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return `thrown value of type ${typeof error}`;
  const code = "code" in error && typeof error.code === "string" ? ` ${error.code}` : "";
  const message = isAppError(error) ? `: ${error.message.replaceAll("\n", " ")}` : "";
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return `${error.name}${code}${message} [${frames.slice(0, 3).map((line) => line.trim()).join("; ")}]`;
}
