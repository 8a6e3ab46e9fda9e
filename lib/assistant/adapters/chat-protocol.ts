/**
 * @file Chat protocol: the OpenAI-compatible chat completions stream as bytes → deltas. Strict: what is not the protocol
 * is a failure, never a part of an answer. Knows nothing of LangChain.
 */
import { z } from "zod";
import { modelFailure } from "../language-model/language-model";

const toolCall = z.object({
  index: z.number().int().nonnegative().optional(),
  id: z.string().nullish(),
  function: z.object({ name: z.string().nullish(), arguments: z.string().nullish() }).nullish(),
});
const message = z.object({ content: z.string().nullish(), tool_calls: z.array(toolCall).nullish() });
const choice = z.object({ delta: message.nullish(), message: message.nullish(), finish_reason: z.string().nullish() });
const frame = z.object({ choices: z.array(choice).nullish(), error: z.unknown().optional() });

export interface Delta {
  readonly content: string;
  readonly toolCalls: readonly { readonly index: number; readonly id?: string; readonly name?: string; readonly args?: string }[];
}

/** More than any answer needs; a stream without end stops here. */
const MAX_BYTES = 2 * 1024 * 1024;

/**
 * @param response with status 200
 * @throws AppError "language-model/failed": malformed, cut_off (ended before it was done), error (the server says so)
 */
export async function* readDeltas(response: Response): AsyncGenerator<Delta> {
  const type = response.headers.get("content-type") ?? "";
  if (/\bhtml\b/i.test(type)) throw modelFailure("malformed", "the server answered with a web page; check CADRE_LLM_BASE_URL");
  // Some servers do not stream: one JSON document, with a message instead of deltas.
  if (/\bjson\b/i.test(type) && !/event-stream|ndjson/i.test(type)) {
    const { delta } = parseFrame(await wholeText(response));
    if (delta) yield delta;
    return;
  }
  let finished = false;
  for await (const line of linesOf(response)) {
    const data = /^data:\s?(.*)$/.exec(line)?.[1];
    if (data === undefined) {
      if (line.trim() !== "" && !/^(?::|event:|id:|retry:)/.test(line)) throw modelFailure("malformed", "a line of the stream is no server-sent event");
      continue;
    }
    if (data.trim() === "[DONE]") return;
    const { delta, isLast } = parseFrame(data);
    finished ||= isLast;
    if (delta) yield delta;
  }
  if (!finished) throw modelFailure("cut_off", "the stream ended before the model was done");
}

function parseFrame(text: string): { delta: Delta | null; isLast: boolean } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw modelFailure("malformed", "a frame of the stream is no JSON", { cause });
  }
  const parsed = frame.safeParse(json);
  if (!parsed.success) throw modelFailure("malformed", "a frame of the stream is no chat completion");
  if (parsed.data.error) throw modelFailure("error", "the server reported an error in the stream");
  const [first] = parsed.data.choices ?? [];
  const said = first?.delta ?? first?.message;
  const toolCalls = (said?.tool_calls ?? []).map((call, at) => ({
    index: call.index ?? at,
    ...(call.id ? { id: call.id } : {}),
    ...(call.function?.name ? { name: call.function.name } : {}),
    ...(call.function?.arguments ? { args: call.function.arguments } : {}),
  }));
  const delta = said && ((said.content ?? "") !== "" || toolCalls.length > 0) ? { content: said.content ?? "", toolCalls } : null;
  return { delta, isLast: Boolean(first?.finish_reason) };
}

async function* linesOf(response: Response): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let pending = "";
  for await (const bytes of chunksOf(response)) {
    pending += decoder.decode(bytes, { stream: true });
    const lines = pending.split(/\r\n|\n|\r(?!$)/);
    pending = lines.pop() ?? "";
    yield* lines;
  }
  if (pending !== "") yield pending;
}

async function wholeText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const bytes of chunksOf(response)) text += decoder.decode(bytes, { stream: true });
  return text;
}

async function* chunksOf({ body }: Response): AsyncGenerator<Uint8Array> {
  if (!body) return;
  let total = 0;
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        throw modelFailure("cut_off", "the connection broke in the middle of the stream", { cause });
      });
      if (done) return;
      total += value.length;
      if (total > MAX_BYTES) throw modelFailure("malformed", `the stream is longer than ${MAX_BYTES} bytes`);
      yield value;
    }
  } finally {
    // A reader that leaves early hangs up, so that the server stops computing.
    await reader.cancel().catch(() => undefined);
  }
}
