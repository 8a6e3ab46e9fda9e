/**
 * @file Tokenizer: text → token ids, cut to the model's window with its closing special tokens kept.
 * Built from the folder's own files by transformers.js; never reaches the network.
 */
import { AppError } from "../core/errors";
import type { ModelFolder } from "./model-folder";

export interface Tokenizer {
  /** Ids with special tokens, at most `windowTokens` of them. */
  encode(text: string): number[];
  /** Tokens of the whole text, special ones not counted. */
  count(text: string): number;
  readonly padId: number;
}

/** @throws AppError "model/unsupported" when transformers.js cannot read the tokenizer's files */
export async function loadTokenizer(model: ModelFolder): Promise<Tokenizer> {
  const { PreTrainedTokenizer, env } = await import("@huggingface/transformers");
  env.allowRemoteModels = false;
  let tokenizer: InstanceType<typeof PreTrainedTokenizer>;
  try {
    tokenizer = new PreTrainedTokenizer(model.tokenizerJson, model.tokenizerConfig);
    // A sentence with no word shows what the template puts around a text.
    tokenizer.encode("");
  } catch (cause) {
    throw new AppError("model/unsupported", `The tokenizer of ${model.path} cannot be read by transformers.js.`, { cause });
  }
  const plain = (text: string): number[] => tokenizer.encode(text, { add_special_tokens: false });
  const closing = closingTokens(plain("a"), tokenizer.encode("a"));
  const padId = typeof tokenizer.pad_token_id === "number" ? tokenizer.pad_token_id : 0;
  return {
    encode(text) {
      const ids = tokenizer.encode(text);
      if (ids.length <= model.windowTokens) return ids;
      return [...ids.slice(0, model.windowTokens - closing.length), ...closing];
    },
    count: (text) => plain(text).length,
    padId,
  };
}

/** What the template puts after a text: [SEP], </s> or nothing. */
function closingTokens(content: readonly number[], wrapped: readonly number[]): number[] {
  const first = content[0];
  const start = first === undefined ? 0 : wrapped.indexOf(first);
  return wrapped.slice(Math.max(start, 0) + content.length);
}
