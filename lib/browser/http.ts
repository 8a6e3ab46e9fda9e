/**
 * @file One way to call our own API from a screen: every reply is parsed with its contract, every failure becomes
 * an ApiError with a sentence that may be shown.
 */
import type { z } from "zod";
import { errorBody } from "../contracts/errors";
import type { Language } from "../core/types";
import { countLosses, reportReach } from "./connection";
import { pageLanguage, problemOf, sentenceOf, UNFORESEEN } from "./problem";

/** A failed call. `message` is safe to show and English (messageOf translates it); `code` is the server's, or `network/…` when no reply arrived. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  constructor(
    readonly code: string,
    message: string,
    /** HTTP status; 0 when no reply arrived. */
    readonly status: number,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Anything thrown → what the screen says, in the page's language; particulars without a translation on a second line. */
export function messageOf(error: unknown, language: Language = pageLanguage()): string {
  if (!(error instanceof ApiError)) return UNFORESEEN[language];
  const { sentence, detail } = problemOf(error, language);
  return detail === null ? sentence : `${sentence}\n${detail}`;
}

/** True when a call ended because its AbortSignal fired. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}

export interface CallOptions {
  readonly method?: "GET" | "POST" | "PATCH" | "DELETE";
  /** Sent as JSON; FormData is sent as it is. */
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
  readonly accept?: string;
}

/**
 * Sends one request.
 * @returns the reply, its status already known to be 2xx
 * @throws ApiError with the server's code; DOMException "AbortError" when the signal fired
 */
export async function send(path: string, options: CallOptions = {}): Promise<Response> {
  const form = options.body instanceof FormData ? options.body : null;
  const begun = countLosses();
  let response: Response;
  try {
    response = await fetch(path, {
      method: options.method ?? "GET",
      credentials: "same-origin",
      cache: "no-store",
      signal: options.signal ?? null,
      headers: {
        accept: options.accept ?? "application/json",
        ...(options.body !== undefined && !form ? { "content-type": "application/json" } : {}),
      },
      body: form ?? (options.body === undefined ? null : JSON.stringify(options.body)),
    });
  } catch (error) {
    if (isAbort(error)) throw error;
    reportReach(false);
    throw new ApiError("network/unreachable", sentenceOf("network/unreachable", "en"), 0, {
      cause: error,
    });
  }
  reportReach(true, begun);
  if (!response.ok) throw apiError(response.status, await response.text());
  return response;
}

/**
 * Sends one request and parses its JSON.
 * @throws ApiError also when the reply does not have the promised shape ("network/unexpected-reply")
 */
export async function call<Schema extends z.ZodType>(
  schema: Schema,
  path: string,
  options: CallOptions = {},
): Promise<z.infer<Schema>> {
  const response = await send(path, options);
  return parseAs(schema, await response.text());
}

/** Sends one request whose reply carries nothing of interest (usually 204). */
export async function callEmpty(path: string, options: CallOptions): Promise<void> {
  const response = await send(path, options);
  await response.body?.cancel();
}

/** @throws ApiError "network/unexpected-reply" when `text` is not JSON of the given shape */
export function parseAs<Schema extends z.ZodType>(schema: Schema, text: string): z.infer<Schema> {
  const parsed = schema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new ApiError("network/unexpected-reply", sentenceOf("network/unexpected-reply", "en"), 200, {
    cause: parsed.error,
  });
}

/** The server's error body → ApiError; a page that is not ours (a proxy's, say) → a general sentence. */
export function apiError(status: number, text: string): ApiError {
  const parsed = errorBody.safeParse(parseJson(text));
  if (parsed.success) return new ApiError(parsed.data.error.code, parsed.data.error.message, status);
  return new ApiError("network/unexpected-reply", `The server replied with status ${status}. Try again.`, status);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
