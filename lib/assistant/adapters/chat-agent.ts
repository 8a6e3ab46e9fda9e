/**
 * @file Chat agent: any LangChain chat model as the assistant's language model. A loop over the one tool that a model
 * may use, search_documents, which sees what the asker may read; it ends with what the model writes.
 */
import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { HumanMessage, SystemMessage, ToolMessage, type AIMessageChunk, type BaseMessage } from "@langchain/core/messages";
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { isAppError } from "../../core/errors";
import type { LanguageModel, ModelEvent, WriteRequest } from "../language-model/language-model";
import { newFence, passagesPrompt, questionPrompt, SEARCH_HINT, SYSTEM_PROMPT } from "../language-model/prompt";

export interface ChatAgentOptions {
  readonly chat: BaseChatModel;
  readonly name: string;
  readonly host: string | null;
  readonly maxPassageChars: number;
  /** May the model search? Small models and in-process ones write from what they are given. */
  readonly searches: boolean;
  readonly close?: () => Promise<void>;
}

/** Turns of the loop; in the last one no tool is offered. */
const MAX_TURNS = 3;
/** Searches of one turn; a model that asks for more gets no answer to the rest. */
const MAX_CALLS = 2;
/** What servers answer that know no tools (llama.cpp without --jinja: 500; Ollama: 400; others 404, 422, 501). */
const NO_TOOLS_STATUS: ReadonlySet<unknown> = new Set([400, 404, 422, 500, 501]);

export function createChatAgent({ chat, name, host, maxPassageChars, searches, close = () => Promise.resolve() }: ChatAgentOptions): LanguageModel {
  let knowsTools = searches && chat.bindTools !== undefined;
  return {
    name,
    host,
    maxPassageChars,
    close,
    async *write(request) {
      try {
        yield* converse(chat, request, knowsTools);
      } catch (error) {
        if (!knowsTools || !isAppError(error) || !NO_TOOLS_STATUS.has(error.context["status"])) throw error;
        // Asked once more without; if that works, the server knows no tools and is not offered any again.
        yield* converse(chat, request, false);
        knowsTools = false;
      }
    },
  };
}

async function* converse(chat: BaseChatModel, request: WriteRequest, mayUseTools: boolean): AsyncGenerator<ModelEvent> {
  const fence = newFence();
  const offered = mayUseTools && request.search !== null;
  const messages: BaseMessage[] = [new SystemMessage(offered ? `${SYSTEM_PROMPT}\n${SEARCH_HINT}` : SYSTEM_PROMPT), new HumanMessage(questionPrompt(request.question, request.passages, fence))];
  for (let turn = 1; turn <= MAX_TURNS; turn++) {
    const search = offered && turn < MAX_TURNS ? searchTool(request, fence) : null;
    const runnable = search && chat.bindTools ? chat.bindTools([search]) : chat;
    let whole: AIMessageChunk | undefined;
    for await (const chunk of await runnable.stream(messages, { signal: request.signal })) {
      whole = whole ? whole.concat(chunk) : chunk;
      if (typeof chunk.content === "string" && chunk.content !== "") yield { type: "text", text: chunk.content };
    }
    const calls = whole?.tool_calls ?? [];
    if (!whole || !search || calls.length === 0) return;
    yield { type: "searching" };
    messages.push(whole);
    for (const [index, call] of calls.entries()) {
      const content = index < MAX_CALLS && call.name === search.name ? await search.invoke(call.args as { query: string }) : "This cannot be called.";
      yield { type: "searched" };
      messages.push(new ToolMessage({ content, tool_call_id: call.id ?? `call-${turn}-${index}` }));
    }
  }
}

const searchInput = z.object({ query: z.string().min(1).max(300).describe("what to look for, in the words a policy would use") });

function searchTool({ search }: WriteRequest, fence: string) {
  return tool(async ({ query }: { query: string }) => passagesPrompt((await search?.(query)) ?? [], fence), {
    name: "search_documents",
    description: "Looks for passages of the company's documents that this person may read. Returns numbered passages.",
    schema: searchInput,
  });
}
