/**
 * @file A vocabulary as the hub's tokenizer.json and tokenizer_config.json, which transformers.js and Python's
 * tokenizers load, and back. Writes no files itself.
 */
import { AppError } from "../../core/errors";
import { CONTINUES, MAX_WORD_CHARACTERS, SPECIAL_TOKENS, createWordPiece, type WordPiece } from "./word-piece";

export interface TokenizerFiles {
  readonly tokenizerJson: Readonly<Record<string, unknown>>;
  readonly tokenizerConfig: Readonly<Record<string, unknown>>;
}

/**
 * @param vocabulary tokens by id, `SPECIAL_TOKENS` first
 * @param windowTokens longest input, special tokens included
 */
export function tokenizerFiles(vocabulary: readonly string[], windowTokens: number): TokenizerFiles {
  const wrap = (token: string): object => ({ SpecialToken: { id: token, type_id: 0 } });
  const single = [wrap("[CLS]"), { Sequence: { id: "A", type_id: 0 } }, wrap("[SEP]")];
  const second = [{ Sequence: { id: "B", type_id: 1 } }, { SpecialToken: { id: "[SEP]", type_id: 1 } }];
  const idOf = (token: string): number => vocabulary.indexOf(token);
  const special = (token: string): object => ({ id: token, ids: [idOf(token)], tokens: [token] });
  const tokenizerJson = {
    version: "1.0",
    truncation: null,
    padding: null,
    added_tokens: SPECIAL_TOKENS.map((content) => ({ id: idOf(content), content, single_word: false, lstrip: false, rstrip: false, normalized: false, special: true })),
    normalizer: { type: "BertNormalizer", clean_text: true, handle_chinese_chars: true, strip_accents: null, lowercase: true },
    pre_tokenizer: { type: "BertPreTokenizer" },
    post_processor: { type: "TemplateProcessing", single, pair: [...single, ...second], special_tokens: { "[CLS]": special("[CLS]"), "[SEP]": special("[SEP]") } },
    decoder: { type: "WordPiece", prefix: CONTINUES, cleanup: true },
    model: {
      type: "WordPiece",
      unk_token: "[UNK]",
      continuing_subword_prefix: CONTINUES,
      max_input_chars_per_word: MAX_WORD_CHARACTERS,
      vocab: Object.fromEntries(vocabulary.map((token, id) => [token, id])),
    },
  };
  return { tokenizerJson, tokenizerConfig: configOf(windowTokens) };
}

function configOf(windowTokens: number): Record<string, unknown> {
  return {
    tokenizer_class: "BertTokenizer",
    do_lower_case: true,
    strip_accents: null,
    tokenize_chinese_chars: true,
    unk_token: "[UNK]",
    sep_token: "[SEP]",
    pad_token: "[PAD]",
    cls_token: "[CLS]",
    mask_token: "[MASK]",
    model_max_length: windowTokens,
  };
}

/**
 * The quick tokenizer for a tokenizer.json of the kind that `tokenizerFiles` writes.
 *
 * @throws AppError "model/unsupported" for one that splits otherwise: transformers.js must tokenise for it
 */
export function wordPieceOf(tokenizerJson: Readonly<Record<string, unknown>>): WordPiece {
  const model = recordOf(tokenizerJson["model"]);
  const normalizer = recordOf(tokenizerJson["normalizer"]);
  const splitter = recordOf(tokenizerJson["pre_tokenizer"]);
  const isRead =
    model["type"] === "WordPiece" &&
    model["continuing_subword_prefix"] === CONTINUES &&
    normalizer["type"] === "BertNormalizer" &&
    normalizer["clean_text"] !== false &&
    normalizer["lowercase"] === true &&
    normalizer["strip_accents"] !== false &&
    normalizer["handle_chinese_chars"] !== false &&
    splitter["type"] === "BertPreTokenizer";
  if (!isRead) throw new AppError("model/unsupported", "tokenizer.json is not a lower-casing BERT WordPiece tokenizer, so the training tokenizer would split texts differently.");
  const vocabulary: string[] = [];
  for (const [token, id] of Object.entries(recordOf(model["vocab"]))) vocabulary[Number(id)] = token;
  const longest = model["max_input_chars_per_word"];
  return createWordPiece(vocabulary, typeof longest === "number" ? longest : MAX_WORD_CHARACTERS);
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
