/**
 * @file The wrapper of every API route: who is it, may they, is it well formed; then the handler; then errors in one
 * shape. A route without it is a hole: the architecture of app/api rests on this file.
 */
import type { z } from "zod";
import { AppError } from "../core/errors";
import type { ActorScope } from "../core/scope";
import type { Actor } from "../core/types";
import { recordRefusal } from "./audit/record";
import { errorResponse } from "./http";
import { requireModuleOf } from "./modules/state";
import { authorise, type Action } from "./policy";
import { services } from "./services";
import { signedInOf } from "./session";
import type { SignedIn } from "./session-token";
import { watchSession } from "./session-watch";

/** Bytes of a JSON body. Uploads read their own stream. */
const MAX_JSON_BYTES = 1024 * 1024;

export interface RouteCall<Input> extends SignedIn {
  readonly actor: Actor;
  readonly scope: ActorScope;
  /** Parsed query (GET, HEAD) or JSON body (others); undefined without an `input` schema. */
  readonly input: Input;
  /** Of the path: `/api/users/[id]` gives `{ id }`. */
  readonly params: Readonly<Record<string, string>>;
  readonly request: Request;
}

/** What Next passes: the dynamic parts of the path, undefined where it has none. */
export interface RouteContext {
  readonly params: Promise<Record<string, string> | undefined>;
}

type Handler = (request: Request, context: RouteContext) => Promise<Response>;

/**
 * @param options.action what must be open to the actor; leave out only where the handler itself decides by object
 *   (with `authorise`), or anyone signed in may
 * @param options.input  schema of the query (GET) or JSON body; without it the handler reads the request itself
 * @param handle returns a Response, or a value that is sent as JSON (200), or undefined (204)
 * @example export const GET = route({ action: "users:manage" }, async ({ scope }) => listUsers(scope));
 */
export function route<Schema extends z.ZodType = z.ZodUndefined>(
  options: { action?: Action; input?: Schema },
  handle: (call: RouteCall<z.output<Schema>>) => Promise<unknown>,
): Handler {
  return (request, context) =>
    guarded(async () => {
      assertSameOrigin(request);
      await requireModuleOf(async () => (await services()).db, new URL(request.url).pathname);
      const signedIn = await signedInOf(request);
      if (signedIn === null) throw new AppError("auth/signed-out", "no valid session");
      watchSession(request, signedIn.actor, async () => (await signedInOf(request))?.actor ?? null);
      // Next gives a route without dynamic parts no params at all.
      const params = (await context.params) ?? {};
      try {
        if (options.action) authorise(signedIn.actor, options.action);
        const input = (options.input ? parseInput(options.input, await rawInput(request)) : undefined) as z.output<Schema>;
        Object.values(params).forEach(assertStorable);
        return responseOf(await handle({ ...signedIn, input, params, request }));
      } catch (error) {
        const { method, url } = request;
        await recordRefusal(async () => (await services()).db, signedIn.actor, { method, pathname: new URL(url).pathname, params }, error);
        throw error;
      }
    });
}

function responseOf(result: unknown): Response {
  if (result instanceof Response) return result;
  if (result === undefined) return new Response(null, { status: 204 });
  return Response.json(result, { headers: { "cache-control": "no-store" } });
}

/**
 * A route that answers without a session: whoever has a one-time link. Same checks of origin, form and size; what the
 * handler lets happen it must decide by itself. Named in routes.test.ts with the reason.
 */
export function openRoute<Schema extends z.ZodType>(options: { input: Schema }, handle: (call: { input: z.output<Schema>; request: Request }) => Promise<unknown>): Handler {
  return (request) =>
    guarded(async () => {
      assertSameOrigin(request);
      return responseOf(await handle({ input: parseInput(options.input, await rawInput(request)), request }));
    });
}

/** Runs a handler that has no session to check (next-auth's own, health); errors leave in the one shape. */
export async function guarded(handle: () => Promise<Response>): Promise<Response> {
  try {
    return await handle();
  } catch (error) {
    // Next's own control flow (redirect, not found, dynamic rendering) is thrown and must reach Next.
    if (isNextControlFlow(error)) throw error;
    return errorResponse(error);
  }
}

/**
 * Refuses a change that another site's page asks for with our user's cookie. Browsers say where a request comes from
 * (Sec-Fetch-Site; Origin on plain-HTTP addresses); a request with neither comes from no browser and brings no cookie
 * it was not given on purpose.
 *
 * @throws AppError "policy/forbidden"
 */
export function assertSameOrigin(request: Request): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host") ?? new URL(request.url).host;
  const foreign = site !== null ? site !== "same-origin" && site !== "none" : origin !== null && hostOf(origin) !== host;
  if (foreign) throw new AppError("policy/forbidden", `a ${request.method} request from another site was refused`);
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

async function rawInput(request: Request): Promise<unknown> {
  if (request.method === "GET" || request.method === "HEAD") return queryOf(new URL(request.url).searchParams);
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get("content-type") ?? "")) {
    throw new AppError("request/invalid", "expected a body with content-type application/json");
  }
  const text = await readText(request, MAX_JSON_BYTES);
  try {
    return JSON.parse(text, (_key, value: unknown) => (typeof value === "string" ? assertStorable(value) : value)) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // The parser's message quotes the body: not kept as the cause.
    throw new AppError("request/invalid", "the body is not JSON", { userMessage: "The request's body is not valid JSON." });
  }
}

/** PostgreSQL stores neither U+0000 nor half of a surrogate pair. @throws AppError "request/invalid" */
function assertStorable(text: string): string {
  if (/[\0\p{Surrogate}]/u.test(text)) {
    const userMessage = "The text has a character that cannot be stored (U+0000 or half of a surrogate pair).";
    throw new AppError("request/invalid", "a string has U+0000 or a lone surrogate", { userMessage });
  }
  return text;
}

/** A name that occurs twice becomes a list. */
function queryOf(params: URLSearchParams): Record<string, string | string[]> {
  const entries = [...new Set(params.keys())].map((name): [string, string | string[]] => {
    const all = params.getAll(name).map(assertStorable);
    return [name, all.length === 1 ? (all[0] ?? "") : all];
  });
  return Object.fromEntries(entries);
}

/** A body as text. @throws AppError "request/too-large" */
export async function readText(request: Request, maxBytes: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for (const reader = request.body?.getReader(); reader; ) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      throw new AppError("request/too-large", `a body may have ${maxBytes} bytes`);
    }
    parts.push(value);
  }
  return Buffer.concat(parts).toString("utf8");
}

function parseInput<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const faults = result.error.issues.slice(0, 3).map((issue) => `${issue.path.join(".") || "request"}: ${issue.message}`);
  throw new AppError("request/invalid", `input refused: ${faults.join("; ")}`, { userMessage: `Please check: ${faults.join("; ")}.` });
}

function isNextControlFlow(error: unknown): boolean {
  return error instanceof Error && "digest" in error && /^(NEXT_|DYNAMIC_SERVER_USAGE|BAILOUT_)/.test(String(error.digest));
}
