/**
 * @file GeneratorChat: a text generator in this process (lib/runtime) as a LangChain chat model. Streams as it generates;
 * knows no tools.
 */
import { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { AIMessage, AIMessageChunk, type BaseMessage } from "@langchain/core/messages";
import { ChatGenerationChunk, type ChatResult } from "@langchain/core/outputs";
import type { TextGenerator } from "../../runtime/text-generation";

const ROLES: Readonly<Record<string, "system" | "user" | "assistant">> = { system: "system", human: "user", ai: "assistant" };

export class GeneratorChat extends BaseChatModel {
  constructor(
    private readonly generator: TextGenerator,
    private readonly maxTokens: number,
  ) {
    super({ maxRetries: 0 });
  }

  override _llmType(): string {
    return "in-process";
  }

  override async _generate(messages: BaseMessage[], options: this["ParsedCallOptions"]): Promise<ChatResult> {
    let text = "";
    for await (const chunk of this._streamResponseChunks(messages, options)) text += chunk.text;
    return { generations: [{ text, message: new AIMessage(text) }] };
  }

  /** @throws AppError "language-model/failed" */
  override async *_streamResponseChunks(messages: BaseMessage[], options: this["ParsedCallOptions"]): AsyncGenerator<ChatGenerationChunk> {
    const turns = messages.map((message) => ({ role: ROLES[message.type] ?? "user", content: message.text }));
    for await (const text of this.generator.generate(turns, { maxTokens: this.maxTokens, ...(options.signal ? { signal: options.signal } : {}) })) {
      yield new ChatGenerationChunk({ text, message: new AIMessageChunk(text) });
    }
  }
}
