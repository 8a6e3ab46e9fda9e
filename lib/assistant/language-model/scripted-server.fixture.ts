/**
 * @file A scripted OpenAI-compatible server on the loopback address, for tests: it says what a test makes it say, well or
 * badly, and remembers what it was sent.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface SentMessage {
  readonly role: string;
  readonly content: string;
  readonly tool_calls?: readonly { readonly function: { readonly name: string; readonly arguments: string } }[];
}
export interface SentBody {
  readonly model: string;
  readonly messages: readonly SentMessage[];
  readonly tools?: readonly unknown[];
  readonly stream: boolean;
}

/** Writes one reply. `prompt` is everything that was sent, as text. */
export type Reply = (response: ServerResponse, sent: { body: SentBody; prompt: string }) => void | Promise<void>;

export interface ScriptedServer {
  readonly baseUrl: string;
  readonly host: string;
  readonly requests: { readonly path: string; readonly headers: IncomingMessage["headers"]; readonly body: SentBody }[];
  /** Connections that the other side closed before the reply was complete. */
  readonly hungUp: () => number;
  /** Replies in order; the last one repeats. */
  play(...replies: Reply[]): void;
  close(): Promise<void>;
}

export async function startScriptedServer(): Promise<ScriptedServer> {
  const requests: ScriptedServer["requests"] = [];
  let replies: Reply[] = [];
  let hungUp = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const text = Buffer.concat(chunks).toString("utf8");
      const body = JSON.parse(text || "{}") as SentBody;
      requests.push({ path: request.url ?? "", headers: request.headers, body });
      const reply = replies.length > 1 ? replies.shift() : replies[0];
      response.on("close", () => void (hungUp += response.writableFinished ? 0 : 1));
      void Promise.resolve(reply?.(response, { body, prompt: (body.messages ?? []).map((message) => message.content).join("\n") }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    host: `127.0.0.1:${port}`,
    requests,
    hungUp: () => hungUp,
    play: (...next) => void ((replies = next), (requests.length = 0)),
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  };
}

const frame = (delta: object, finish: string | null = null): string => `data: ${JSON.stringify({ id: "x", object: "chat.completion.chunk", choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;

/** The number under which the passage with these words was sent. */
export function numberOf(prompt: string, words: string): string {
  const before = prompt.slice(0, prompt.indexOf(words));
  return [...before.matchAll(/ passage \[(\d+)\] from:/g)].at(-1)?.[1] ?? "?";
}

/** Streams a text in pieces of a few characters, whole and well-formed. */
export function says(text: string | ((prompt: string) => string)): Reply {
  return (response, { prompt }) => {
    streamHead(response);
    for (const [piece] of (typeof text === "string" ? text : text(prompt)).matchAll(/[\s\S]{1,7}/g)) response.write(frame({ content: piece }));
    response.end(`${frame({}, "stop")}data: [DONE]\n\n`);
  };
}

/** Streams a text and then does what the test wants: waits, breaks off, or writes something else. */
export function begins(text: string | ((prompt: string) => string), then: (response: ServerResponse) => void | Promise<void>): Reply {
  return async (response, { prompt }) => {
    streamHead(response);
    response.write(frame({ content: typeof text === "string" ? text : text(prompt) }));
    await then(response);
  };
}

/** Asks for a search, its arguments in two pieces, perhaps after some words. */
export function searches(query: string, words = ""): Reply {
  return (response) => {
    const args = JSON.stringify({ query });
    streamHead(response);
    if (words !== "") response.write(frame({ content: words }));
    response.write(frame({ tool_calls: [{ index: 0, id: "call-1", type: "function", function: { name: "search_documents", arguments: args.slice(0, 5) } }] }));
    response.write(frame({ tool_calls: [{ index: 0, function: { arguments: args.slice(5) } }] }));
    response.end(`${frame({}, "tool_calls")}data: [DONE]\n\n`);
  };
}

export function answersStatus(status: number, headers: Record<string, string> = {}): Reply {
  return (response) => void response.writeHead(status, { "content-type": "application/json", ...headers }).end('{"error":{"message":"no"}}');
}

export function writes(text: string, type = "text/event-stream"): Reply {
  return (response) => void response.writeHead(200, { "content-type": type }).end(text);
}

export const finish = (response: ServerResponse): void => void response.end(`${frame({}, "stop")}data: [DONE]\n\n`);

function streamHead(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
}
