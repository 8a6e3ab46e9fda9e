/**
 * @file CompatibleChat: a LangChain chat model for any OpenAI-compatible server (Ollama, llama.cpp, vLLM). Our own, and
 * not @langchain/openai: it must follow no redirect, read no OPENAI_* variable, never print a frame to the console, and
 * tell a stream that was cut off from one that ended.
 */
import type { BaseLanguageModelInput } from "@langchain/core/language_models/base";
import { BaseChatModel, type BaseChatModelCallOptions, type BindToolsInput } from "@langchain/core/language_models/chat_models";
import { AIMessage, AIMessageChunk, HumanMessage, SystemMessage, ToolMessage, type BaseMessage } from "@langchain/core/messages";
import { ChatGenerationChunk, type ChatResult } from "@langchain/core/outputs";
import type { Runnable } from "@langchain/core/runnables";
import { convertToOpenAITool } from "@langchain/core/utils/function_calling";
import { modelFailure, type FailureReason } from "../language-model/language-model";
import { readDeltas, type Delta } from "./chat-protocol";

export interface CompatibleChatOptions {
  /** For example http://localhost:11434/v1 */
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey?: string | undefined;
  /** Tokens of one reply. */
  readonly maxTokens: number;
}

interface CallOptions extends BaseChatModelCallOptions {
  tools?: unknown[];
}

export class CompatibleChat extends BaseChatModel<CallOptions> {
  private readonly endpoint: URL;

  constructor(private readonly options: CompatibleChatOptions) {
    // A failed call is told at once: the asker has a quoted answer waiting.
    super({ maxRetries: 0 });
    this.endpoint = new URL(`${options.baseUrl.replace(/\/+$/, "")}/chat/completions`);
  }

  override _llmType(): string {
    return "openai-compatible";
  }

  override bindTools(tools: BindToolsInput[]): Runnable<BaseLanguageModelInput, AIMessageChunk, CallOptions> {
    return this.withConfig({ tools: tools.map((one) => convertToOpenAITool(one)) });
  }

  override async _generate(messages: BaseMessage[], options: this["ParsedCallOptions"]): Promise<ChatResult> {
    let whole: ChatGenerationChunk | undefined;
    for await (const chunk of this._streamResponseChunks(messages, options)) whole = whole ? whole.concat(chunk) : chunk;
    const message = new AIMessage({ content: whole?.text ?? "", tool_calls: (whole?.message as AIMessageChunk | undefined)?.tool_calls ?? [] });
    return { generations: [{ text: whole?.text ?? "", message }] };
  }

  /** @throws AppError "language-model/failed" */
  override async *_streamResponseChunks(messages: BaseMessage[], options: this["ParsedCallOptions"]): AsyncGenerator<ChatGenerationChunk> {
    const response = await this.post(messages, options);
    for await (const delta of readDeltas(response)) yield toChunk(delta);
  }

  private async post(messages: readonly BaseMessage[], { tools, signal }: this["ParsedCallOptions"]): Promise<Response> {
    const { model, maxTokens, apiKey } = this.options;
    const body = { model, messages: messages.map(toWire), stream: true, temperature: 0, max_tokens: maxTokens, ...(tools ? { tools } : {}) };
    const headers = { "content-type": "application/json", accept: "text/event-stream", ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}) };
    // Passages and key go to the configured address and nowhere else: a redirect is an answer, never an order.
    const send = () => fetch(this.endpoint, { method: "POST", headers, body: JSON.stringify(body), redirect: "manual", cache: "no-store", ...(signal ? { signal } : {}) });
    const response = await send()
      .catch((error: unknown) => {
        if (!wasStale(error) || signal?.aborted) throw error;
        return send();
      })
      .catch((cause: unknown) => {
        throw modelFailure("unreachable", `no connection to ${this.endpoint.host}`, { cause });
      });
    if (response.status === 200) return response;
    await response.body?.cancel();
    throw failureOf(response.status, this.endpoint.host);
  }
}

/** A kept-alive connection that the server had closed meanwhile: nothing was answered, so asking again is safe. */
function wasStale(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  return code === "ECONNRESET" || code === "UND_ERR_SOCKET" || code === "EPIPE";
}

function failureOf(status: number, host: string) {
  const reason: FailureReason = status === 401 || status === 403 ? "refused" : status === 429 ? "busy" : status === 0 || (status >= 300 && status < 400) ? "redirected" : "error";
  return modelFailure(reason, `${host} answered ${status}`, { status });
}

function toChunk({ content, toolCalls }: Delta): ChatGenerationChunk {
  const tool_call_chunks = toolCalls.map((call) => ({ ...call, type: "tool_call_chunk" as const }));
  return new ChatGenerationChunk({ text: content, message: new AIMessageChunk({ content, tool_call_chunks }) });
}

/** @returns the message as the protocol writes it */
function toWire(message: BaseMessage): object {
  const { text: content } = message;
  if (message instanceof SystemMessage) return { role: "system", content };
  if (message instanceof HumanMessage) return { role: "user", content };
  if (message instanceof ToolMessage) return { role: "tool", content, tool_call_id: message.tool_call_id };
  const calls = message instanceof AIMessage || message instanceof AIMessageChunk ? (message.tool_calls ?? []) : [];
  const tool_calls = calls.map((call) => ({ id: call.id, type: "function", function: { name: call.name, arguments: JSON.stringify(call.args) } }));
  return { role: "assistant", content, ...(tool_calls.length > 0 ? { tool_calls } : {}) };
}
